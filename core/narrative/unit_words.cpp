#include "core/narrative/unit_words.h"

#include <array>
#include <string_view>

#include "core/base/text.h"
#include "core/base/texts.h"

namespace cchc::narrative {
namespace {

// The unit forms that a unit's name may begin with. No form is the beginning of another.
constexpr std::array unitForms = {"thành phố", "thị trấn", "thị xã", "phường", "huyện",
                                  "quận",      "tỉnh",     "xã",     "đặc khu"};

std::string_view formOf(std::string_view name) {
  for (const std::string_view form : unitForms) {
    if (name.starts_with(form)) return form;
  }
  return {};
}

}  // namespace

std::string unitName(const OrgUnit& unit) {
  auto lower = lowerFirst(unit.name);
  return formOf(lower).empty() ? unit.name : lower;
}

std::string unitBody(const OrgUnit& unit) {
  const auto name = unitName(unit);
  return formOf(name).empty() ? name : text("unit-words.body", Language::vi, {{"unit", name}});
}

std::string unitShort(const OrgUnit& unit) {
  const auto name = unitName(unit);
  const auto form = formOf(name);
  return form.empty() ? name : text("unit-words.short", Language::vi, {{"form", std::string(form)}});
}

}  // namespace cchc::narrative

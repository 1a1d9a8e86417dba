#include "core/narrative/unit_words.h"

#include <string_view>

#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/model/units/unit_form.h"

namespace cchc::narrative {

std::string unitName(const OrgUnit& unit) {
  auto lower = lowerFirst(unit.name);
  return formInName(lower).empty() ? unit.name : lower;
}

std::string unitBody(const OrgUnit& unit) {
  const auto name = unitName(unit);
  return formInName(name).empty() ? name : text("unit-words.body", Language::vi, {{"unit", name}});
}

std::string unitShort(const OrgUnit& unit) {
  const auto name = unitName(unit);
  const auto form = formInName(name);
  return form.empty() ? name : text("unit-words.short", Language::vi, {{"form", std::string(form)}});
}

}  // namespace cchc::narrative

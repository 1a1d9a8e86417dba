#include "core/model/units/unit_form.h"

#include <array>
#include <cstddef>

#include "core/base/text.h"

namespace cchc {
namespace {

constexpr std::array<std::string_view, 9> forms = {"tỉnh", "thành phố", "huyện",    "quận",   "thị xã",
                                                   "xã",   "phường",    "thị trấn", "đặc khu"};
constexpr std::array<std::string_view, 9> capitals = {"TỈNH", "THÀNH PHỐ", "HUYỆN",    "QUẬN",   "THỊ XÃ",
                                                      "XÃ",   "PHƯỜNG",    "THỊ TRẤN", "ĐẶC KHU"};

// Whether the text is the form, or begins with it and a space.
bool beginsWith(std::string_view text, std::string_view form) {
  return text.starts_with(form) && (text.size() == form.size() || text[form.size()] == ' ');
}

// In any case of letters. Lists usually write the form in lower case, which needs no conversion.
std::string_view formAtStart(std::string_view text) {
  for (const auto form : forms) {
    if (beginsWith(text, form)) return form;
  }
  const auto upper = upperCase(foldSpace(text));
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (beginsWith(upper, capitals[i])) return forms[i];
  }
  return {};
}

}  // namespace

std::span<const std::string_view> unitForms() { return forms; }

std::string_view formInName(std::string_view name) {
  for (const auto form : forms) {
    if (name.starts_with(form)) return form;
  }
  return {};
}

std::string formOf(const OrgUnit& unit) {
  for (const std::string_view text : {std::string_view(unit.form), std::string_view(unit.name)}) {
    if (const auto form = formAtStart(text); !form.empty()) return std::string(form);
  }
  return {};
}

}  // namespace cchc

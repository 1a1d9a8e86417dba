#include "core/definition/asked.h"

#include <algorithm>

namespace cchc {

bool isAsked(const SectionDefinition& definition, const Date& day, std::string_view form) {
  const auto& [from, until, forms] = definition.inForce;
  if (until && *until < day) return false;
  return form.empty() || forms.empty() || std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace cchc

// Whether a section definition is asked of a unit at all.
#pragma once
#include <string_view>

#include "core/base/date.h"
#include "core/definition/definition.h"

namespace cchc {

// False after the definition's `until`, and for a unit whose form is not among its unit-forms. `day`: the last day of
// the period. `form`: of the unit on that day; "" if it is not known, and then the unit is asked. `from` does not
// matter, since it decides which version is in force (DefinitionRegistry::find).
bool isAsked(const SectionDefinition& definition, const Date& day, std::string_view form);

}  // namespace cchc

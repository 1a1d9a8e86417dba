// Findings on the forms that the sections of a report were made with. Private to app/.
#pragma once
#include <vector>

#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"

namespace cchc {

// For the sections of the unit and the units below it that were received:
//   core.not-asked     information: the section is left out, since it is not asked of the unit (NotRead)
//   core.form-changed  warning: sections were made with another content of the definition under the same version, so
//                      somebody changed the form without raising its version; one for each definition
// Errors: those of the store.
// And of the forms themselves leftOutFindings, and of the period ignoredComparisonFindings
// (compare/compared_periods.h).
Result<std::vector<Finding>> formFindings(Suite& suite, const ConsolidationInput& input);

// A warning core.form-left-out for each version of the section's definition that the store keeps and that is not used
// (DefinitionSet::leftOut).
std::vector<Finding> leftOutFindings(const Suite& suite, const SectionKey& key);

}  // namespace cchc

// Findings on the forms that the sections of a report were made with. Private to app/.
#pragma once
#include <vector>

#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"

namespace cchc {

// For the sections of the unit and the units below it that were received:
//   core.not-asked     information: the section is left out, since it is not asked of the unit (AskedSections)
//   core.form-changed  warning: sections were made with another content of the definition under the same version, so
//                      somebody changed the form without raising its version; one for each definition
// Errors: those of the store.
Result<std::vector<Finding>> formFindings(Suite& suite, const ConsolidationInput& input);

}  // namespace cchc

// Findings that the journals of a report's sections give. Private to app/.
#pragma once
#include <vector>

#include "core/app/check/checks.h"
#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"

namespace cchc {

// For the sections of the unit and the units below it, each of severity information:
//   core.reassigned             the section was given to another reporter after it was begun
//   core.period-changed         the period was changed after sections of it were begun; one for each change
//   core.entered-for-confirmed  the unit has itself submitted what the office had entered for it before. For what
//                               `choice` reads.
// Errors: those of the store, and of EnteredFigures::before.
Result<std::vector<Finding>> journalFindings(Suite& suite, const ConsolidationInput& input, SectionChoice choice);

}  // namespace cchc

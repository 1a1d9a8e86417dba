// What is known of the sections of a report as a whole before they are consolidated. Private to app/.
#pragma once
#include <vector>

#include "core/app/check/checks.h"
#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"

namespace cchc {

// Sets what a report is told of its sections besides their values: ConsolidationInput::knownFindings (reviewFindings,
// formFindings, journalFindings), and what is missing and why (addMissing). What a report.xml says and what the window
// lists beside it both begin with this, so that neither knows of a finding that the other lacks.
// Errors: those of the store, and of the functions named.
Status addKnown(Suite& suite, SectionChoice choice, ConsolidationInput& input);

}  // namespace cchc

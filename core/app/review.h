// The office's decisions on what came in.
#pragma once
#include "core/app/suite.h"

namespace cchc {

// section.not-received, section.transition. `reason` is required for a return (return.reason).
Status acceptSection(Suite& suite, const SectionKey& key);
Status returnSection(Suite& suite, const SectionKey& key, const std::string& reason);
// Every submitted section of the unit and those below it; answers how many.
Result<std::size_t> acceptAll(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// Every submission of a section, latest revision first, without packages; and which of two packages of one revision counts (Store::chooseSubmission).
Result<std::vector<StoredSubmission>> submissionHistory(Suite& suite, const SectionKey& key);
Status chooseSubmission(Suite& suite, const SectionKey& key, const std::string& digest);

}  // namespace cchc

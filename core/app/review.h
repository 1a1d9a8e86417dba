// The office's decisions on what came in.
#pragma once
#include "core/app/suite.h"

namespace cchc {

// section.not-received, section.transition. `reason` is required for a return (return.reason).
Status acceptSection(Suite& suite, const SectionKey& key);
Status returnSection(Suite& suite, const SectionKey& key, const std::string& reason);
// Every submitted section of the unit and those below it; answers how many.
Result<std::size_t> acceptAll(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

}  // namespace cchc

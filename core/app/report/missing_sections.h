// What a report lacks: why, and that a person has it issued all the same.
#pragma once
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"
#include "core/model/missing.h"

namespace cchc {

// Sets why sections are missing, and what was confirmed, in the input of a consolidation.
// Errors: those of the store.
Status addMissing(Suite& suite, ConsolidationInput& input);

// The sections that are missing now, and what the document says of them unless the office words it otherwise: "Số liệu
// chưa bao gồm 02 xã: xã A, xã B." It names the units below, and the sections of the unit itself.
struct MissingNow {
  std::vector<MissingSection> sections;
  std::string sentence;
};
// Errors: as confirmMissing, but for missing.by.
Result<MissingNow> missingNow(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// Confirms that the report is issued without what is missing now. The report then says so once it is consolidated
// again. `by`: the person who confirms it. `sentence`: what the document says; "": that of missingNow.
// Errors: those of makeReport that do not concern a file, those of permits for the command issue, and
//   missing.none          nothing is missing
//   missing.by            the person is not named
//   missing.not-printed   something that came in would not be printed, which cannot be confirmed
Result<ConfirmedMissing> confirmMissing(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                        const std::string& by, const std::string& sentence);

}  // namespace cchc

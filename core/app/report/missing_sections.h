// What a report lacks: why, and that a person has it issued all the same.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "core/app/report/make_report.h"
#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"
#include "core/model/missing.h"

namespace cchc {

// Sets why sections are missing, and which came in and are not asked, in the input of a consolidation.
// Errors: those of the store.
Status addMissing(Suite& suite, ConsolidationInput& input);

// A line for each section that the report lacks, with the reason, for each value that is not printed, and each error.
std::set<std::string> missingLines(const ReportOutcome& outcome);

// The sections and values that are missing or wrong now, and what the document says of them unless the office words it
// otherwise: "Số liệu chưa bao gồm 02 xã: xã A, xã B." It names the units below, and the sections of the unit itself.
struct MissingNow {
  std::set<std::string> lines;  // missingLines
  std::vector<MissingSection> sections;
  std::vector<Finding> findings;  // on values that came in and that the form does not ask, and errors
  std::string sentence;
};
// Errors: as confirmMissing, but for missing.by.
Result<MissingNow> missingNow(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// Confirms that the report is issued without what is missing now. The report then says so once it is consolidated
// again. `by`: the person who confirms it. `sentence`: what the document says; "": that of missingNow.
// Errors: those of makeReport that do not concern a file, those of permits for the command issue, and
//   missing.none          nothing is missing
//   missing.by            the person is not named
//   missing.not-printed   what came in has no place in the report, which the office mends instead of confirming it
Result<ConfirmedMissing> confirmMissing(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                        const std::string& by, const std::string& sentence);

}  // namespace cchc

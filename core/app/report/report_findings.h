// What remains to be said of a report, each finding with all the sections whose figures it is about: what an office
// holds side by side.
#pragma once
#include "core/app/check/checks.h"
#include "core/app/suite/watch.h"

namespace cchc {

// One side of a finding: a figure, and where it came from.
struct FindingSource {
  SectionKey section;
  std::string place;  // Place text in that section; may be empty
  std::string sectionTitle, unitName;
  std::string label, display;  // of the figure; display empty: blank
  bool summed = false;         // over child units: `reported` of `expected` have it
  int reported = 0, expected = 0;
  int revision = 0;    // 0: not received, or summed
  std::string sender;  // signer, or who submitted
};
struct ReportFinding {
  Finding finding;
  std::vector<FindingSource> sources;  // where it stands first; two or more when other sections are part of it
};
// Errors first, then warnings, then information; within, in report order. Labels in the language asked for. Errors as
// checkUnit.
Result<std::vector<ReportFinding>> reportFindings(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                                  SectionChoice choice, Language language);

}  // namespace cchc

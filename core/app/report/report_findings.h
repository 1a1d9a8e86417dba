// The findings of a report, each with all the sections whose figures it is about, so that an office can compare them.
#pragma once
#include <string>
#include <vector>

#include "core/app/check/checks.h"
#include "core/app/suite/suite.h"
#include "core/base/texts.h"
#include "core/model/finding.h"

namespace cchc {

// A figure that a finding is about, and its source.
struct FindingSource {
  SectionKey section;
  Place place;  // in that section; empty: the section as a whole
  std::string sectionTitle, unitName;
  std::string label, display;  // of the figure; `display` is empty for a blank figure
  bool summed = false;         // summed over child units; `reported` of `expected` of them have the figure
  int reported = 0, expected = 0;
  int revision = 0;    // 0: not received, or summed
  std::string sender;  // the signer, or the person who submitted
};
struct ReportFinding {
  Finding finding;
  std::vector<FindingSource> sources;  // the finding's own place first, then the places that its rule refers to
};
// Errors first, then warnings, then information; each group in report order. Labels are in `language`. The findings are
// those that the report.xml of the same choice has (addKnown in known_findings.h).
// Errors: those of checkUnit.
Result<std::vector<ReportFinding>> reportFindings(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                                  SectionChoice choice, Language language);

}  // namespace cchc

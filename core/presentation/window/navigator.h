// The sections that the user fills in, in the report's order, with the progress of each.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/app/suite/progress.h"
#include "core/app/suite/suite.h"
#include "core/base/date.h"
#include "core/model/finding.h"
#include "core/model/section.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

struct NavigatorEntry {
  SectionKey key;
  std::string place, title, unitName;  // place: in the outline, "II.5"; unitName: of the subject
  SectionState state = SectionState::draft;
  bool begun = false;
  bool heading = false;  // it has the heading of the report
  int revision = 0, filled = 0, required = 0, errors = 0, warnings = 0;
  std::string reason;  // of a return, or of a refusal to return
  std::optional<Date> deadline;
};
// The sections assigned to the reporter in the period; their errors and warnings are not counted yet. If the plugin is
// missing, the title is the one kept in the store, otherwise the definition's id.
// Errors: period.unknown, period.none, those of loadSection and of the store
Result<std::vector<NavigatorEntry>> uncountedEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period,
                                                     Words words);
// Counts the errors and warnings. This takes as long as the checks of a consolidation for each subject.
// Errors: work.cancelled, and those of checkUnit
Status countFindings(Suite& suite, const PeriodId& period, std::vector<NavigatorEntry>& entries,
                     const ProgressCallback& progress = {});
// Adds all findings of the entries' sections to `found`, errors first; with `whole`, those of that unit's whole report,
// including those between sections.
// Errors: work.cancelled, and those of checkUnit
Status findingsOfAll(Suite& suite, const PeriodId& period, const std::vector<NavigatorEntry>& entries,
                     const std::optional<OrgUnitId>& whole, std::vector<Finding>& found,
                     const ProgressCallback& progress = {});
// uncountedEntries and countFindings.
Result<std::vector<NavigatorEntry>> navigatorEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period,
                                                     Words words);
// Days until the nearest deadline of a section that is not yet submitted; negative if it has passed. nullopt if there
// is none.
std::optional<int> daysLeft(const std::vector<NavigatorEntry>& entries, const Date& today);
// "Còn 3 ngày", "Quá hạn 2 ngày".
std::string daysLeftText(int days, Words words);

}  // namespace cchc::presentation

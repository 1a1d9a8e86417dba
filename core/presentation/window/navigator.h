// The sections that one fills in, in the report's order, with how far each is; and search over all of them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/presentation/section/form.h"
#include "core/presentation/window/settings.h"

namespace cchc::presentation {

struct NavigatorEntry {
  SectionKey key;
  std::string place, title, unitName;  // unitName: the subject, where it is not the unit itself
  SectionState state = SectionState::draft;
  bool begun = false;
  int revision = 0, filled = 0, required = 0, errors = 0, warnings = 0;
  std::string reason;  // of a return
  std::optional<Date> deadline;
};
// Sections assigned to the reporter in the period. A definition whose plugin is missing has its id as title. Errors and
// warnings are not counted yet.
Result<std::vector<NavigatorEntry>> uncountedEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period,
                                                     Words words);
// Counts them, which takes the checks of a consolidation of each subject.
Status countFindings(Suite& suite, const PeriodId& period, std::vector<NavigatorEntry>& entries);
// All findings of the entries' sections, errors first; with `whole`, those of that unit's whole report, between
// sections too.
Status findingsOfAll(Suite& suite, const PeriodId& period, const std::vector<NavigatorEntry>& entries,
                     const std::optional<OrgUnitId>& whole, std::vector<Finding>& found);
// Both.
Result<std::vector<NavigatorEntry>> navigatorEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period,
                                                     Words words);
// "! II.5 Tài chính công  38/42 ■2 ▲1"
std::string entryText(const NavigatorEntry& entry, Words words);
// Days until the nearest deadline; negative when late.
std::optional<int> daysLeft(const std::vector<NavigatorEntry>& entries, const Date& today);
std::string daysLeftText(int days, Words words);

struct SearchHit {
  SectionKey key;
  std::string place;  // of the field or table
  std::string text;   // "II.5 · Thu ngân sách: 177.357"
};
// All that can be searched for: labels, codes, values, columns, rows and paragraphs, read once, looked through at every
// key.
class SearchIndex {
 public:
  static Result<SearchIndex> read(Suite& suite, const std::vector<NavigatorEntry>& entries, Words words);
  // Without regard to case and marks, đ as d; at most `limit`, paragraphs last.
  std::vector<SearchHit> find(const std::string& wanted, std::size_t limit = 100) const;
  bool empty() const { return texts_.empty(); }

 private:
  struct Text {
    SearchHit hit;
    std::string folded;
    bool paragraph = false;
  };
  std::vector<Text> texts_;
};

}  // namespace cchc::presentation

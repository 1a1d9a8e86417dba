// Accounts for what consolidation has read: a value is printed as an indicator, in a cell or in a paragraph, or is
// declared not to exist; another finding tells that it is not printed; the office left it out on purpose; or
// report.not-printed names it. Private to consolidation/.
#pragma once
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/consolidation/report_groups.h"
#include "core/model/finding.h"
#include "core/model/report.h"

namespace cchc {

class Accounting {
 public:
  explicit Accounting(const Outline& outline);

  // Whether the outline has the place.
  bool hasPlace(const std::string& place) const { return places_.contains(place); }
  // What the office said of a group that it leaves out; nullptr: it does not leave it out. Borrowed.
  const LeftOutPart* leftOut(const DefinitionId& definition, const std::string& group) const;
  // Whether the group has a value, a row, a paragraph that was edited, or a declaration. A sum has values alone.
  static bool hasContent(const GroupSource& source, std::size_t group);

  // A group that the report has.
  void printed(const ReportGroup& group);
  // The errors report.not-printed of a section: one for each group that has content and no place in the outline, and
  // one for each value of the other groups that is nowhere in the report. Values in parts that are not in force or not
  // asked are left to sectionFindings. Call it after all groups were printed.
  std::vector<Finding> notPrinted(const GroupSource& source) const;

 private:
  using Printed = std::set<std::string>;  // texts of places
  void addPlaces(const std::vector<OutlineEntry>& entries);

  std::set<std::string> places_;
  std::vector<LeftOutPart> leftOut_;
  std::map<std::pair<DefinitionId, bool>, Printed> printed_;  // of the unit's own section, and of the sum
};

}  // namespace cchc

// What differs between two report.xml of one unit and period, by name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc {

struct ReportDifference {
  enum class Kind : unsigned char {
    heading,     // place: the element and attribute: "period end"
    submission,  // place: the section, "finance.budget/UNIT/2023-8T"; before and after: its revision and digest
    missing,     // place: the section
    finding,     // place: its code, section and place; before and after: what it says
    content      // place: of the printed element: "finance.budget/UNIT revenue.actual"
  };
  Kind kind = Kind::content;
  std::string place, before, after;  // "" before or after: it is not there
  bool operator==(const ReportDifference&) const = default;
};
// In the order of the report, those that are in `now` alone last. Signatures are not compared. A report that is not
// well-formed has nothing in it.
std::vector<ReportDifference> reportDifferences(std::string_view before, std::string_view now);

}  // namespace cchc

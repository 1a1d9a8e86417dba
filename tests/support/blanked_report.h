// Compares reports that different versions of the program made.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc::test {

// Names an attribute of report.xml, for example {"heading", "created"}.
struct ReportAttribute {
  std::string_view element, attribute;
};

// The report without what a later version may say in another way. These become empty, and every other byte stays:
// - `version` of a group and of a line of the provenance: the version of the definition;
// - `digest` of a line of the provenance: the digest of the content that was submitted;
// - `minor` of the report, and `basis` of the dossiers that were carried over, which since then is "opening";
// - `change` of a comparison with a target, which since then has the decimals of the form's own rate of the two;
// - the text of `what` and `fix` of a finding;
// - the attributes in `also`, which the caller knows to differ: the time of a consolidation, for example.
// Expects XML as the report writer makes it. A text that is not XML stays as it is from the fault on.
std::string blankedReport(std::string_view report, const std::vector<ReportAttribute>& also = {});

// Empty when both are equal; otherwise the number of the first line that differs and that line of each.
std::string firstDifference(std::string_view expected, std::string_view actual);

}  // namespace cchc::test

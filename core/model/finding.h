// A finding: one result of a validation rule or a check.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/model/section.h"
#include "core/model/section_data.h"

namespace cchc {

enum class Severity : unsigned char { information, warning, error };
// Names are used in files and in the store, labels are shown to people.
std::string_view severityName(Severity severity);  // "warning"
std::optional<Severity> severityOf(std::string_view name);
std::string_view severityLabel(Severity severity, Language language = Language::vi);  // "Cảnh báo"

struct Finding {
  std::string code;  // "core.stated-differs", "finance.budget.received-sum"
  Severity severity = Severity::warning;
  SectionKey section;                        // if its definition is empty, the finding is about the whole report
  Place place;                               // empty: the section as a whole
  std::string viWhat, viFix, enWhat, enFix;  // texts with their figures filled in
  std::string explanation;                   // the section's explanation; empty: none
  // The explanation of the same warning in an earlier period, which nobody has confirmed for this one; empty: none. It
  // is shown, and neither stored nor reported.
  std::string earlierExplanation = {};
  bool operator==(const Finding&) const = default;
};
const std::string& what(const Finding& finding, Language language);
const std::string& fix(const Finding& finding, Language language);
// "code: place: what is wrong: how to correct it"
std::string findingLine(const Finding& finding, Language language);

// Findings of one section as text for the store, one per line. The inverse skips damaged lines.
std::string findingLines(const std::vector<Finding>& findings);
std::vector<Finding> readFindingLines(std::string_view text, const SectionKey& section);

// Whether a finding was made on receipt of the submission (signature.…, core.entered-for). Such a finding cannot be
// derived from the data.
bool isOfReceipt(const Finding& finding);
// The findings in the text of findingLines for which isOfReceipt is true.
std::vector<Finding> findingsOfReceipt(std::string_view lines, const SectionKey& section);

// Sets the explanation of a finding to the one that the section's data contain for its code and place.
void setExplanation(Finding& finding, const SectionData& data);
// Sets the earlier explanation of each warning without explanation to that of the same code and place in `earlier`, the
// section's data of an earlier period.
void setEarlierExplanations(std::vector<Finding>& findings, const SectionData& earlier);

// Makes a finding with the texts of its code (core/base/texts.h), with the parameters filled in.
Finding makeFinding(std::string_view code, Severity severity, const SectionKey& section, Place place,
                    const std::vector<Parameter>& parameters);

}  // namespace cchc

// A finding: one result of a validation rule or a check.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/model/section.h"
#include "core/model/section_data.h"

namespace cchc {

enum class Severity : unsigned char { information, warning, error };
// A name stands in files and in the store; a label is what a person reads.
std::string_view severityName(Severity severity);                                     // "warning"
std::string_view severityLabel(Severity severity, Language language = Language::vi);  // "Cảnh báo"

struct Finding {
  std::string code;  // "core.stated-differs", "finance.budget.received-sum"
  Severity severity = Severity::warning;
  SectionKey section;                        // with an empty definition: the finding is about the whole report
  std::string place;                         // Place text; may be empty
  std::string viWhat, viFix, enWhat, enFix;  // texts with their figures filled in
  std::string explanation;                   // the explanation that the section gives; empty: none
  bool operator==(const Finding&) const = default;
};
const std::string& what(const Finding& finding, Language language);
const std::string& fix(const Finding& finding, Language language);
// "code: place: what is wrong: how to correct it"
std::string findingLine(const Finding& finding, Language language);

// Findings of one section as text for the store, a line each. The inverse leaves out damaged lines.
std::string findingLines(const std::vector<Finding>& findings);
std::vector<Finding> readFindingLines(std::string_view text, const SectionKey& section);

// Whether a finding was made when the submission was received (signature.…). Such a finding cannot be found again from
// the data.
bool isOfReceipt(const Finding& finding);
// The findings in the text of findingLines for which isOfReceipt is true.
std::vector<Finding> findingsOfReceipt(std::string_view lines, const SectionKey& section);

// A finding with the texts of its code (core/base/texts.h), with the parameters filled in.
Finding makeFinding(std::string_view code, Severity severity, const SectionKey& section, std::string place,
                    const std::vector<Parameter>& parameters);

}  // namespace cchc

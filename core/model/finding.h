// A finding: one result of a rule or check.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/messages.h"
#include "core/base/result.h"
#include "core/model/section.h"
#include "core/model/section_data.h"

namespace cchc {

enum class Severity : unsigned char { information, warning, error };
std::string_view severityName(Severity severity);   // "warning"
std::string_view severityLabel(Severity severity);  // "Cảnh báo"

struct Finding {
  std::string code;  // "core.stated-differs", "finance.budget.received-sum"
  Severity severity = Severity::warning;
  SectionKey section;                        // empty definition: of the whole report
  std::string place;                         // Place text, may be empty
  std::string viWhat, viFix, enWhat, enFix;  // texts with their figures filled in
  std::string comment;                       // explanation given in the section
  bool operator==(const Finding&) const = default;
};
const std::string& what(const Finding& finding, Language language);
const std::string& fix(const Finding& finding, Language language);
// "code: place: what is wrong: how to mend it"
std::string findingLine(const Finding& finding, Language language);

// Findings of one section as text, a line each, for the store; and back. Lines that are damaged are left out.
std::string findingLines(const std::vector<Finding>& findings);
std::vector<Finding> readFindingLines(std::string_view text, const SectionKey& section);

// Whether a finding is about how the submission came in (signature.…): its data, checked again, do not show it.
bool isOfReceipt(const Finding& finding);
// Those of findingLines that are.
std::vector<Finding> findingsOfReceipt(std::string_view lines, const SectionKey& section);

// From the catalogue (messages.h), with parameters filled in.
Finding makeFinding(std::string_view code, Severity severity, const SectionKey& section, std::string place,
                    const std::vector<Parameter>& parameters);

}  // namespace cchc

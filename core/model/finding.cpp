#include "core/model/finding.h"

#include <algorithm>

#include "core/base/names.h"
#include "core/model/text_line.h"

namespace cchc {
namespace {

constexpr Names<Severity, 3> severities{{{{Severity::information, "information", "severity.information"},
                                          {Severity::warning, "warning", "severity.warning"},
                                          {Severity::error, "error", "severity.error"}}}};
constexpr std::string_view signatureCodes = "signature.", enteredForCode = "core.entered-for";

}  // namespace

std::string_view severityName(Severity severity) { return severities.name(severity); }
std::optional<Severity> severityOf(std::string_view name) { return severities.find(name); }
std::string_view severityLabel(Severity severity, Language language) { return severities.label(severity, language); }

const std::string& what(const Finding& finding, Language language) {
  return language == Language::en ? finding.enWhat : finding.viWhat;
}
const std::string& fix(const Finding& finding, Language language) {
  return language == Language::en ? finding.enFix : finding.viFix;
}

std::string findingLine(const Finding& finding, Language language) {
  std::string line = finding.code + ": ";
  if (!finding.section.definition.empty()) line += keyText(finding.section);
  if (!finding.place.empty()) line += (finding.section.definition.empty() ? "" : "/") + placeText(finding.place);
  line += ": " + what(finding, language);
  if (!fix(finding, language).empty()) line += ": " + fix(finding, language);
  return line;
}

std::string findingLines(const std::vector<Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += joinedLine({finding.code, std::string(severityName(finding.severity)), placeText(finding.place),
                        finding.viWhat, finding.viFix, finding.enWhat, finding.enFix, finding.explanation}) +
            "\n";
  }
  return text;
}

std::vector<Finding> readFindingLines(std::string_view text, const SectionKey& section) {
  std::vector<Finding> findings;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto parts = splitLine(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (parts.size() != 8) continue;
    const auto severity = severityOf(parts[1]).value_or(Severity::information);
    findings.push_back({parts[0], severity, section, parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]});
  }
  return findings;
}

bool isOfReceipt(const Finding& finding) {
  return finding.code.starts_with(signatureCodes) || finding.code == enteredForCode;
}

std::vector<Finding> findingsOfReceipt(std::string_view lines, const SectionKey& section) {
  if (lines.find(signatureCodes) == lines.npos && lines.find(enteredForCode) == lines.npos) return {};
  auto all = readFindingLines(lines, section);
  std::erase_if(all, [](const Finding& finding) { return !isOfReceipt(finding); });
  return all;
}

void setExplanation(Finding& finding, const SectionData& data) {
  for (const auto& explanation : data.explanations) {
    if (explanation.code == finding.code && explanation.place == finding.place) finding.explanation = explanation.text;
  }
}

void setEarlierExplanations(std::vector<Finding>& findings, const SectionData& earlier) {
  for (auto& finding : findings) {
    if (finding.severity != Severity::warning || !finding.explanation.empty() || !finding.earlierExplanation.empty())
      continue;
    auto same = finding;
    setExplanation(same, earlier);
    finding.earlierExplanation = std::move(same.explanation);
  }
}

Finding makeFinding(std::string_view code, Severity severity, const SectionKey& section, Place place,
                    const std::vector<Parameter>& parameters) {
  const Error error{std::string(code), "", parameters, ErrorKind::refusal};
  auto [viWhat, viFix] = message(error, Language::vi);
  auto [enWhat, enFix] = message(error, Language::en);
  return {std::string(code), severity,         section, std::move(place), std::move(viWhat), std::move(viFix),
          std::move(enWhat), std::move(enFix), {}};
}

}  // namespace cchc

#include "core/model/finding.h"

#include <algorithm>
#include <array>

#include "core/model/text_line.h"

namespace cchc {

std::string_view severityName(Severity severity) {
  constexpr std::array<std::string_view, 3> names = {"information", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}
std::string_view severityLabel(Severity severity, Language language) {
  constexpr std::array<std::string_view, 3> labels = {"severity.information", "severity.warning", "severity.error"};
  return text(labels[static_cast<std::size_t>(severity)], language);
}

const std::string& what(const Finding& finding, Language language) {
  return language == Language::en ? finding.enWhat : finding.viWhat;
}
const std::string& fix(const Finding& finding, Language language) {
  return language == Language::en ? finding.enFix : finding.viFix;
}

std::string findingLine(const Finding& finding, Language language) {
  std::string line = finding.code + ": ";
  if (!finding.section.definition.empty()) line += keyText(finding.section);
  if (!finding.place.empty()) line += (finding.section.definition.empty() ? "" : "/") + finding.place;
  line += ": " + what(finding, language);
  if (!fix(finding, language).empty()) line += ": " + fix(finding, language);
  return line;
}

std::string findingLines(const std::vector<Finding>& findings) {
  std::string text;
  for (const auto& finding : findings) {
    text += joinedLine({finding.code, std::string(severityName(finding.severity)), finding.place, finding.viWhat,
                        finding.viFix, finding.enWhat, finding.enFix, finding.explanation}) +
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
    const auto severity = parts[1] == "error"     ? Severity::error
                          : parts[1] == "warning" ? Severity::warning
                                                  : Severity::information;
    findings.push_back({parts[0], severity, section, parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]});
  }
  return findings;
}

bool isOfReceipt(const Finding& finding) { return finding.code.starts_with("signature."); }

std::vector<Finding> findingsOfReceipt(std::string_view lines, const SectionKey& section) {
  if (lines.find("signature.") == std::string_view::npos) return {};
  auto all = readFindingLines(lines, section);
  std::erase_if(all, [](const Finding& finding) { return !isOfReceipt(finding); });
  return all;
}

Finding makeFinding(std::string_view code, Severity severity, const SectionKey& section, std::string place,
                    const std::vector<Parameter>& parameters) {
  const Error error{std::string(code), "", parameters, ErrorKind::refusal};
  auto [viWhat, viFix] = message(error, Language::vi);
  auto [enWhat, enFix] = message(error, Language::en);
  return {std::string(code), severity,         section, std::move(place), std::move(viWhat), std::move(viFix),
          std::move(enWhat), std::move(enFix), {}};
}

}  // namespace cchc

#include "core/model/finding.h"

#include <array>

namespace cchc {

std::string_view severityName(Severity severity) {
  constexpr std::array<std::string_view, 3> names = {"information", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}
std::string_view severityLabel(Severity severity) {
  constexpr std::array<std::string_view, 3> labels = {"Thông tin", "Cảnh báo", "Lỗi"};
  return labels[static_cast<std::size_t>(severity)];
}

const std::string& what(const Finding& finding, Language language) { return language == Language::en ? finding.enWhat : finding.viWhat; }
const std::string& fix(const Finding& finding, Language language) { return language == Language::en ? finding.enFix : finding.viFix; }

std::string findingLine(const Finding& finding, Language language) {
  std::string line = finding.code + ": ";
  if (!finding.section.definition.empty()) line += keyText(finding.section);
  if (!finding.place.empty()) line += (finding.section.definition.empty() ? "" : "/") + finding.place;
  line += ": " + what(finding, language);
  if (!fix(finding, language).empty()) line += ": " + fix(finding, language);
  return line;
}

Finding makeFinding(std::string_view code, Severity severity, const SectionKey& section, std::string place, const std::vector<Parameter>& parameters) {
  const Error error{std::string(code), "", parameters, ErrorKind::refusal};
  auto [viWhat, viFix] = message(error, Language::vi);
  auto [enWhat, enFix] = message(error, Language::en);
  return {std::string(code), severity, section, std::move(place), std::move(viWhat), std::move(viFix), std::move(enWhat), std::move(enFix), {}};
}

}  // namespace cchc

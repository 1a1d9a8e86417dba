#include "core/consolidation/not_printed.h"

#include <algorithm>
#include <array>

namespace cchc {
namespace {

constexpr std::string_view reckoning = "report.";
constexpr std::array<std::string_view, 3> unaskedValue = {"core.value-kept", "core.not-in-force", "core.not-relevant"};

}  // namespace

bool namesUnaskedValue(const Finding& finding) {
  return finding.explanation.empty() &&
         std::find(unaskedValue.begin(), unaskedValue.end(), finding.code) != unaskedValue.end();
}
bool namesNotPrinted(const Finding& finding) {
  const bool reckoned = finding.severity == Severity::error && finding.code.starts_with(reckoning);
  return reckoned || namesUnaskedValue(finding);
}
bool mayNameUnaskedValue(std::string_view lines) {
  return std::any_of(unaskedValue.begin(), unaskedValue.end(),
                     [&](std::string_view code) { return lines.find(code) != std::string_view::npos; });
}

}  // namespace cchc

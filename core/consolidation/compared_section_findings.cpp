// What the checks of a section say of its comparisons.
#include <algorithm>

#include "core/consolidation/compared_section.h"

namespace cchc {

std::vector<Finding> comparisonFindings(const SectionKey& key, const ComparedSection& compared, ComparisonKind kind,
                                        const SectionData& data) {
  std::vector<Finding> findings;
  std::vector<const Error*> told;
  const auto tell = [&](const Error& reason) {
    const bool known = std::any_of(told.begin(), told.end(), [&](const Error* other) { return *other == reason; });
    if (known) return;
    told.push_back(&reason);
    findings.push_back(makeFinding(reason.code, Severity::information, key, {}, reason.parameters));
  };
  const auto& fields = compared.definition().definition().fields;
  bool asked = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!comparesWith(fields[i], kind)) continue;
    asked = true;
    if (const auto* reason = compared.reasonOf(i); reason != nullptr && compared.view() != nullptr) tell(*reason);
  }
  if (asked && compared.view() == nullptr) {
    for (const auto& reason : compared.reasons()) tell(reason);
  }
  for (const auto& each : compared.openingDifferences()) {
    findings.push_back(makeFinding(each.code, Severity::warning, key, each.place, each.parameters));
    setExplanation(findings.back(), data);
  }
  return findings;
}

}  // namespace cchc

// What the checks of a section say of its comparisons.
#include <algorithm>
#include <utility>

#include "core/consolidation/comparing/compared_section.h"

namespace cchc {
namespace {

void addReasons(std::vector<Finding>& findings, const SectionKey& key, const ComparedSection& compared,
                ComparisonKind kind) {
  const auto tell = [&](const Error& reason) {
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
}

}  // namespace

std::vector<Finding> comparisonFindings(const SectionKey& key, const ComparedSection* previous,
                                        const ComparedSection* lastYear, const SectionData& data) {
  std::vector<Finding> all, findings;
  for (const auto& [compared, kind] :
       {std::pair(previous, ComparisonKind::previousPeriod), std::pair(lastYear, ComparisonKind::lastYear)}) {
    if (compared == nullptr) continue;
    addReasons(all, key, *compared, kind);
    for (const auto& each : compared->openingDifferences()) {
      all.push_back(makeFinding(each.code, Severity::warning, key, each.place, each.parameters));
      setExplanation(all.back(), data);
    }
  }
  for (auto& each : all) {
    if (std::find(findings.begin(), findings.end(), each) == findings.end()) findings.push_back(std::move(each));
  }
  return findings;
}

void setEarlierExplanations(std::vector<Finding>& findings, const ComparedSection* previous,
                            const ComparedSection* preceding) {
  for (const auto* compared : {previous, preceding}) {
    if (compared != nullptr && compared->parts().size() == 1)
      setEarlierExplanations(findings, compared->parts().front().data);
  }
}

}  // namespace cchc

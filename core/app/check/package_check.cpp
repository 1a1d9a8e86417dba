#include "core/app/check/package_check.h"

#include "core/app/suite/catalogue.h"
#include "core/rules/section_findings.h"

namespace cchc {

PackageCheck::Found PackageCheck::of(const SectionKey& key, const SectionData& data, const Period& period,
                                     bool notSigned) {
  const auto definition = suite_.catalogue.find(key.definition);
  const WithinPeriod surroundings(period);
  evaluate(*definition, data, surroundings, evaluation_);
  auto all = sectionFindings(*definition, key, data, evaluation_, surroundings, false);
  auto others = checks_(key, {definition.get(), &data, &evaluation_}, surroundings);
  std::move(others.begin(), others.end(), std::back_inserter(all));
  if (notSigned) all.push_back(makeFinding("signature.unsigned", Severity::warning, key, "", {}));
  Found found;
  for (const auto& finding : all) {
    found.errors += finding.severity == Severity::error ? 1 : 0;
    found.warnings += finding.severity == Severity::warning ? 1 : 0;
  }
  contributionOf(*definition, data, evaluation_, contribution_);
  found.contribution = contributionText(*definition, contribution_);
  found.findings = findingLines(all);
  return found;
}

}  // namespace cchc

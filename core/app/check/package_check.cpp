#include "core/app/check/package_check.h"

#include "core/app/suite/definition_set.h"
#include "core/base/vietnamese.h"
#include "core/rules/section_findings.h"

namespace cchc {

namespace {

void addEnteredFor(const SectionKey& key, const EnteredFor& enteredFor, std::vector<Finding>& findings) {
  const auto add = [&](const Place& place) {
    findings.push_back(makeFinding("core.entered-for", Severity::information, key, place,
                                   {{"by", enteredFor.by.value},
                                    {"asked_by", enteredFor.askedBy},
                                    {"day", vietnamese::date(enteredFor.askedOn)}}));
  };
  if (enteredFor.places.empty()) add({});
  for (const auto& place : enteredFor.places) add(place);
}

}  // namespace

PackageCheck::Found PackageCheck::of(const SubmissionHeader& header, const SectionData& data, const Period& period,
                                     Circumstances circumstances, bool notSigned) {
  const auto& key = header.key;
  const auto definition = suite_.definitions->find(key.definition, period.end);
  const WithinPeriod surroundings(period, std::move(circumstances));
  evaluate(*definition, data, surroundings, evaluation_);
  auto all = sectionFindings(*definition, key, data, evaluation_, surroundings, false);
  auto others = checks_(key, {definition.get(), &data, &evaluation_}, surroundings);
  std::move(others.begin(), others.end(), std::back_inserter(all));
  if (notSigned) all.push_back(makeFinding("signature.unsigned", Severity::warning, key, "", {}));
  if (header.enteredFor) addEnteredFor(key, *header.enteredFor, all);
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

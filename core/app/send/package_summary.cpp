#include "core/app/send/package_summary.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/app/check/checks.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/definition_set.h"
#include "core/app/suite/trusting.h"
#include "core/base/platform.h"
#include "core/exchange/package/package.h"
#include "core/rules/section_findings.h"
#include "core/signing/package_signature.h"

namespace cchc {

Result<PackageContent> summarizePackage(Suite& suite, const std::filesystem::path& file) {
  const auto name = file.string();
  CCHC_TRY(const auto bytes, readFile(file, packageLimit));
  CCHC_TRY(const auto codes, unitCodes(suite));
  CCHC_TRY(const auto lookup, definitionLookup(suite, PackageOrigin::arriving));
  CCHC_TRY(auto package, readPackage(bytes, name, lookup, codes));
  PackageContent content;
  content.header = std::move(package.header);
  content.data = std::move(package.data);
  const auto& key = content.header.key;
  content.header.signer.clear();
  // A package without a signature is not refused, even if the trust list requires one, since it may be signed later.
  if (isSigned(bytes)) {
    CCHC_TRY(const auto trust, trustOf(suite));
    CCHC_TRY(content.header.signer, signerOf(trust, bytes, name, content.header, suite.now()));
  }
  content.unitName = nameOf(suite, key.unit, key.period);
  content.reporterName = nameOf(suite, content.header.reporter, key.period);
  CCHC_TRY(const auto periods, suite.store.periods());
  const auto known =
      std::find_if(periods.begin(), periods.end(), [&](const Period& period) { return period.id == key.period; });
  Period period = known == periods.end() ? Period{} : *known;
  if (known == periods.end()) period.id = key.period, period.name = key.period.value;
  content.periodName = period.name;
  content.definition = known == periods.end() ? suite.definitions->newest(key.definition)
                                              : suite.definitions->find(key.definition, period.end);
  Circumstances circumstances;  // those of an unknown period are not known
  if (known != periods.end()) {
    CCHC_TRY(circumstances, circumstancesOf(suite, key.unit, period));
  }
  const WithinPeriod surroundings(period, std::move(circumstances));
  evaluate(*content.definition, content.data, surroundings, content.evaluation);
  content.findings = sectionFindings(*content.definition, key, content.data, content.evaluation, surroundings, false);
  auto others = sectionChecks(suite)(key, {content.definition.get(), &content.data, &content.evaluation}, surroundings);
  std::move(others.begin(), others.end(), std::back_inserter(content.findings));
  std::stable_sort(content.findings.begin(), content.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return content;
}

}  // namespace cchc

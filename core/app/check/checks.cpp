#include "core/app/check/checks.h"

#include <iterator>
#include <utility>

#include "core/app/check/document_dates.h"
#include "core/app/report/store_source.h"
#include "core/app/suite/catalogue.h"

namespace cchc {
namespace {

// Collects the findings of a consolidation, and discards the report.
class FindingSink final : public ReportSink {
 public:
  Status heading(const ReportHeading&) override { return {}; }
  Status beginPlace(const ReportPlace&) override { return {}; }
  Status group(const ReportGroup&) override { return {}; }
  Status endPlace() override { return {}; }
  Status annex(const Annex&) override { return {}; }
  Status missing(const MissingSection&) override { return {}; }
  Status provenance(const ProvenanceLine&) override { return {}; }
  Status finding(const Finding& finding) override { return findings.push_back(finding), Status(); }
  Status finish() override { return {}; }

  std::vector<Finding> findings;
};

}  // namespace

Result<std::vector<Finding>> checkUnit(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                       SectionChoice choice) {
  CCHC_TRY(auto input, consolidationInput(suite, unit, period));
  input.checkRequired = choice == SectionChoice::working;
  StoreSource source(suite, period, choice);
  FindingSink sink;
  CCHC_CHECK(consolidate(input, source, sectionChecks(suite), sink));
  if (choice == SectionChoice::working) {
    CCHC_TRY(const auto sections, suite.store.sections(period));
    for (const auto& header : sections) {
      if (header.key.unit != unit) continue;
      CCHC_TRY(auto remarks, remarkFindings(suite, header.key));
      std::move(remarks.begin(), remarks.end(), std::back_inserter(sink.findings));
    }
  }
  return std::move(sink.findings);
}

SectionChecks sectionChecks(const Suite& suite) {
  return [&suite](const SectionKey& key, const SectionView& section, const Surroundings& surroundings) {
    auto findings = suite.catalogue.plugins.check(key, section, surroundings);
    auto dates = documentDateFindings(suite.catalogue.centralDocuments, key, section);
    findings.insert(findings.end(), std::make_move_iterator(dates.begin()), std::make_move_iterator(dates.end()));
    return findings;
  };
}

Result<std::vector<Finding>> remarkFindings(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto remarks, suite.store.remarks(key));
  std::vector<Finding> findings;
  findings.reserve(remarks.size());
  for (const auto& remark : remarks)
    findings.push_back(makeFinding("return.remark", Severity::warning, key, remark.place, {{"text", remark.text}}));
  return findings;
}

}  // namespace cchc

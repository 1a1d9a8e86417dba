#include "core/app/checks.h"

#include "core/app/store_source.h"

namespace cchc {
namespace {

// Takes the findings of a consolidation and lets the report go.
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

Result<std::vector<Finding>> checkUnit(Suite& suite, const OrgUnitId& unit, const PeriodId& period, SectionChoice choice) {
  CCHC_TRY(auto input, consolidationInput(suite, unit, period));
  input.requiredFilled = choice == SectionChoice::working;
  StoreSource source(suite, period, choice);
  FindingSink sink;
  CCHC_CHECK(consolidate(input, source, sectionChecks(suite), sink));
  return std::move(sink.findings);
}

}  // namespace cchc

// Sections as consolidation reads them, out of the store. Private to app/.
#pragma once
#include "core/app/checks.h"
#include "core/app/section_content.h"

namespace cchc {

class StoreSource final : public SubmissionSource {
 public:
  StoreSource(Suite& suite, PeriodId period, SectionChoice choice) : suite_(suite), period_(std::move(period)), choice_(choice) {}
  Status each(const DefinitionId& definition, const OrgUnitId& whole, const std::function<Status(const ReceivedSection&)>& visit) override;
  Status eachHeader(const std::function<Status(const ReceivedSection&)>& visit) override;

 private:
  struct Working {
    SubmissionHeader header;
    SectionData data;
  };
  Result<std::vector<Working>> workingDrafts(const DefinitionId& definition);

  Suite& suite_;
  PeriodId period_;
  SectionChoice choice_;
  Package reusable_;  // one package's storage for all
};

// What consolidation needs to know of a unit and period, from the store.
Result<ConsolidationInput> consolidationInput(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

}  // namespace cchc

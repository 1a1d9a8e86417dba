// Sections as consolidation reads them, out of the store. Private to app/.
#pragma once
#include <set>

#include "core/app/check/checks.h"
#include "core/app/check/stored_check.h"
#include "core/app/section/section_content.h"

namespace cchc {

class StoreSource final : public SubmissionSource {
 public:
  // `check`: what is read also is signed as the office's policy has it, and its signer is worked out from its bytes;
  // borrowed.
  StoreSource(Suite& suite, PeriodId period, SectionChoice choice, StoredCheck* check = nullptr)
      : suite_(suite), period_(std::move(period)), choice_(choice), check_(check) {}
  Status each(const DefinitionId& definition, const OrgUnitId& whole,
              const std::function<Status(const ReceivedSection&)>& visit) override;
  Status eachHeader(const std::function<Status(const ReceivedSection&)>& visit) override;

 private:
  struct Working {
    SubmissionHeader header;
    SectionData data;
  };
  Result<std::vector<Working>> workingDrafts(const DefinitionId& definition);
  Result<std::string> fetch(const StoredSubmission& row);

  Suite& suite_;
  PeriodId period_;
  SectionChoice choice_;
  StoredCheck* check_;
  Package reusable_;                           // one package's storage for all
  std::map<SectionKey, std::string> signers_;  // those that are not as their rows say
};

// What consolidation needs to know of a unit and period, from the store.
Result<ConsolidationInput> consolidationInput(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// The unit that reports and those below it.
std::set<OrgUnitId> unitsOf(const ConsolidationInput& input);

}  // namespace cchc

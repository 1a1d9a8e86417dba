// The sections of a period, out of the store, as consolidation reads them. Private to app/.
#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/app/check/checks.h"
#include "core/app/check/stored_check.h"
#include "core/app/suite/suite.h"
#include "core/consolidation/consolidate.h"
#include "core/exchange/package/package.h"

namespace cchc {

class StoreSource final : public SubmissionSource {
 public:
  // `check`: each package that is read must be signed by the policy of this workstation, and its signer is taken from
  // its bytes; borrowed. nullptr: the signer in the row is used.
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
  Result<std::string> packageOf(const StoredSubmission& row);

  Suite& suite_;
  PeriodId period_;
  SectionChoice choice_;
  StoredCheck* check_;
  Package reusable_;                           // its buffers are used for one package after the other
  std::map<SectionKey, std::string> signers_;  // of the sections whose rows name another signer
};

// Everything else that consolidation needs to know about a unit and a period.
// Errors:
//   unit.unknown, period.unknown
//   and those of loadSection (for the periods of comparison) and the store
Result<ConsolidationInput> consolidationInput(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// The unit that reports, and the units below it.
std::set<OrgUnitId> unitsOf(const ConsolidationInput& input);

}  // namespace cchc

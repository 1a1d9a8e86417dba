// Gives consolidation the sections of a period from the store. Private to app/.
#pragma once
#include <functional>
#include <map>
#include <optional>
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
  // `check`: each package that is read must be signed as the policy of this workstation requires, and its signer is
  // read from its bytes; borrowed. nullptr: the signer in the row is used.
  StoreSource(Suite& suite, PeriodId period, SectionChoice choice, StoredCheck* check = nullptr)
      : suite_(suite), period_(std::move(period)), choice_(choice), check_(check) {}
  Status each(const DefinitionId& definition, const OrgUnitId& whole, Scope scope,
              const std::function<Status(const ReceivedSection&)>& visit) override;
  Status eachHeader(const std::function<Status(const ReceivedSection&)>& visit) override;
  Status eachOf(const PeriodId& period, const SectionDefinition& layout,
                const std::function<Status(const ReceivedSection&)>& visit) override;
  // Of a submission that is not what was received, or that cannot be used. It neither counts nor keeps others from it.
  std::vector<Finding> unusable() const override;
  // The same, with the section as the place of each error.
  const std::map<SectionKey, Error>& faults() const { return faults_; }
  // Whether each() has left the section out.
  bool leavesOut(const SectionKey& key) const { return faults_.contains(key); }

 private:
  struct Working {
    SubmissionHeader header;
    SectionData data;
  };
  Result<std::vector<Working>> workingDrafts(const DefinitionId& definition, const std::optional<OrgUnitId>& only);
  Result<std::string> packageOf(const StoredSubmission& row);
  Result<std::optional<Error>> faultOf(const Store::ListedSubmission& row);
  Status readRow(SubmissionReader& reader, StoredSubmission& row);

  Suite& suite_;
  PeriodId period_;
  SectionChoice choice_;
  StoredCheck* check_;
  bool withData_ = false;              // contributions are not used
  Package reusable_;                   // its buffers are reused for each package
  std::optional<StoredCheck> doubts_;  // made when a row is in doubt
  std::map<SectionKey, Error> faults_;
  std::map<SectionKey, std::string> signers_;  // of sections whose signer differs from that in the row
};

// What one section's expressions, rules and checks read besides the unit's own sections: the definitions whose sums of
// child units, and whose sections of the comparison periods, are needed.
struct NeededSections {
  std::set<DefinitionId> sums, compared;
};
// Follows the definitions that `definition` names, and those that they name in turn, in the versions of the period.
NeededSections neededBy(const Suite& suite, const CompiledDefinition& definition, const Period& period);

// Everything else that consolidation needs to know about a unit and a period. `needed`: only this is read; nullopt:
// all. Errors:
//   unit.unknown, period.unknown, period.none
//   and those of loadSection (for the periods of comparison) and the store
Result<ConsolidationInput> consolidationInput(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                              const std::optional<NeededSections>& needed = std::nullopt);

// The reporting unit and the units below it.
std::set<OrgUnitId> unitsOf(const ConsolidationInput& input);

}  // namespace cchc

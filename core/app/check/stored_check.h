// A submission that lies in the store, looked at again from the bytes of its package: nothing that its row says beside
// them is believed. Private to app/.
#pragma once
#include "core/app/check/package_check.h"
#include "core/app/section/section_content.h"
#include "core/signing/trust.h"

namespace cchc {

// Whether the package is the one that the row tells of: its digest and everything in its head. submission.altered.
Status asRowSays(const SubmissionHeader& package, const StoredSubmission& row);

class StoredCheck {
 public:
  // Trust and policy are this workstation's (trusting.h), whoever wrote the row.
  static Result<StoredCheck> of(Suite& suite);

  // Reads the package, guarded as one that comes in. submission.altered; package.unknown-section and the like where the
  // form is not there.
  Status read(const StoredSubmission& row, Package& package);
  // Who signed it, by its bytes: the errors of signerOf (trusting.h), at the section. It must hold at the moment that
  // the row says the package came in; where a department may have written the row, and the office has not accepted it,
  // also now.
  Result<std::string> signer(const StoredSubmission& row, const SubmissionHeader& package) const;
  // What an accepted row says of its signer need not be worked out again: the policy holds, and a trust list was there
  // to know them by.
  bool signerKnown(const StoredSubmission& row) const;
  // All that accepting needs: read, by the unit that is to report (package.wrong-reporter), signed by who may, worked
  // out.
  Result<Store::Examined> examine(const StoredSubmission& row);
  // examine() finds what the row says: signer, and contribution and findings where the row says that this program
  // worked them out. submission.altered.
  Status confirm(const StoredSubmission& row);
  // The same for any row, with what can be said of rows that count for nothing yet, or no longer; nullopt: in order.
  Result<std::optional<Error>> fault(const StoredSubmission& row);

 private:
  StoredCheck(Suite& suite, std::optional<Trust> trust);
  Result<OrgUnitId> reporterOf(const SectionKey& key);
  Result<const Period*> periodOf(const PeriodId& id);
  Status sameWorth(const StoredSubmission& row, const Package& package);

  Suite& suite_;
  std::optional<Trust> trust_;
  bool shared_;
  SubmissionReader packages_;
  PackageCheck checks_;
  Package package_;
  std::map<PeriodId, Period> periods_;
  std::map<PeriodId, std::map<std::pair<DefinitionId, OrgUnitId>, OrgUnitId>> reporters_;
};

}  // namespace cchc

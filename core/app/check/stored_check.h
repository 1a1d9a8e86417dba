// Checks a submission in the store again, from the bytes of its package. The other columns of its row are not trusted.
// Private to app/.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/app/check/package_check.h"
#include "core/app/suite/suite.h"
#include "core/exchange/package/package.h"
#include "core/model/submission.h"
#include "core/signing/trust.h"

namespace cchc {

// The error submission.altered. `textCode`: the text that names what was altered (submission.altered.content, …).
tl::unexpected<Error> submissionAltered(const SectionKey& key, std::string_view textCode);

// Checks that Store::verifyJournal finds nothing.
// Errors:
//   journal.altered   it does; the error has the code and the words of the first finding
Status journalWhole(Suite& suite, const SectionKey& key);

// Checks that the package is the one that the row describes: same digest and same header. `package` was read without
// UnitCodes, and gets the units of the row.
// Errors:
//   submission.altered
Status checkAgainstRow(SubmissionHeader& package, const StoredSubmission& row);

// One thread at a time: it reuses its buffers from one package to the next.
class StoredCheck {
 public:
  // Uses the trust list and the policy of this workstation (trusting.h), regardless of who wrote the row.
  // Errors: those of identify, trustOf and definitionLookup.
  static Result<StoredCheck> of(Suite& suite);

  // Reads the package as strictly as an incoming one. `package`: its buffers are reused.
  // Errors:
  //   submission.altered
  //   package.unknown-section, package.no-definition, package.newer-definition, package.newer-format
  //                          this program cannot read it
  Status read(const StoredSubmission& row, Package& package);
  // The name of the signer, from the bytes of the package. The signature must have been valid at the time of receipt
  // that the row gives; in a shared store it must also be valid now, until the office has accepted the submission,
  // since a department may have written the row.
  // Errors: those of signerOf (trusting.h), with the section as the place.
  Result<std::string> signer(const StoredSubmission& row, const SubmissionHeader& package) const;
  // Whether the signer in an accepted row can be used as it is: a trust list vouched for it, and the policy is met.
  bool signerKnown(const StoredSubmission& row) const;
  // Everything needed to accept the submission: calls read() and signer(), and computes contribution and findings.
  // Errors: those of read and signer, and
  //   section.not-assigned
  //   package.wrong-reporter   the section is assigned to another reporter
  Result<Store::Examined> examine(const StoredSubmission& row);
  // Checks that the journal of the section is whole, and says of the submission what its row says: that it was received
  // as this revision with this digest, when, and in which state it was left. Errors:
  //   submission.altered, journal.altered
  Status held(const StoredSubmission& row);
  // Calls held() and examine(), and checks that examine() gives the signer of the row, and the results that the row
  // states were computed by this program. Errors: those of held and examine, and
  //   submission.altered
  Status confirm(const StoredSubmission& row);
  // What is wrong with a row in any state, even one that is not used yet or no longer used; nullopt: nothing.
  // faultOfPackage: the row and its package; fault: also the row and the journal.
  Result<std::optional<Error>> faultOfPackage(const StoredSubmission& row);
  Result<std::optional<Error>> fault(const StoredSubmission& row);
  // What happened to the certificate of an accepted submission since it was received (Trust::since), which changes
  // nothing; nullopt: nothing, or no trust list.
  Result<std::optional<Error>> since(const StoredSubmission& row) const;

 private:
  StoredCheck(Suite& suite, std::optional<Trust> trust, DefinitionLookup lookup);
  Status heldByReceipt(const StoredSubmission& row);
  Status heldByAssignment(const StoredSubmission& row);
  Result<OrgUnitId> reporterOf(const SectionKey& key);
  Result<const Period*> periodOf(const PeriodId& id);
  Result<Circumstances> circumstancesOf(const OrgUnitId& unit, const Period& period);
  Status checkResults(const StoredSubmission& row, const Package& package);

  Suite& suite_;
  std::optional<Trust> trust_;
  bool shared_;
  SubmissionReader packages_;
  PackageCheck checks_;
  Package package_;
  std::optional<UnitCircumstances> circumstances_;
  std::map<PeriodId, Period> periods_;
  std::map<PeriodId, std::map<std::pair<DefinitionId, OrgUnitId>, OrgUnitId>> reporters_;
};

}  // namespace cchc

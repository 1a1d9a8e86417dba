// Checks a submission in the store again, from the bytes of its package. What its row says in addition to them is not
// trusted. Private to app/.
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

// The error submission.altered. `textCode`: the text that says what was altered (submission.altered.content, …).
tl::unexpected<Error> submissionAltered(const SectionKey& key, std::string_view textCode);

// Whether the package is the one that the row names, by its digest and everything in its header.
// Errors:
//   submission.altered
Status checkAgainstRow(const SubmissionHeader& package, const StoredSubmission& row);

// One thread at a time: it reuses its buffers from one package to the next.
class StoredCheck {
 public:
  // Uses the trust list and the policy of this workstation (trusting.h), whoever wrote the row.
  // Errors: those of identify and trustOf.
  static Result<StoredCheck> of(Suite& suite);

  // Reads the package as strictly as one that comes in. `package`: its buffers are used again.
  // Errors:
  //   submission.altered
  //   package.unknown-section, package.newer-definition, package.newer-format   this program cannot read it
  Status read(const StoredSubmission& row, Package& package);
  // The name of the signer, from the bytes of the package. The signature must have been valid at the moment at which,
  // by the row, the package was received; in a shared store it must be valid now, too, until the office has accepted
  // the submission, since a department may have written the row.
  // Errors: those of signerOf (trusting.h), with the section as their place.
  Result<std::string> signer(const StoredSubmission& row, const SubmissionHeader& package) const;
  // Whether the signer in an accepted row can be used as it is: a trust list vouched for it, and the policy is met.
  bool signerKnown(const StoredSubmission& row) const;
  // All that is needed to accept the submission: read() and signer(), and what is computed from the package.
  // Errors: those of read and signer, and
  //   section.not-assigned
  //   package.wrong-reporter   another unit is to report the section
  Result<Store::Examined> examine(const StoredSubmission& row);
  // Whether examine() finds what the row says: the signer, and what the row says that this program has computed.
  // Errors: those of examine, and
  //   submission.altered
  Status confirm(const StoredSubmission& row);
  // What is wrong with a row in whatever state, also one that is not used yet or any more; nullopt: nothing.
  Result<std::optional<Error>> fault(const StoredSubmission& row);

 private:
  StoredCheck(Suite& suite, std::optional<Trust> trust);
  Result<OrgUnitId> reporterOf(const SectionKey& key);
  Result<const Period*> periodOf(const PeriodId& id);
  Status checkResults(const StoredSubmission& row, const Package& package);

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

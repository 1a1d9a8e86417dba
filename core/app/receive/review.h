// The decisions of the office on what it has received.
#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/exchange/notices/return_notice.h"
#include "core/model/finding.h"
#include "core/model/submission.h"
#include "core/signing/key.h"

namespace cchc {

// Accepts the latest submission of a section. The package is read again, its signature is verified against the trust
// list and the policy of this workstation, and columns that others may have written in its row are replaced
// (Store::acceptSubmission).
// Errors:
//   section.not-received
//   those of permits (model/permits.h)
//   submission.altered, package.wrong-reporter, section.not-assigned
//   submission.rivals   nobody has chosen between two packages of the revision
//   and those of signerOf (trusting.h)
Status acceptSection(Suite& suite, const SectionKey& key);
// Returns a section to its department. `remarks` are about places of the section.
// Errors:
//   return.reason   `reason`, or the text of a remark, is blank
//   remark.place    the definition of the section has no such place
//   section.not-received, plugin.missing
//   those of permits (model/permits.h)
Status returnSection(Suite& suite, const SectionKey& key, const std::string& reason, std::vector<Remark> remarks = {});
// Writes the return of a returned section as a file for its department. `signing`: the key to sign it with; nullptr: it
// is not signed. Errors:
//   section.not-returned, desk.role, desk.no-role
//   key.expired, key.not-yet-valid
//   file.write
Status writeReturnFile(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                       const SigningKey* signing = nullptr);
// Applies a return in the store of the department: the section is returned, with the reason. Returns true if nothing
// changes because the section was returned before, or has been submitted again since. `signer`: of the file, from
// officeSigner (trusting.h), for the journal; nullopt if the signer was not checked.
// Errors:
//   section.not-begun
//   return.other-submission   it refers to a different submission from the one sent from here
//   section.transition
Result<bool> applyReturn(Suite& suite, const ReturnNotice& notice, const std::optional<std::string>& signer = {});
// Accepts every submitted section of the unit and the units below it; returns how many. Skips submissions that were
// received after their report was issued. `refused`: collects the refusals while the other sections are accepted;
// nullptr: the first refusal is the error.
// Errors: those of acceptSection.
Result<std::size_t> acceptAll(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                              std::vector<Error>* refused = nullptr);

// A section whose accepted revision is in the report while a newer revision waits for review, or was returned.
struct NewerWaiting {
  SectionKey key;
  int accepted = 0, waiting = 0;  // revisions
  bool issued = false;            // the section has to be reopened before the newer revision can be accepted
  bool returned = false;
};
Result<std::vector<NewerWaiting>> newerWaiting(Suite& suite, const PeriodId& period, const std::set<OrgUnitId>& units);

// Warnings about the sections that a report of the units is made from: core.newer-waiting and core.newer-returned,
// unless the report includes unreviewed submissions; core.undecided, where nobody has chosen between two packages.
Result<std::vector<Finding>> reviewFindings(Suite& suite, const PeriodId& period, const std::set<OrgUnitId>& units,
                                            bool includeUnreviewed);

// Moves an issued section back to the state "in report", so that it can be returned.
// Errors:
//   reopen.reason   `reason` is blank
//   those of permits (model/permits.h)
Status reopenSection(Suite& suite, const SectionKey& key, const std::string& reason);

// Every submission of a section without its package, the latest revision first.
Result<std::vector<StoredSubmission>> submissionHistory(Suite& suite, const SectionKey& key);
// Chooses between packages of one revision (Store::chooseSubmission, with its errors).
Status chooseSubmission(Suite& suite, const SectionKey& key, const std::string& digest);
// Takes a submission out of consideration (Store::discardSubmission, with its errors), with a reason.
// Errors:
//   discard.reason   `reason` is blank
Status discardSubmission(Suite& suite, const SectionKey& key, const std::string& digest, int revision,
                         const std::string& reason);
// Why submissions of the section were discarded, by digest, from its journal.
Result<std::map<std::string, std::string>> discardReasons(Suite& suite, const SectionKey& key);

}  // namespace cchc

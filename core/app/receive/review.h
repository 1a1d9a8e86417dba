// The office's decisions on what came in.
#pragma once
#include <set>

#include "core/app/suite/suite.h"
#include "core/exchange/notices/return_package.h"
#include "core/signing/key.h"

namespace cchc {

// What counts is decided here: the package is read again, its signature is held against the trust and the policy of
// this workstation, and what others wrote beside it is put right (Store::acceptSubmission). section.not-received,
// section.transition, submission.altered, package.wrong-reporter, submission.rivals (nobody has chosen between two
// packages of the revision), signature.missing and the other errors of signerOf (trusting.h).
Status acceptSection(Suite& suite, const SectionKey& key);
// `reason` is required (return.reason). `remarks`: what is said of places; remark.place when the section's definition
// has no such place.
Status returnSection(Suite& suite, const SectionKey& key, const std::string& reason, std::vector<Remark> remarks = {});
// The return of a section that was given back, as a file for its department. `signing`: signed with it.
// section.not-returned; file.write; key.expired.
Status writeReturnFile(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                       const SigningKey* signing = nullptr);
// The department takes it in: the section is returned, with its reason. True when it was already, or has been submitted
// again since: nothing changes then. section.not-begun, return.other-submission (not what was sent from here).
// `signer`: of the file, as officeSigner (trusting.h) found it, kept in the journal; nullopt where nobody asks who
// signed it.
Result<bool> takeReturn(Suite& suite, const ReturnNotice& notice, const std::optional<std::string>& signer = {});
// Every submitted section of the unit and those below it; answers how many. With `refused`, one that is refused is told
// there and the others go on. Left out: what came in after its report was issued.
Result<std::size_t> acceptAll(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                              std::vector<Error>* refused = nullptr);

// A section whose accepted revision is in the report while a newer one waits for review; `issued`: until the section is
// reopened.
struct NewerWaiting {
  SectionKey key;
  int accepted = 0, waiting = 0;
  bool issued = false;
};
Result<std::vector<NewerWaiting>> newerWaiting(Suite& suite, const PeriodId& period, const std::set<OrgUnitId>& units);

// What a person should know of the sections that a report of the unit is made of, before its figures:
// core.newer-waiting, and core.undecided where nobody has chosen between two packages. Warnings.
Result<std::vector<Finding>> reviewFindings(Suite& suite, const PeriodId& period, const std::set<OrgUnitId>& units,
                                            bool includeUnreviewed);

// `file`: the report.xml that goes out; it must be what consolidating now gives. `key`: signs it in its place.
struct IssuedReport {
  std::filesystem::path file;
  const SigningKey* key = nullptr;
};
// The report goes out: every section that stands in it is issued and locked. Answers how many. Before that each
// accepted submission below the unit is looked at again from its package: digest, signature and trust by this
// workstation's list, and what it gives to the sums, worked out anew. section.none-in-report; issue.newer-waiting, when
// a newer revision of one waits for review; report.other, report.differs; submission.altered and the errors of signerOf
// (trusting.h), at the section; key.expired.
Result<std::size_t> issueReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                const IssuedReport& report = {});
// Takes an issued section back to "in report", so that it can be returned. `reason` is required (reopen.reason).
Status reopenSection(Suite& suite, const SectionKey& key, const std::string& reason);

// Every submission of a section, latest revision first, without packages; and which of two packages of one revision
// counts (Store::chooseSubmission).
Result<std::vector<StoredSubmission>> submissionHistory(Suite& suite, const SectionKey& key);
Status chooseSubmission(Suite& suite, const SectionKey& key, const std::string& digest);

}  // namespace cchc

// The office issues a report: the sections in it are locked.
#pragma once
#include <cstddef>
#include <filesystem>

#include "core/app/suite/suite.h"
#include "core/signing/key.h"

namespace cchc {

// `file`: the report.xml that is issued; it must equal what consolidating now gives. `key`: signs it in place;
// borrowed.
struct ReportToIssue {
  std::filesystem::path file;
  const SigningKey* key = nullptr;
};
// Locks every section that is in the report of the unit and the units below it; returns how many. Before that, each
// accepted submission is read again from its package: its digest, its signature (against the trust list of this
// workstation) and its contribution to the sums are all checked. What shaped the report is kept in the store, and so is
// the report itself (issued.h). Without `file`, that is the report as it is consolidated now.
// Errors:
//   section.none-in-report
//   those of permits (model/permits.h): the desk may not issue
//   issue.newer-waiting, issue.newer-returned   a newer revision of a section waits for review, or was returned
//   issue.undecided       nobody has chosen between two packages
//   issue.changed-meanwhile   somebody else changes a section; as the place
//   issue.not-printed     something that came in is not in the report
//   issue.errors          the report has errors, and nobody has confirmed it
//   issue.incomplete      sections are missing, and nobody has confirmed it (missing_sections.h)
//   report.other          the file is the report of another unit or period
//   report.differs        the file is not what consolidating now gives
//   signature.present     the file is signed already
//   key.expired, key.not-yet-valid
//   submission.altered, and those of signerOf (trusting.h)   with the section as the place
//   file.read, file.write
Result<std::size_t> issueReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                const ReportToIssue& report = {});

}  // namespace cchc

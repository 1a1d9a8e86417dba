// The office issues a report: the sections in it are locked.
#pragma once
#include <cstddef>
#include <filesystem>

#include "core/app/suite/suite.h"
#include "core/signing/key.h"

namespace cchc {

// `file`: the report.xml that is issued; it must be what consolidating now gives. `key`: signs it where it lies;
// borrowed.
struct IssuedReport {
  std::filesystem::path file;
  const SigningKey* key = nullptr;
};
// Locks every section that stands in the report of the unit and the units below it; returns how many. Before that, each
// accepted submission is read again from its package: digest, signature and trust by the list of this workstation, and
// what it contributes to the sums, computed anew. A report without `file` is issued unread.
// Errors:
//   section.none-in-report
//   section.transition, section.role, section.no-role   where the person may not issue
//   issue.newer-waiting   a newer revision of a section waits for review
//   report.other          the file is a report of another unit or period
//   report.differs        the file is not what consolidating now gives
//   signature.present     the file is signed already
//   key.expired, key.not-yet-valid
//   submission.altered, and those of signerOf (trusting.h)   with the section as their place
//   file.read, file.write
Result<std::size_t> issueReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period,
                                const IssuedReport& report = {});

}  // namespace cchc

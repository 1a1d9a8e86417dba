// The office's decisions on what came in.
#pragma once
#include "core/app/suite.h"
#include "core/exchange/return_package.h"

namespace cchc {

// section.not-received, section.transition. `reason` is required for a return (return.reason).
Status acceptSection(Suite& suite, const SectionKey& key);
// `remarks`: what is said of places; remark.place when the section's definition has no such place.
Status returnSection(Suite& suite, const SectionKey& key, const std::string& reason, std::vector<Remark> remarks = {});
// The return of a section that was given back, as a file for its department. section.not-returned; file.write.
Status writeReturnFile(Suite& suite, const SectionKey& key, const std::filesystem::path& file);
// The department takes it in: the section is returned, with its reason. True when it was already, or has been submitted again since: nothing changes then.
// section.not-begun, return.other-submission (not what was sent from here).
Result<bool> takeReturn(Suite& suite, const ReturnNotice& notice);
// Every submitted section of the unit and those below it; answers how many.
Result<std::size_t> acceptAll(Suite& suite, const OrgUnitId& unit, const PeriodId& period);

// The report goes out: every section that stands in it is issued and locked. Answers how many; section.none-in-report when none is.
Result<std::size_t> issueReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period);
// Takes an issued section back to "in report", so that it can be returned. `reason` is required (reopen.reason).
Status reopenSection(Suite& suite, const SectionKey& key, const std::string& reason);

// Every submission of a section, latest revision first, without packages; and which of two packages of one revision counts (Store::chooseSubmission).
Result<std::vector<StoredSubmission>> submissionHistory(Suite& suite, const SectionKey& key);
Status chooseSubmission(Suite& suite, const SectionKey& key, const std::string& digest);

}  // namespace cchc

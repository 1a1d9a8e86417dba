// A department asks for the return of what it has submitted. The office answers: it returns the section (review.h), or
// refuses.
#pragma once
#include <filesystem>
#include <string>

#include "core/app/suite/suite.h"
#include "core/exchange/notices/return_notice.h"

namespace cchc {

// For the department: the section goes from submitted to return asked, and the reason stands in SectionHeader::reason.
// `file`: the request is written there too, for an office that does not share this store; empty: no file. Called again
// with the same reason, it writes only the file again.
// Errors:
//   ask-return.reason                     the reason is blank
//   section.not-begun
//   section.transition, section.role, section.no-role
//   section.not-received, file.write      while the file is written
Status askReturn(Suite& suite, const SectionKey& key, const std::string& reason,
                 const std::filesystem::path& file = {});
// For the office: the section goes from return asked back to submitted, with the reason for the department. `file` as
// for askReturn.
// Errors: those of askReturn, and
//   section.not-asked   nobody asks for the return
Status refuseReturn(Suite& suite, const SectionKey& key, const std::string& reason,
                    const std::filesystem::path& file = {});

// Applies a request in the store of the office, or a refusal in the store of the department. True: it was applied
// before, or something later has come, and nothing changes.
// Errors:
//   section.not-received
//   ask-return.other-submission   it is about another submission than the one that is here
//   section.transition
Result<bool> applyReturnRequest(Suite& suite, const ReturnNotice& notice);

}  // namespace cchc

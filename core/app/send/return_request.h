// A department asks for the return of what it has submitted. The office answers: it returns the section (review.h), or
// refuses.
#pragma once
#include <filesystem>
#include <string>

#include "core/app/suite/suite.h"
#include "core/exchange/notices/return_notice.h"

namespace cchc {

// For the department: the section's state changes from submitted to returnAsked, with the reason in
// SectionHeader::reason. `file`: the request is also written there, for an office that does not share this store;
// empty: no file. A second call with the same reason only writes the file again.
// Errors:
//   ask-return.reason                     the reason is blank
//   section.not-begun
//   those of permits (model/permits.h)
//   section.not-received, file.write      the file could not be written
Status askReturn(Suite& suite, const SectionKey& key, const std::string& reason,
                 const std::filesystem::path& file = {});
// For the office: the section's state changes from returnAsked back to submitted, with the reason for the department.
// `file` as for askReturn.
// Errors: those of askReturn, and
//   section.not-asked   nobody has asked for the return
Status refuseReturn(Suite& suite, const SectionKey& key, const std::string& reason,
                    const std::filesystem::path& file = {});

// Applies a request in the store of the office, or a refusal in the store of the department. Returns true if nothing
// changes because it was applied before, or something later has arrived.
// Errors:
//   section.not-received
//   ask-return.other-submission   it refers to a different submission from the one here
//   section.transition
Result<bool> applyReturnRequest(Suite& suite, const ReturnNotice& notice);

}  // namespace cchc

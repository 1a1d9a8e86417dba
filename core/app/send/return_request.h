// A department wants back what it has submitted, and the office answers: it returns the section (review.h) or refuses,
// with the reason.
#pragma once
#include "core/app/suite/suite.h"
#include "core/exchange/notices/return_package.h"

namespace cchc {

// The department: submitted -> return asked, journalled with the reason, which stands in SectionHeader::reason for the
// office to see. `file`, unless empty: the request as a file too, for an office that does not share this store; asked
// again with the same reason, the file alone is written again. ask-return.reason (blank), section.not-begun,
// section.transition, section.role; file.write.
Status askReturn(Suite& suite, const SectionKey& key, const std::string& reason,
                 const std::filesystem::path& file = {});
// The office: return asked -> submitted, with the reason for the department. To return it: returnSection. `file` as
// above. ask-return.reason, section.not-asked, section.role; file.write.
Status refuseReturn(Suite& suite, const SectionKey& key, const std::string& reason,
                    const std::filesystem::path& file = {});

// Such a file taken in, of kind asked (by the office) or refused (by the department). True when it was before, or
// something later has come: nothing changes then. section.not-received, ask-return.other-submission,
// section.transition.
Result<bool> takeReturnRequest(Suite& suite, const ReturnNotice& notice);

}  // namespace cchc

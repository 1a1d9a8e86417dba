// Makes the package of a section that is submitted from here. Private to app/.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "core/app/suite/suite.h"
#include "core/model/section_data.h"
#include "core/model/submission.h"
#include "core/signing/key.h"

namespace cchc {

// Signs the package, and sets the signer from the trust list of this workstation. A signer who may not sign is refused
// here, before the office would refuse the package. `signing`: nullptr: it is not signed.
// Errors:
//   submit.unsigned   the trust list requires a signature in a shared store, and there is none
//   key.expired, key.not-yet-valid, and those of signerOf (trusting.h)
Result<std::string> withSignature(Suite& suite, SubmissionHeader& header, std::string package,
                                  const std::filesystem::path& file, const SigningKey* signing);
// Makes a package of the data, reads it as the office will, writes it to `file` (empty: nowhere), then stores it by
// `store`. So nothing is submitted that nobody can take. The reporter, the
// definition, the time and the person of the header are set here. The file comes first: the section must not count as
// submitted when its package could not be written. If it cannot be stored, the file is removed, because the next
// submission would get the same number.
// Errors: those of withSignature and `store`, and
//   section.not-assigned, submit.attachment-missing, package.too-large, file.write
//   submit.unreadable   the office's reader refuses the package; the error names the reason
//   submit.read-otherwise   it reads other figures than those of the section
Result<std::string> makePackage(Suite& suite, SubmissionHeader& header, const SectionDefinition& definition,
                                const SectionData& data, const std::filesystem::path& file, const SigningKey* signing,
                                const std::function<Status(const StoredSubmission&)>& store);

}  // namespace cchc

// Submits a section to the office.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/model/finding.h"
#include "core/model/submission.h"
#include "core/signing/key.h"

namespace cchc {

struct SubmitOutcome {
  SubmissionHeader header;
  std::string package;
  std::vector<Finding> findings;  // the remaining warnings and information
  bool unchanged = false;         // not edited since the last submission: this is the same package
};
// Checks the section, writes its package to `file`, and then stores the submission, so that the package is on disk
// before the section counts as submitted. `file` may be empty for a shared store, where the office finds the submission
// itself. `blocking`: set to the errors that prevent submission. `signing`: the key to sign the package with; nullptr:
// it is not signed.
// Errors:
//   period.closed, section.not-begun, section.not-assigned
//   section.locked, and those of permits (model/permits.h)
//   those of viewOnly (section/section_content.h)
//   submit.blocked              there are findings of severity error; the error gives their number
//   submit.attachment-missing   the store has no bytes for an attachment
//   submit.unsigned             the trust list requires a signature in a shared store, and there is none
//   package.too-large
//   key.expired, key.not-yet-valid
//   those of Trust::maySign, if this workstation has a trust list
//   file.write
Result<SubmitOutcome> submitSection(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                                    std::vector<Finding>& blocking, const SigningKey* signing = nullptr);

// Takes the last submission back: the section is a draft again. Its revision is used up, so that the next submission
// supersedes the package if that was sent already. Returns the revision.
// Errors: those of Store::withdrawSubmission.
Result<int> withdrawSection(Suite& suite, const SectionKey& key);

}  // namespace cchc

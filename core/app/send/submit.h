// Sending a section to the office, as a package.
#pragma once
#include <variant>

#include "core/app/check/checks.h"
#include "core/app/section/section_content.h"
#include "core/signing/key.h"

namespace cchc {

struct SubmitOutcome {
  SubmissionHeader header;
  std::string package;
  std::vector<Finding> findings;  // those that remain: warnings and information
  bool unchanged = false;         // as last submitted: the same package again, no new revision
};
// submit.blocked carries the number of errors; `blocking` receives them. Writes `file` (durably) before the section
// counts as submitted. A section that was submitted and has not been edited since gives the same package again. `file`
// empty: no file, for a shared store, where the office finds the submission itself. `signing`: the package is signed
// with it before it is written: key.expired, key.not-yet-valid; where this workstation has a trust list, the errors of
// Trust::maySign. submit.unsigned without it, where the list asks for signatures and the section goes into a shared
// store.
Result<SubmitOutcome> submitSection(Suite& suite, const SectionKey& key, const std::filesystem::path& file,
                                    std::vector<Finding>& blocking, const SigningKey* signing = nullptr);

}  // namespace cchc

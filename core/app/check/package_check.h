// The findings of one package, whichever way it arrived. Private to app/.
#pragma once
#include <string>

#include "core/app/check/checks.h"
#include "core/app/suite/suite.h"
#include "core/model/submission.h"
#include "core/rules/adding/contribution.h"
#include "core/rules/evaluation.h"

namespace cchc {

// One for each thread: it reuses its buffers from one package to the next.
class PackageCheck {
 public:
  explicit PackageCheck(const Suite& suite) : suite_(suite), checks_(sectionChecks(suite)) {}

  struct Found {
    int errors = 0, warnings = 0;
    std::string contribution, findings;  // as StoredSubmission keeps them
  };
  // Checks the section with its own rules and the checks of the plugins. `circumstances`: of its unit and period. A
  // version of its definition must be in force for the period. `header` is the package's own. `notSigned`: adds the
  // warning signature.unsigned. What another unit typed in place of the reporter is the information core.entered-for,
  // at its place.
  Found of(const SubmissionHeader& header, const SectionData& data, const Period& period, Circumstances circumstances,
           bool notSigned);

 private:
  const Suite& suite_;
  SectionChecks checks_;
  Evaluation evaluation_;
  Contribution contribution_;
};

}  // namespace cchc

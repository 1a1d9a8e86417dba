// What the suite finds in one package, whichever way it came in. Private to app/.
#pragma once
#include "core/app/check/checks.h"
#include "core/rules/contribution.h"

namespace cchc {

// One for each thread: it keeps storage from one package to the next.
class PackageCheck {
 public:
  explicit PackageCheck(const Suite& suite) : suite_(suite), checks_(sectionChecks(suite)) {}

  struct Found {
    int errors = 0, warnings = 0;
    std::string contribution, findings;  // as the store keeps them beside the package
  };
  // By the section's own rules and its plugin's checks. What was found and what it gives to sums is kept, so that
  // summing need not look again. `notSigned`: it is not, where it could be known who signs.
  Found of(const SectionKey& key, const SectionData& data, const Period& period, bool notSigned);

 private:
  const Suite& suite_;
  SectionChecks checks_;
  Evaluation evaluation_;
  Contribution contribution_;
};

}  // namespace cchc

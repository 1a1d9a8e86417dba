// Which periods a period is compared with.
#pragma once
#include <optional>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/model/finding.h"
#include "core/model/org_unit.h"

namespace cchc {

struct ComparedPeriods {
  std::optional<Period> previous, lastYear;
  // Why the period cannot be compared with one that it names; the place is its id:
  //   period.comparison-unknown   nobody knows that period
  //   period.comparison-later     it is the same one, or does not end before it does
  std::vector<Error> faults;
};
// `known`: all periods.
ComparedPeriods comparedPeriods(const Period& period, const std::vector<Period>& known);

// What is wrong in the comparisons of a period that a store has, which earlier versions did not check: each as
// core.comparison-ignored, since work goes on without that comparison. Errors: period.unknown, period.none, and those
// of the store.
Result<std::vector<Error>> ignoredComparisons(Suite& suite, const PeriodId& id);
// The same as warnings of the section, or of the unit if the key names no definition.
Result<std::vector<Finding>> ignoredComparisonFindings(Suite& suite, const SectionKey& key);

}  // namespace cchc

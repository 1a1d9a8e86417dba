#include "core/app/compare/compared_periods.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/vietnamese.h"

namespace cchc {

ComparedPeriods comparedPeriods(const Period& period, const std::vector<Period>& known) {
  ComparedPeriods compared;
  const auto find = [&](const char* column, const std::optional<PeriodId>& id) -> std::optional<Period> {
    if (!id) return std::nullopt;
    const auto other = std::find_if(known.begin(), known.end(), [&](const Period& each) { return each.id == *id; });
    std::vector<Parameter> parameters{{"column", column}, {"other", id->value}};
    if (other == known.end()) {
      compared.faults.push_back({"period.comparison-unknown", period.id.value, std::move(parameters)});
      return std::nullopt;
    }
    if (other->end < period.end) return *other;
    parameters.push_back({"other_end", vietnamese::date(other->end)});
    parameters.push_back({"end", vietnamese::date(period.end)});
    compared.faults.push_back({"period.comparison-later", period.id.value, std::move(parameters)});
    return std::nullopt;
  };
  compared.previous = find("comparison", period.comparison);
  compared.lastYear = find("last_year", period.lastYear);
  return compared;
}

Result<std::vector<Error>> ignoredComparisons(Suite& suite, const PeriodId& id) {
  CCHC_TRY(const auto period, periodOf(suite, id));
  CCHC_TRY(const auto known, suite.store.periods());
  std::vector<Error> ignored;
  for (const auto& fault : comparedPeriods(period, known).faults) {
    const auto vi = message(fault, Language::vi), en = message(fault, Language::en);
    ignored.push_back({"core.comparison-ignored",
                       id.value,
                       {{"name", period.name},
                        {"period", id.value},
                        {"why_vi", vi.what},
                        {"why_en", en.what},
                        {"how_vi", vi.fix},
                        {"how_en", en.fix}}});
  }
  return ignored;
}

Result<std::vector<Finding>> ignoredComparisonFindings(Suite& suite, const SectionKey& key) {
  CCHC_TRY(const auto ignored, ignoredComparisons(suite, key.period));
  std::vector<Finding> findings;
  for (const auto& each : ignored)
    findings.push_back(makeFinding(each.code, Severity::warning, key, {}, each.parameters));
  return findings;
}

}  // namespace cchc

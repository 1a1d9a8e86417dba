// Checks over the figures of the finance section that rules cannot say.
#pragma once
#include <optional>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::finance {

// A rate that was given though the amount it is measured against is not stated.
struct RateWithoutBase {
  std::string_view field;
  Decimal rate;                    // percent
  std::optional<Decimal> actual;   // its numerator in đồng
  std::optional<Decimal> implied;  // the amount that rate and numerator lead to, in whole đồng
};
// Silent where nothing arose to measure against (denominator none-arose).
std::vector<RateWithoutBase> ratesWithoutBase(const plugin::SectionReader& section);

// "445,6 tỷ đồng": an amount that is known only roughly, with one decimal.
std::string roughAmount(const Decimal& dong);

// One project and source entered on two rows of the treasury statement, as when a file is taken in twice.
struct RepeatedProject {
  std::size_t first = 0, later = 0;  // rows, from 0
};
std::vector<RepeatedProject> repeatedProjects(const plugin::SectionReader& section);

bool checkRatesWithoutBase(plugin::CheckContext& context) noexcept;  // finance.rate-without-base
bool checkRepeatedProjects(plugin::CheckContext& context) noexcept;  // finance.repeated-project

}  // namespace cchc::finance

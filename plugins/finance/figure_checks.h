// Checks of figures of the finance section that the rules of a definition cannot express.
#pragma once
#include <optional>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::finance {

// A rate that was entered although the amount that it is measured against was not.
struct RateWithoutBase {
  std::string_view field;
  Decimal rate;                    // percent
  std::optional<Decimal> actual;   // the numerator of the rate, in đồng
  std::optional<Decimal> implied;  // the denominator that follows from rate and numerator, in whole đồng
};
// Rates with the denominator "none-arose" are left out.
std::vector<RateWithoutBase> ratesWithoutBase(const plugin::SectionReader& section);

// "445,6 tỷ đồng": an approximate amount, with one decimal.
std::string roughAmount(const Decimal& dong);

// One project and source on two rows of the treasury statement, as after importing a file twice.
struct RepeatedProject {
  std::size_t first = 0, later = 0;  // rows, from 0
};
std::vector<RepeatedProject> repeatedProjects(const plugin::SectionReader& section);

bool checkRatesWithoutBase(plugin::CheckContext& context) noexcept;  // finance.rate-without-base
bool checkRepeatedProjects(plugin::CheckContext& context) noexcept;  // finance.repeated-project

}  // namespace cchc::finance

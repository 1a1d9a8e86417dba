// Checks of figures of the finance section that the rules of a definition cannot express.
#pragma once
#include <cchc/plugin.hpp>
#include <optional>
#include <vector>

namespace cchc::finance {

// A rate that was entered although the amount that it is measured against was not.
struct RateWithoutBase {
  std::string_view field;
  plugin::Decimal rate;                    // percent
  std::optional<plugin::Decimal> actual;   // the numerator of the rate, in đồng
  std::optional<plugin::Decimal> implied;  // the denominator that follows from rate and numerator, in whole đồng
};
// Rates with the denominator "none-arose" are left out.
std::vector<RateWithoutBase> ratesWithoutBase(const plugin::SectionReader& section);

// "445,6 tỷ đồng": an approximate amount, with one decimal. `language`: "vi" or "en".
std::string roughAmount(const plugin::Decimal& dong, std::string_view language);

// One project and source on two rows of the treasury statement, as after importing a file twice.
struct RepeatedProject {
  std::size_t first = 0, later = 0;  // rows, from 0
};
std::vector<RepeatedProject> repeatedProjects(const plugin::SectionReader& section);

void checkRatesWithoutBase(plugin::CheckContext& context);  // finance.rate-without-base
void checkRepeatedProjects(plugin::CheckContext& context);  // finance.repeated-project

}  // namespace cchc::finance

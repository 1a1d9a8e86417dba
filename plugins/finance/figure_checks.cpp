#include "figure_checks.h"

#include <array>
#include <map>

namespace cchc::finance {
namespace {

using plugin::Decimal;

struct RateOf {
  std::string_view rate, numerator, denominator;
};
constexpr std::array rates = {RateOf{"revenue.rate", "revenue.actual", "revenue.target"},
                              RateOf{"revenue.own_rate", "revenue.actual", "revenue.own_target"}};
constexpr std::int64_t billion = 1'000'000'000;
constexpr std::int64_t million = 1'000'000;

std::optional<Decimal> impliedBase(const std::optional<Decimal>& actual, const Decimal& rate) {
  const auto hundredfold = actual ? multiply(*actual, Decimal(100)) : std::nullopt;
  return hundredfold ? divide(*hundredfold, rate, 0) : std::nullopt;
}

}  // namespace

std::vector<RateWithoutBase> ratesWithoutBase(const plugin::SectionReader& section) {
  std::vector<RateWithoutBase> found;
  for (const auto& one : rates) {
    const auto place = plugin::field(one.rate);
    const auto rate = section.number(place);
    if (!rate || section.number(plugin::field(one.denominator))) continue;
    if (section.denominator(place) == plugin::DenominatorState::noneArose) continue;
    const auto actual = section.number(plugin::field(one.numerator));
    found.push_back({one.rate, *rate, actual, impliedBase(actual, *rate)});
  }
  return found;
}

std::string roughAmount(const Decimal& dong, std::string_view language) {
  const bool billions = dong >= Decimal(billion);
  const auto amount = divide(dong, Decimal(billions ? billion : million), 1);
  if (!amount) return plugin::moneyShown(dong);
  return plugin::message(billions ? "finance.in-billions" : "finance.in-millions", {{"amount", amount->shown()}},
                         language)
      .value_or(plugin::moneyShown(dong));
}

std::vector<RepeatedProject> repeatedProjects(const plugin::SectionReader& section) {
  std::vector<RepeatedProject> found;
  std::map<std::string, std::size_t> rows;
  for (std::size_t row = 0; row < section.rowCount("treasury"); ++row) {
    const auto project = section.text(plugin::cell("treasury", row, "project"));
    const auto source = section.text(plugin::cell("treasury", row, "source"));
    if (!project || !source) continue;
    const auto [entry, isNew] = rows.try_emplace(plugin::fold(*project) + '\n' + std::string(*source), row);
    if (!isNew) found.push_back({entry->second, row});
  }
  return found;
}

void checkRatesWithoutBase(plugin::CheckContext& context) {
  for (const auto& found : ratesWithoutBase(context.section())) {
    plugin::FindingBuilder(context, "finance.rate-without-base", plugin::Severity::warning)
        .at(plugin::field(found.field))
        .with("rate", plugin::percentShown(found.rate))
        .with("actual", found.actual ? plugin::moneyShown(*found.actual) : "…")
        .with("implied", found.implied ? roughAmount(*found.implied, plugin::vi) : "…")
        .with("implied_en", found.implied ? roughAmount(*found.implied, plugin::en) : "…")
        .add();
  }
}

void checkRepeatedProjects(plugin::CheckContext& context) {
  for (const auto& found : repeatedProjects(context.section())) {
    const auto later = plugin::cell("treasury", found.later, "project");
    plugin::FindingBuilder(context, "finance.repeated-project", plugin::Severity::warning)
        .at(later)
        .at(plugin::cell("treasury", found.first, "project"))
        .with("project", std::string(context.section().text(later).value_or("")))
        .with("first", std::to_string(found.first + 1))
        .with("later", std::to_string(found.later + 1))
        .add();
  }
}

}  // namespace cchc::finance

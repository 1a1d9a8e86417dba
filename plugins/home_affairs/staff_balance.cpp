#include "staff_balance.h"

#include <array>

#include "fixed_rows.h"

namespace cchc::home_affairs {
namespace {

using plugin::Decimal;

using plugin::cell;

// The rows of the table `staff`, in the order of the definition.
constexpr std::array<std::string_view, 4> categories = {"civil_servants", "public_employees", "commune_staff",
                                                        "contract"};

bool joins(std::string_view reason) { return reason == "recruited" || reason == "transferred_in"; }

// The sum of the rows of the register that `counts` accepts; nullopt: there are no rows, or one of those lacks its
// figure.
template <class Counts>
std::optional<Decimal> registered(const plugin::SectionReader& section, std::string_view category,
                                  const Counts& counts) {
  constexpr std::string_view table = "movements";
  const auto rows = section.rowCount(table);
  auto sum = rows == 0 ? std::nullopt : std::optional(Decimal(0));
  for (std::size_t row = 0; row < rows && sum; ++row) {
    const auto reason = section.text(cell(table, row, "reason"));
    if (section.text(cell(table, row, "category")) != category || !reason || !counts(*reason)) continue;
    const auto people = section.number(cell(table, row, "people"));
    sum = people ? add(*sum, *people) : std::nullopt;
  }
  return sum;
}

std::optional<Decimal> registeredMovement(const plugin::SectionReader& section, std::string_view category,
                                          bool joined) {
  return registered(section, category, [&](std::string_view reason) { return joins(reason) == joined; });
}

}  // namespace

std::optional<Decimal> registeredPeople(const plugin::SectionReader& section, std::string_view category,
                                        std::string_view reason) {
  return registered(section, category, [&](std::string_view other) { return other == reason; });
}

std::vector<BalanceBroken> brokenBalances(const plugin::SectionReader& section) {
  std::vector<BalanceBroken> found;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const auto category = categories[i];
    const auto row = fixedRow(section, "staff", category, i);
    const auto start = section.number(cell("staff", row, "start"));
    const auto present = section.number(cell("staff", row, "present"));
    auto joined = section.number(cell("staff", row, "joined"));
    auto departed = section.number(cell("staff", row, "departed"));
    if (!joined) joined = registeredMovement(section, category, true);
    if (!departed) departed = registeredMovement(section, category, false);
    if (!start || !present || !joined || !departed) continue;
    const auto grown = add(*start, *joined);
    const auto expected = grown ? subtract(*grown, *departed) : std::nullopt;
    const auto difference = expected ? subtract(*present, *expected) : std::nullopt;
    if (!difference || difference->isZero()) continue;
    found.push_back(
        {cell("staff", row, "present"), category, *start, *joined, *departed, *present, *expected, *difference});
  }
  return found;
}

std::vector<MovementsDiffer> differingMovements(const plugin::SectionReader& section) {
  std::vector<MovementsDiffer> found;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const auto row = fixedRow(section, "staff", categories[i], i);
    for (const bool joined : {true, false}) {
      const auto place = cell("staff", row, joined ? "joined" : "departed");
      const auto stated = section.number(place);
      const auto registered = registeredMovement(section, categories[i], joined);
      if (stated && registered && *stated != *registered)
        found.push_back({place, categories[i], joined, *stated, *registered});
    }
  }
  return found;
}

std::string categoryText(std::string_view category) { return "home_affairs.category." + std::string(category); }

void checkStaffBalance(plugin::CheckContext& context) {
  for (const auto& found : brokenBalances(context.section())) {
    plugin::FindingBuilder(context, "home_affairs.staff-balance", plugin::Severity::warning)
        .at(found.place)
        .withText("category", categoryText(found.category))
        .with("start", found.start.shown())
        .with("joined", found.joined.shown())
        .with("departed", found.departed.shown())
        .with("present", found.present.shown())
        .with("expected", found.expected.shown())
        .with("difference", magnitudeShown(found.difference))
        .add();
  }
}

void checkStaffMovements(plugin::CheckContext& context) {
  for (const auto& found : differingMovements(context.section())) {
    const auto difference = subtract(found.stated, found.registered);
    plugin::FindingBuilder(context, found.joined ? "home_affairs.staff-joined" : "home_affairs.staff-departed",
                           plugin::Severity::warning)
        .at(found.place)
        .withText("category", categoryText(found.category))
        .with("stated", found.stated.shown())
        .with("registered", found.registered.shown())
        .with("difference", magnitudeShown(difference))
        .add();
  }
}

}  // namespace cchc::home_affairs

#include "plugins/home_affairs/staff_balance.h"

#include <array>

#include "core/base/vietnamese.h"
#include "plugins/home_affairs/fixed_rows.h"

namespace cchc::home_affairs {
namespace {

using plugin::cell;
using plugin::numberAt;

struct Category {
  std::string_view id, name;
};
// In the order of the definition.
constexpr std::array<Category, 4> categories = {{{"civil_servants", "Công chức hành chính"},
                                                 {"public_employees", "Viên chức sự nghiệp"},
                                                 {"commune_staff", "Cán bộ, công chức cấp xã"},
                                                 {"contract", "Hợp đồng lao động hỗ trợ, phục vụ"}}};

bool joins(std::string_view reason) { return reason == "recruited" || reason == "transferred_in"; }

// The sum of the rows of the register that `counts` accepts; nullopt: there are no rows, or one of those lacks its
// figure.
template <class Counts>
std::optional<Decimal> registered(const plugin::SectionReader& section, std::string_view category,
                                  const Counts& counts) {
  constexpr std::string_view table = "movements";
  const auto rows = section.rowCount(plugin::view(table));
  auto sum = rows == 0 ? std::nullopt : std::optional(Decimal(0));
  for (std::size_t row = 0; row < rows && sum; ++row) {
    const auto reason = textAt(section, cell(table, row, "reason"));
    if (textAt(section, cell(table, row, "category")) != category || !reason || !counts(*reason)) continue;
    const auto people = numberAt(section, cell(table, row, "people"));
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
    const auto category = categories[i].id;
    const auto row = fixedRow(section, "staff", category, i);
    const auto start = numberAt(section, cell("staff", row, "start"));
    const auto present = numberAt(section, cell("staff", row, "present"));
    auto joined = numberAt(section, cell("staff", row, "joined"));
    auto departed = numberAt(section, cell("staff", row, "departed"));
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
    const auto row = fixedRow(section, "staff", categories[i].id, i);
    for (const bool joined : {true, false}) {
      const auto place = cell("staff", row, joined ? "joined" : "departed");
      const auto stated = numberAt(section, place);
      const auto registered = registeredMovement(section, categories[i].id, joined);
      if (stated && registered && *stated != *registered)
        found.push_back({place, categories[i].id, joined, *stated, *registered});
    }
  }
  return found;
}

std::string categoryName(std::string_view category) {
  for (const auto& known : categories) {
    if (known.id == category) return std::string(known.name);
  }
  return std::string(category);
}

bool checkStaffBalance(plugin::CheckContext& context) noexcept try {
  for (const auto& found : brokenBalances(context.section())) {
    plugin::FindingBuilder(context, "home_affairs.staff-balance", plugin::Severity::warning)
        .at(found.place)
        .with("category", categoryName(found.category))
        .with("start", vietnamese::number(found.start))
        .with("joined", vietnamese::number(found.joined))
        .with("departed", vietnamese::number(found.departed))
        .with("present", vietnamese::number(found.present))
        .with("expected", vietnamese::number(found.expected))
        .with("difference", vietnamese::number(magnitude(found.difference)))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

bool checkStaffMovements(plugin::CheckContext& context) noexcept try {
  for (const auto& found : differingMovements(context.section())) {
    const auto difference = subtract(found.stated, found.registered);
    plugin::FindingBuilder(context, found.joined ? "home_affairs.staff-joined" : "home_affairs.staff-departed",
                           plugin::Severity::warning)
        .at(found.place)
        .with("category", categoryName(found.category))
        .with("stated", vietnamese::number(found.stated))
        .with("registered", vietnamese::number(found.registered))
        .with("difference", difference ? vietnamese::number(magnitude(*difference)) : std::string("…"))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::home_affairs

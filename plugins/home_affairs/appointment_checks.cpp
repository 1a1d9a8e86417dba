#include "plugins/home_affairs/appointment_checks.h"

#include <array>

#include "core/base/vietnamese.h"
#include "plugins/home_affairs/fixed_rows.h"
#include "plugins/home_affairs/staff_balance.h"

namespace cchc::home_affairs {
namespace {

constexpr std::string_view table = "appointments", total = "appointment_total.decisions",
                           organization = "home_affairs.organization";
constexpr std::array<std::string_view, 2> columns = {"civil_servants", "public_employees"};
constexpr std::size_t retiredPosition = 4;  // in the definition

}  // namespace

std::optional<AppointmentTotal> differingTotal(const plugin::SectionReader& section) {
  const auto given = plugin::numberAt(section, plugin::field(total));
  if (!given) return std::nullopt;
  std::optional<Decimal> counted = Decimal(0);
  bool anyKnown = false, anyBlank = false;
  for (std::size_t row = 0; row < section.rowCount(plugin::view(table)) && counted; ++row) {
    for (const auto column : columns) {
      const auto people = counted ? plugin::numberAt(section, plugin::cell(table, row, column)) : std::nullopt;
      if (people) counted = add(*counted, *people);
      anyKnown = anyKnown || people;
      anyBlank = anyBlank || !people;
    }
  }
  if (!counted || !anyKnown || *counted == *given) return std::nullopt;
  return AppointmentTotal{*given, *counted, anyBlank && *counted < *given};
}

std::vector<RetiredLeaders> moreLeadersThanRetired(const plugin::SectionReader& section,
                                                   const plugin::SectionReader& organization) {
  std::vector<RetiredLeaders> found;
  const auto row = fixedRow(section, table, "retired", retiredPosition);
  for (const auto column : columns) {
    const auto place = plugin::cell(table, row, column);
    const auto leaders = plugin::numberAt(section, place);
    const auto retired = registeredPeople(organization, column, "retired");
    if (leaders && retired && *leaders > *retired) found.push_back({place, column, *leaders, *retired});
  }
  return found;
}

bool checkAppointmentTotal(plugin::CheckContext& context) noexcept try {
  if (const auto found = differingTotal(context.section())) {
    const auto difference = subtract(found->given, found->counted);
    plugin::FindingBuilder(context,
                           found->incomplete ? "home_affairs.appointment-incomplete" : "home_affairs.appointment-total",
                           found->incomplete ? plugin::Severity::information : plugin::Severity::warning)
        .at(plugin::field(total))
        .with("given", vietnamese::number(found->given))
        .with("counted", vietnamese::number(found->counted))
        .with("difference", difference ? vietnamese::number(magnitude(*difference)) : std::string("…"))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

bool checkRetiredLeaders(plugin::CheckContext& context) noexcept try {
  const auto* other = context.other(plugin::view(organization));
  if (other == nullptr) return true;
  for (const auto& found : moreLeadersThanRetired(context.section(), *other)) {
    plugin::FindingBuilder(context, "home_affairs.retired-leaders", plugin::Severity::warning)
        .at(found.place)
        .with("category", categoryName(found.category))
        .with("leaders", vietnamese::number(found.leaders))
        .with("retired", vietnamese::number(found.retired))
        .add();
  }
  return true;
} catch (...) {
  return false;
}

}  // namespace cchc::home_affairs

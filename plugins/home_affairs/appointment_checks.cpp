#include "appointment_checks.h"

#include <array>

#include "fixed_rows.h"
#include "staff_balance.h"

namespace cchc::home_affairs {
namespace {

using plugin::Decimal;

constexpr std::string_view table = "appointments", total = "appointment_total.decisions",
                           organization = "home_affairs.organization";
constexpr std::array<std::string_view, 2> columns = {"civil_servants", "public_employees"};
constexpr std::size_t retiredPosition = 4;  // in the definition

}  // namespace

std::optional<AppointmentTotal> differingTotal(const plugin::SectionReader& section) {
  const auto given = section.number(plugin::field(total));
  if (!given) return std::nullopt;
  std::optional<Decimal> counted = Decimal(0);
  bool anyKnown = false, anyBlank = false;
  for (std::size_t row = 0; row < section.rowCount(table) && counted; ++row) {
    for (const auto column : columns) {
      const auto people = counted ? section.number(plugin::cell(table, row, column)) : std::nullopt;
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
    const auto leaders = section.number(place);
    const auto retired = registeredPeople(organization, column, "retired");
    if (leaders && retired && *leaders > *retired) found.push_back({place, column, *leaders, *retired});
  }
  return found;
}

void checkAppointmentTotal(plugin::CheckContext& context) {
  if (const auto found = differingTotal(context.section())) {
    const auto difference = subtract(found->given, found->counted);
    plugin::FindingBuilder(context,
                           found->incomplete ? "home_affairs.appointment-incomplete" : "home_affairs.appointment-total",
                           found->incomplete ? plugin::Severity::information : plugin::Severity::warning)
        .at(plugin::field(total))
        .with("given", found->given.shown())
        .with("counted", found->counted.shown())
        .with("difference", magnitudeShown(difference))
        .add();
  }
}

void checkRetiredLeaders(plugin::CheckContext& context) {
  const auto other = context.other(organization);
  if (!other) return;
  for (const auto& found : moreLeadersThanRetired(context.section(), *other)) {
    plugin::FindingBuilder(context, "home_affairs.retired-leaders", plugin::Severity::warning)
        .at(found.place)
        .withText("category", categoryText(found.category))
        .with("leaders", found.leaders.shown())
        .with("retired", found.retired.shown())
        .add();
  }
}

}  // namespace cchc::home_affairs

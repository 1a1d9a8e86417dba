// Checks of the appointments of the civil service section: the table is compared with the total of the register, and
// retirements with the staff movements.
#pragma once
#include <cchc/plugin.hpp>
#include <vector>

namespace cchc::home_affairs {

// The cases of the decision register (`appointment_total.decisions`) against the sum of the table `appointments`.
struct AppointmentTotal {
  plugin::Decimal given, counted;
  // Cells are blank and the table has fewer cases than the register, so the blank cells may account for the rest. More
  // cases than in the register are always wrong.
  bool incomplete;
};
std::optional<AppointmentTotal> differingTotal(const plugin::SectionReader& section);

// More leaders have retired (`appointments[retired]`) than the register `movements` of home_affairs.organization has
// retirements of that kind of staff. Not checked if that register has no rows.
struct RetiredLeaders {
  plugin::Place place;
  std::string_view category;  // "civil_servants"
  plugin::Decimal leaders, retired;
};
std::vector<RetiredLeaders> moreLeadersThanRetired(const plugin::SectionReader& section,
                                                   const plugin::SectionReader& organization);

void checkAppointmentTotal(
    plugin::CheckContext& context);  // home_affairs.appointment-total, home_affairs.appointment-incomplete
void checkRetiredLeaders(plugin::CheckContext& context);  // home_affairs.retired-leaders

}  // namespace cchc::home_affairs

// Appointments of the civil service section: the table against the register's total, and retirements against the staff
// movements.
#pragma once
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::home_affairs {

// The cases of the decision register (`appointment_total.decisions`) against the sum of the table `appointments`.
struct AppointmentTotal {
  Decimal given, counted;
  // Cells are blank and the table holds fewer cases: what is missing may stand there. More cases than the register are
  // wrong in any case.
  bool incomplete;
};
std::optional<AppointmentTotal> differingTotal(const plugin::SectionReader& section);

// More leaders retired (`appointments[retired]`) than retirements of that kind of staff in the register `movements` of
// home_affairs.organization; only where that register has rows.
struct RetiredLeaders {
  plugin::Place place;
  std::string_view category;  // "civil_servants"
  Decimal leaders, retired;
};
std::vector<RetiredLeaders> moreLeadersThanRetired(const plugin::SectionReader& section,
                                                   const plugin::SectionReader& organization);

bool checkAppointmentTotal(
    plugin::CheckContext& context) noexcept;  // home_affairs.appointment-total, home_affairs.appointment-incomplete
bool checkRetiredLeaders(plugin::CheckContext& context) noexcept;  // home_affairs.retired-leaders

}  // namespace cchc::home_affairs

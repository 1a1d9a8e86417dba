// Staff of the organisation section: who was there, joined, departed and is there must add up, and the movement
// register must say the same.
#pragma once
#include <string>
#include <vector>

#include "core/plugin/plugin_support.h"

namespace cchc::home_affairs {

// present != start + joined - departed, in one row of `staff`. A blank joined or departed is taken from the movement
// register where that is in use; a row with another blank is passed over, for blank is not zero.
struct BalanceBroken {
  plugin::Place place;
  std::string_view category;                                       // "civil_servants"
  Decimal start, joined, departed, present, expected, difference;  // difference: present - expected
};
std::vector<BalanceBroken> brokenBalances(const plugin::SectionReader& section);

// A total of `staff` that differs from the sum of the register `movements`; only where the register has rows.
struct MovementsDiffer {
  plugin::Place place;
  std::string_view category;
  bool joined;  // else departed
  Decimal stated, registered;
};
std::vector<MovementsDiffer> differingMovements(const plugin::SectionReader& section);

// People of `category` ("civil_servants") that the register has for `reason` ("retired"); nullopt when it has no rows,
// or a row without its number of people.
std::optional<Decimal> registeredPeople(const plugin::SectionReader& section, std::string_view category,
                                        std::string_view reason);

bool checkStaffBalance(plugin::CheckContext& context) noexcept;  // home_affairs.staff-balance
bool checkStaffMovements(
    plugin::CheckContext& context) noexcept;  // home_affairs.staff-joined, home_affairs.staff-departed

// "Công chức hành chính" of "civil_servants", as the definition names its rows.
std::string categoryName(std::string_view category);

}  // namespace cchc::home_affairs

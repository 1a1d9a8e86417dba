// Checks of the staff of the organisation section: staff at the start, plus those who joined, minus those who departed,
// must be the staff present, and the movement register must agree.
#pragma once
#include <cchc/plugin.hpp>
#include <string>
#include <vector>

namespace cchc::home_affairs {

// One row of `staff` in which `present` is not `start` + `joined` - `departed`. A blank `joined` or `departed` is
// replaced by the sum of the movement register, if that has rows. Rows with another blank are left out: blank is not
// zero.
struct BalanceBroken {
  plugin::Place place;
  std::string_view category;                                               // "civil_servants"
  plugin::Decimal start, joined, departed, present, expected, difference;  // difference: present - expected
};
std::vector<BalanceBroken> brokenBalances(const plugin::SectionReader& section);

// A total of `staff` that differs from the sum of the register `movements`. Not checked if the register has no rows.
struct MovementsDiffer {
  plugin::Place place;
  std::string_view category;
  bool joined;  // false: departed
  plugin::Decimal stated, registered;
};
std::vector<MovementsDiffer> differingMovements(const plugin::SectionReader& section);

// The number of people of `category` ("civil_servants") that the register gives for `reason` ("retired"); nullopt: it
// has no rows, or one of those rows lacks its number of people.
std::optional<plugin::Decimal> registeredPeople(const plugin::SectionReader& section, std::string_view category,
                                                std::string_view reason);

void checkStaffBalance(plugin::CheckContext& context);    // home_affairs.staff-balance
void checkStaffMovements(plugin::CheckContext& context);  // home_affairs.staff-joined, home_affairs.staff-departed

// The code of the name of a row of the table `staff`: "home_affairs.category.civil_servants".
std::string categoryText(std::string_view category);

}  // namespace cchc::home_affairs

// A desk: for which unit somebody works, and in which roles.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/texts.h"
#include "core/model/ids.h"

namespace cchc {

// A person may have several roles; one who works alone on a PC has all of them.
enum class UserRole : unsigned char { department = 1, departmentHead = 2, office = 4, officeHead = 8 };
using Roles = unsigned;  // values of UserRole, or-ed
constexpr Roles departmentRoles = 3, officeRoles = 12, allRoles = 15;
std::string_view roleName(UserRole role);                                     // "department-head"
std::string_view roleLabel(UserRole role, Language language = Language::vi);  // "lãnh đạo đơn vị"
std::optional<UserRole> roleOf(std::string_view name);
std::string roleNames(Roles roles);                                    // "office,office-head", as --as takes them
std::string rolesText(Roles roles, Language language = Language::vi);  // their labels, separated by commas

// What the desk may do is decided by permits.h alone.
struct Desk {
  std::optional<OrgUnitId> unit;  // nullopt: any, as in a demonstration, or for one person who does everything
  Roles roles = allRoles;
  bool operator==(const Desk&) const = default;
};

}  // namespace cchc

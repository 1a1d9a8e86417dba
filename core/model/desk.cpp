#include "core/model/desk.h"

#include "core/base/names.h"

namespace cchc {
namespace {

using R = UserRole;

constexpr Names<R, 4> roles{{{{R::department, "department", "role.department"},
                              {R::departmentHead, "department-head", "role.department-head"},
                              {R::office, "office", "role.office"},
                              {R::officeHead, "office-head", "role.office-head"}}}};

// What `text` gives for each of the roles that are present, with `separator` between them.
template <class Text>
std::string joinedRoles(Roles present, std::string_view separator, const Text& text) {
  std::string all;
  for (const auto& role : roles.all) {
    if ((present & static_cast<Roles>(role.value)) == 0) continue;
    if (!all.empty()) all += separator;
    all += text(role);
  }
  return all;
}

}  // namespace

std::string_view roleName(UserRole role) { return roles.name(role); }
std::string_view roleLabel(UserRole role, Language language) { return roles.label(role, language); }
std::optional<UserRole> roleOf(std::string_view name) { return roles.find(name); }
std::string roleNames(Roles present) {
  return joinedRoles(present, ",", [](const auto& role) { return role.name; });
}
std::string rolesText(Roles present, Language language) {
  return joinedRoles(present, ", ", [&](const auto& role) { return text(role.label, language); });
}

}  // namespace cchc

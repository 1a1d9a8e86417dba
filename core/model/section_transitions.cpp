// The table of permitted transitions, and the roles that may make each of them. Anything else is refused.
#include <array>

#include "core/model/section.h"

namespace cchc {
namespace {

struct Permitted {
  SectionState from;
  SectionAction action;
  SectionState to;
  Roles roles;
};
constexpr Roles operator|(UserRole a, UserRole b) { return static_cast<Roles>(a) | static_cast<Roles>(b); }
constexpr Roles department = UserRole::department | UserRole::departmentHead,
                departmentHead = static_cast<Roles>(UserRole::departmentHead);
constexpr Roles office = UserRole::office | UserRole::officeHead, officeHead = static_cast<Roles>(UserRole::officeHead);
using S = SectionState;
using A = SectionAction;
constexpr std::array table = {
    Permitted{S::draft, A::edit, S::draft, department},
    Permitted{S::returned, A::edit, S::draft, department},
    Permitted{S::draft, A::submit, S::submitted, departmentHead},
    Permitted{S::returned, A::submit, S::submitted, departmentHead},
    // A package of a later revision arrives: the office's earlier decision was about the earlier revision.
    Permitted{S::draft, A::receive, S::submitted, allRoles},
    Permitted{S::submitted, A::receive, S::submitted, allRoles},
    Permitted{S::returnAsked, A::receive, S::submitted, allRoles},
    Permitted{S::returned, A::receive, S::submitted, allRoles},
    Permitted{S::accepted, A::receive, S::submitted, allRoles},
    Permitted{S::inReport, A::receive, S::submitted, allRoles},
    Permitted{S::submitted, A::askReturn, S::returnAsked, departmentHead},
    Permitted{S::returnAsked, A::refuseReturn, S::submitted, office},
    Permitted{S::submitted, A::accept, S::accepted, office},
    Permitted{S::returnAsked, A::accept, S::accepted, office},
    Permitted{S::submitted, A::returnSection, S::returned, office},
    Permitted{S::returnAsked, A::returnSection, S::returned, office},
    Permitted{S::accepted, A::returnSection, S::returned, office},
    Permitted{S::inReport, A::returnSection, S::returned, office},
    Permitted{S::accepted, A::consolidate, S::inReport, office},
    Permitted{S::inReport, A::consolidate, S::inReport, office},
    Permitted{S::inReport, A::issue, S::issued, officeHead},
    Permitted{S::issued, A::reopen, S::inReport, officeHead},
};

}  // namespace

Result<SectionState> transition(SectionState from, SectionAction action, Roles roles) {
  std::string allowing, english;
  const auto parameters = [&] {
    auto all = stateParameters(from);
    all.push_back({"action", std::string(actionLabel(action, Language::vi))});
    all.push_back({"action_en", std::string(actionLabel(action, Language::en))});
    return all;
  };
  for (const auto& permitted : table) {
    if (permitted.action != action) continue;
    allowing += (allowing.empty() ? "" : ", ") + std::string(stateLabel(permitted.from));
    english += (english.empty() ? "" : ", ") + std::string(stateLabel(permitted.from, Language::en));
    if (permitted.from != from) continue;
    if ((permitted.roles & roles) != 0) return permitted.to;
    auto all = parameters();
    all.push_back({"needed", rolesText(permitted.roles)});
    all.push_back({"needed_en", rolesText(permitted.roles, Language::en)});
    all.push_back({"present", rolesText(roles)});
    all.push_back({"present_en", rolesText(roles, Language::en)});
    return fail(roles == 0 ? "section.no-role" : "section.role", "", std::move(all));
  }
  auto all = parameters();
  all.push_back({"allowing", allowing});
  all.push_back({"allowing_en", english});
  return fail("section.transition", "", std::move(all));
}

}  // namespace cchc

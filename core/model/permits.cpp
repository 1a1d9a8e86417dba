#include "core/model/permits.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/names.h"

namespace cchc {
namespace {

using C = DeskCommand;
using S = SectionState;

constexpr Names<C, 17> commands{{{{C::edit, "edit", "action.edit"},
                                  {C::submit, "submit", "action.submit"},
                                  {C::receive, "receive", "action.receive"},
                                  {C::askReturn, "ask-return", "action.ask-return"},
                                  {C::accept, "accept", "action.accept"},
                                  {C::returnSection, "return", "action.return"},
                                  {C::consolidate, "consolidate", "action.consolidate"},
                                  {C::issue, "issue", "action.issue"},
                                  {C::reopen, "reopen", "action.reopen"},
                                  {C::refuseReturn, "refuse-return", "action.refuse-return"},
                                  {C::withdraw, "withdraw", "action.withdraw"},
                                  {C::choose, "choose", "action.choose"},
                                  {C::discard, "discard", "action.discard"},
                                  {C::enterFor, "enter-for", "action.enter-for"},
                                  {C::amendHeading, "amend-heading", "action.amend-heading"},
                                  {C::setUp, "set-up", "action.set-up"},
                                  {C::closePeriod, "close-period", "action.close-period"}}}};

// Whose section it must be, seen from the desk.
enum class Whose : unsigned char { any, own, other };
struct Who {
  C command;
  Roles roles;
  Whose whose;
};
constexpr Roles departmentHead = static_cast<Roles>(UserRole::departmentHead),
                officeHead = static_cast<Roles>(UserRole::officeHead);
constexpr std::array whoMay = {
    Who{C::edit, departmentRoles, Whose::own},
    Who{C::submit, departmentHead, Whose::own},
    Who{C::withdraw, departmentHead, Whose::own},
    Who{C::askReturn, departmentHead, Whose::own},
    Who{C::receive, officeRoles, Whose::any},
    Who{C::receive, departmentHead, Whose::own},  // what the office entered for its unit
    Who{C::refuseReturn, officeRoles, Whose::any},
    Who{C::accept, officeRoles, Whose::any},
    Who{C::returnSection, officeRoles, Whose::any},
    Who{C::choose, officeRoles, Whose::any},
    Who{C::discard, officeRoles, Whose::any},
    Who{C::enterFor, officeRoles, Whose::other},
    Who{C::amendHeading, officeRoles, Whose::own},
    Who{C::consolidate, officeRoles, Whose::any},
    Who{C::issue, officeHead, Whose::any},
    Who{C::reopen, officeHead, Whose::any},
    Who{C::setUp, officeRoles, Whose::any},
    Who{C::closePeriod, officeRoles, Whose::any},
};

struct Step {
  C command;
  std::optional<S> from;
  S to;
};
constexpr std::array steps = {
    Step{C::edit, std::nullopt, S::draft},
    Step{C::edit, S::draft, S::draft},
    Step{C::edit, S::returned, S::draft},
    Step{C::submit, S::draft, S::submitted},
    Step{C::submit, S::returned, S::submitted},
    Step{C::withdraw, S::submitted, S::draft},
    Step{C::askReturn, S::submitted, S::returnAsked},
    // A package of a later revision arrives: the office's earlier decision was about the earlier revision.
    Step{C::receive, std::nullopt, S::submitted},
    Step{C::receive, S::draft, S::submitted},
    Step{C::receive, S::submitted, S::submitted},
    Step{C::receive, S::returnAsked, S::submitted},
    Step{C::receive, S::returned, S::submitted},
    Step{C::receive, S::accepted, S::submitted},
    Step{C::receive, S::inReport, S::submitted},
    Step{C::refuseReturn, S::returnAsked, S::submitted},
    Step{C::accept, S::submitted, S::accepted},
    Step{C::accept, S::returnAsked, S::accepted},
    Step{C::returnSection, S::submitted, S::returned},
    Step{C::returnSection, S::returnAsked, S::returned},
    Step{C::returnSection, S::accepted, S::returned},
    Step{C::returnSection, S::inReport, S::returned},
    // An earlier decision was about the other package.
    Step{C::choose, S::draft, S::submitted},
    Step{C::choose, S::submitted, S::submitted},
    Step{C::choose, S::returnAsked, S::submitted},
    Step{C::choose, S::accepted, S::submitted},
    Step{C::choose, S::returned, S::submitted},
    Step{C::choose, S::inReport, S::submitted},
    Step{C::discard, S::draft, S::draft},
    Step{C::discard, S::submitted, S::draft},
    Step{C::discard, S::returnAsked, S::draft},
    Step{C::discard, S::accepted, S::draft},
    Step{C::discard, S::returned, S::draft},
    Step{C::discard, S::inReport, S::draft},
    Step{C::enterFor, std::nullopt, S::submitted},
    Step{C::enterFor, S::draft, S::submitted},
    Step{C::enterFor, S::submitted, S::submitted},
    Step{C::enterFor, S::returnAsked, S::submitted},
    Step{C::enterFor, S::returned, S::submitted},
    Step{C::enterFor, S::accepted, S::submitted},
    Step{C::enterFor, S::inReport, S::submitted},
    Step{C::amendHeading, S::inReport, S::accepted},
    Step{C::consolidate, S::accepted, S::inReport},
    Step{C::consolidate, S::inReport, S::inReport},
    Step{C::issue, S::inReport, S::issued},
    Step{C::reopen, S::issued, S::inReport},
};

bool concerns(const Desk& desk, Whose whose, const std::optional<OrgUnitId>& reporter) {
  if (!desk.unit || !reporter || whose == Whose::any) return true;
  return (*desk.unit == *reporter) == (whose == Whose::own);
}

std::vector<Parameter> parametersOf(C command, const std::optional<OrgUnitId>& reporter) {
  return {{"action", std::string(commandLabel(command, Language::vi))},
          {"action_en", std::string(commandLabel(command, Language::en))},
          {"reporter", reporter ? codeOf(*reporter) : std::string()}};
}

std::string stateText(const std::optional<S>& state, Language language) {
  return std::string(state ? stateLabel(*state, language) : text("state.not-begun", language));
}

void addState(std::vector<Parameter>& parameters, const std::optional<S>& state) {
  parameters.push_back({"state", stateText(state, Language::vi)});
  parameters.push_back({"state_en", stateText(state, Language::en)});
}

}  // namespace

std::string_view commandName(DeskCommand command) { return commands.name(command); }
std::string_view commandLabel(DeskCommand command, Language language) { return commands.label(command, language); }
std::optional<DeskCommand> commandOf(std::string_view name) { return commands.find(name); }

Status permits(const Desk& desk, DeskCommand command, const std::optional<OrgUnitId>& reporter) {
  Roles needed = 0;
  bool hasRole = false, ownOnly = false;
  for (const auto& who : whoMay) {
    if (who.command != command) continue;
    needed |= who.roles;
    const bool role = (who.roles & desk.roles) != 0;
    if (role && concerns(desk, who.whose, reporter)) return {};
    hasRole = hasRole || role;
    ownOnly = ownOnly || who.whose == Whose::own;
  }
  auto parameters = parametersOf(command, reporter);
  const bool enters = command == C::edit || command == C::submit;
  if (enters && reporter && desk.unit != reporter && (desk.roles & officeRoles) != 0)
    return fail("section.enter-for", "", std::move(parameters));
  if (hasRole) return fail(ownOnly ? "section.other-unit" : "section.own-unit", "", std::move(parameters));
  for (const auto& [name, roles] : {std::pair{"needed", needed}, std::pair{"present", desk.roles}}) {
    parameters.push_back({name, rolesText(roles)});
    parameters.push_back({std::string(name) + "_en", rolesText(roles, Language::en)});
  }
  return fail(desk.roles == 0 ? "desk.no-role" : "desk.role", "", std::move(parameters));
}

Result<SectionState> permits(const Desk& desk, DeskCommand command, const OrgUnitId& reporter,
                             std::optional<SectionState> state) {
  if (auto may = permits(desk, command, reporter); !may) {
    auto error = may.error();
    if (error.code == "desk.role") error.code = "section.role";
    if (error.code == "desk.no-role") error.code = "section.no-role";
    addState(error.parameters, state);
    return fail(std::move(error));
  }
  std::string allowing, english;
  for (const auto& step : steps) {
    if (step.command != command) continue;
    if (step.from == state) return step.to;
    allowing += (allowing.empty() ? "" : ", ") + stateText(step.from, Language::vi);
    english += (english.empty() ? "" : ", ") + stateText(step.from, Language::en);
  }
  auto parameters = parametersOf(command, reporter);
  addState(parameters, state);
  parameters.push_back({"allowing", allowing});
  parameters.push_back({"allowing_en", english});
  return fail("section.transition", "", std::move(parameters));
}

Error editRefusal(Error error) {
  if (error.code == "section.transition") error.code = "section.locked";
  return error;
}

}  // namespace cchc

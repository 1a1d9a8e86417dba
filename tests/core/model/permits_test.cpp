// Every cell of the table of what a desk may do: command, state, roles, and whose section it is.
#include <catch2/catch.hpp>
#include <set>

#include "core/model/permits.h"
#include "tests/support/permits_table.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const OrgUnitId finance("296.TCKH"), justice("296.TP");

// Switches without a default: whoever adds a state or a command is led here by the compiler, and to the table.
constexpr bool counted(SectionState state) {
  switch (state) {
    case SectionState::draft:
    case SectionState::submitted:
    case SectionState::returnAsked:
    case SectionState::accepted:
    case SectionState::returned:
    case SectionState::inReport:
    case SectionState::issued:
      return true;
  }
  return false;
}
constexpr bool counted(DeskCommand command) {
  switch (command) {
    case DeskCommand::edit:
    case DeskCommand::submit:
    case DeskCommand::receive:
    case DeskCommand::askReturn:
    case DeskCommand::accept:
    case DeskCommand::returnSection:
    case DeskCommand::consolidate:
    case DeskCommand::issue:
    case DeskCommand::reopen:
    case DeskCommand::refuseReturn:
    case DeskCommand::withdraw:
    case DeskCommand::choose:
    case DeskCommand::discard:
    case DeskCommand::enterFor:
    case DeskCommand::amendHeading:
    case DeskCommand::setUp:
    case DeskCommand::closePeriod:
      return true;
  }
  return false;
}
static_assert(counted(SectionState{stateCount - 1}) && !counted(SectionState{stateCount}));
static_assert(counted(DeskCommand{commandCount - 1}) && !counted(DeskCommand{commandCount}));

Desk deskOf(Seat seat, Roles roles) {
  if (seat == Seat::any) return {std::nullopt, roles};
  return {seat == Seat::own ? finance : justice, roles};
}

std::string parameter(const Error& error, const std::string& name) {
  for (const auto& one : error.parameters) {
    if (one.name == name) return one.value;
  }
  return "none";
}

// Whether anybody at all, in any state, has the command for a section seen from there.
Roles everAllowed(const std::vector<PermitLine>& lines, DeskCommand command, Seat seat) {
  Roles all = 0;
  for (const auto& line : lines) {
    if (line.command == command) all |= line.roles(seat);
  }
  return all;
}

}  // namespace

TEST_CASE("each command, state, desk and set of roles is permitted or refused as the table says", "[model][permits]") {
  const auto lines = permitLines();
  std::size_t met = 0, permitted = 0;
  for (const auto command : allCommands()) {
    for (const auto& state : allStates()) {
      const auto* line = lineFor(lines, command, state);
      met += line != nullptr ? 1 : 0;
      for (const auto seat : {Seat::own, Seat::other, Seat::any}) {
        for (Roles roles = 0; roles <= allRoles; ++roles) {
          INFO(commandName(command) << ", " << stateWord(state) << ", " << seatWord(seat) << " by "
                                    << rolesText(roles, Language::en));
          const auto outcome = permits(deskOf(seat, roles), command, finance, state);
          const bool may = line != nullptr && (line->roles(seat) & roles) != 0;
          CHECK(outcome.has_value() == may);
          if (outcome) {
            ++permitted;
            CHECK((may && outcome.value() == line->to));
            continue;
          }
          const auto& code = outcome.error().code;
          const bool ever = (everAllowed(lines, command, seat) & roles) != 0;
          if (ever || command == DeskCommand::setUp || command == DeskCommand::closePeriod)
            CHECK((code == "section.transition" || (!ever && code.starts_with("section."))));
          else if ((everAllowed(lines, command, Seat::any) & roles) == 0 && code != "section.enter-for")
            CHECK(code == (roles == 0 ? "section.no-role" : "section.role"));
          else
            CHECK((code == "section.other-unit" || code == "section.enter-for" || code == "section.own-unit"));
        }
      }
    }
  }
  // Every line of the table was met, so none has a name that is not there.
  std::size_t ofSections = 0;
  for (const auto& line : lines) ofSections += line.ofSection ? 1 : 0;
  CHECK(met == ofSections);
  CHECK(permitted > 0);
}

TEST_CASE("whether a desk may ever give a command does not depend on a state", "[model][permits]") {
  const auto lines = permitLines();
  for (const auto command : allCommands()) {
    for (const auto seat : {Seat::own, Seat::other, Seat::any}) {
      for (Roles roles = 0; roles <= allRoles; ++roles) {
        INFO(commandName(command) << ", " << seatWord(seat) << " by " << rolesText(roles, Language::en));
        const bool may = (everAllowed(lines, command, seat) & roles) != 0;
        CHECK(permits(deskOf(seat, roles), command, std::optional(finance)).has_value() == may);
      }
    }
  }
}

TEST_CASE("the office is told that it may enter for a unit", "[model][permits]") {
  for (const auto command : {DeskCommand::edit, DeskCommand::submit}) {
    for (const Roles roles : {officeRoles, allRoles, static_cast<Roles>(UserRole::office)}) {
      const auto refused = permits({justice, roles}, command, finance, SectionState::draft);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == "section.enter-for");
      CHECK(parameter(refused.error(), "reporter") == "296.TCKH");
      for (const auto language : {Language::vi, Language::en})
        CHECK(message(refused.error(), language).fix.find("enter-for") != std::string::npos);
    }
    const auto other = permits({justice, departmentRoles}, command, finance, SectionState::draft);
    REQUIRE_FALSE(other);
    CHECK(other.error().code == "section.other-unit");
  }
}

TEST_CASE("a refused command names the state and those that would allow it in both languages", "[model][permits]") {
  const auto lines = permitLines();
  for (const auto command : allCommands()) {
    for (const auto& state : allStates()) {
      if (lineFor(lines, command, state) != nullptr) continue;
      INFO(commandName(command) << ", " << stateWord(state));
      const auto outcome = permits({}, command, finance, state);
      REQUIRE_FALSE(outcome);
      for (const auto language : {Language::vi, Language::en}) {
        const std::string ending = language == Language::en ? "_en" : "";
        CHECK(parameter(outcome.error(), "action" + ending) == commandLabel(command, language));
        const auto allowing = parameter(outcome.error(), "allowing" + ending) + ",";
        for (int other = 0; other < stateCount; ++other) {
          const auto label = std::string(stateLabel(static_cast<SectionState>(other), language)) + ",";
          const bool allows = lineFor(lines, command, static_cast<SectionState>(other)) != nullptr;
          INFO(label);
          CHECK((allowing.find(label) != std::string::npos) == allows);
        }
      }
    }
  }
}

TEST_CASE("a desk without the role is told which roles may and which are its own", "[model][permits]") {
  const auto refused = permits({finance, departmentRoles}, DeskCommand::accept, finance, SectionState::submitted);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "section.role");
  CHECK(parameter(refused.error(), "needed") == rolesText(officeRoles));
  CHECK(parameter(refused.error(), "present_en") == rolesText(departmentRoles, Language::en));
  CHECK(parameter(refused.error(), "state") == stateLabel(SectionState::submitted));
}

TEST_CASE("states, commands and roles have a name and two labels, each its own", "[model][permits]") {
  const auto distinct = [](int count, const auto& textOf) {
    std::set<std::string> all;
    for (int i = 0; i < count; ++i) all.insert(std::string(textOf(i)));
    CHECK_FALSE(all.contains(""));
    CHECK(all.size() == static_cast<std::size_t>(count));
  };
  distinct(stateCount, [](int i) { return stateName(static_cast<SectionState>(i)); });
  distinct(commandCount, [](int i) { return commandName(static_cast<DeskCommand>(i)); });
  for (const auto language : {Language::vi, Language::en}) {
    distinct(stateCount, [&](int i) { return stateLabel(static_cast<SectionState>(i), language); });
    distinct(commandCount, [&](int i) { return commandLabel(static_cast<DeskCommand>(i), language); });
    distinct(4, [&](int i) { return roleLabel(static_cast<UserRole>(1 << i), language); });
  }
  for (int i = 0; i < stateCount; ++i) {
    const auto state = static_cast<SectionState>(i);
    CHECK(stateOf(stateName(state)) == state);
  }
  CHECK_FALSE(stateOf("lost"));
  CHECK_FALSE(stateOf(""));
  for (const auto command : allCommands()) CHECK(commandOf(commandName(command)) == command);
  for (int i = 0; i < 4; ++i) CHECK(roleOf(roleName(static_cast<UserRole>(1 << i))) == static_cast<UserRole>(1 << i));
  CHECK_FALSE(roleOf("mayor"));
  CHECK(rolesText(0).empty());
  CHECK(roleNames(allRoles) == "department,department-head,office,office-head");
  CHECK(rolesText(allRoles) ==
        std::string(roleLabel(UserRole::department)) + ", " + std::string(roleLabel(UserRole::departmentHead)) + ", " +
            std::string(roleLabel(UserRole::office)) + ", " + std::string(roleLabel(UserRole::officeHead)));
}

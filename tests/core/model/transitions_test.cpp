// The whole table of what may be done with a section, in which state and by whom.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "core/model/section.h"

using namespace cchc;

namespace {

// The roles of a line: d department, D its head, o office, O its head.
struct Permitted {
  const char *state, *action, *to, *roles;
};
// What is not here is refused.
const Permitted table[] = {
    {"draft", "edit", "draft", "dD"},
    {"draft", "submit", "submitted", "D"},
    {"draft", "receive", "submitted", "dDoO"},

    {"submitted", "receive", "submitted", "dDoO"},
    {"submitted", "ask-return", "return-asked", "D"},
    {"submitted", "accept", "accepted", "oO"},
    {"submitted", "return", "returned", "oO"},

    {"return-asked", "receive", "submitted", "dDoO"},
    {"return-asked", "refuse-return", "submitted", "oO"},
    {"return-asked", "accept", "accepted", "oO"},
    {"return-asked", "return", "returned", "oO"},

    {"returned", "edit", "draft", "dD"},
    {"returned", "submit", "submitted", "D"},
    {"returned", "receive", "submitted", "dDoO"},

    {"accepted", "receive", "submitted", "dDoO"},
    {"accepted", "return", "returned", "oO"},
    {"accepted", "consolidate", "in-report", "oO"},

    {"in-report", "receive", "submitted", "dDoO"},
    {"in-report", "return", "returned", "oO"},
    {"in-report", "consolidate", "in-report", "oO"},
    {"in-report", "issue", "issued", "O"},

    {"issued", "reopen", "in-report", "O"},
};
// Switches without a default: whoever adds a state or an action is led here by the compiler, and to the table.
constexpr int states = 7, actions = 10;
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
constexpr bool counted(SectionAction action) {
  switch (action) {
    case SectionAction::edit:
    case SectionAction::submit:
    case SectionAction::receive:
    case SectionAction::askReturn:
    case SectionAction::accept:
    case SectionAction::returnSection:
    case SectionAction::consolidate:
    case SectionAction::issue:
    case SectionAction::reopen:
    case SectionAction::refuseReturn:
      return true;
  }
  return false;
}
static_assert(counted(SectionState{states - 1}) && !counted(SectionState{states}));
static_assert(counted(SectionAction{actions - 1}) && !counted(SectionAction{actions}));

const std::map<char, UserRole> letters = {
    {'d', UserRole::department}, {'D', UserRole::departmentHead}, {'o', UserRole::office}, {'O', UserRole::officeHead}};
Roles rolesOf(std::string_view text) {
  Roles roles = 0;
  for (const char letter : text) roles |= static_cast<Roles>(letters.at(letter));
  return roles;
}
const Permitted* lineFor(SectionState state, SectionAction action) {
  const auto* found = std::find_if(std::begin(table), std::end(table), [&](const Permitted& line) {
    return stateName(state) == line.state && actionName(action) == line.action;
  });
  return found == std::end(table) ? nullptr : found;
}

template <class Visit>
void eachCell(const Visit& visit) {
  for (int state = 0; state < states; ++state) {
    for (int action = 0; action < actions; ++action)
      visit(static_cast<SectionState>(state), static_cast<SectionAction>(action));
  }
}
std::string parameter(const Error& error, const std::string& name) {
  for (const auto& one : error.parameters) {
    if (one.name == name) return one.value;
  }
  return "none";
}

}  // namespace

TEST_CASE("each state, action and set of roles is permitted or refused as the table says", "[model][transitions]") {
  std::size_t cells = 0, permitted = 0;
  eachCell([&](SectionState state, SectionAction action) {
    const auto* line = lineFor(state, action);
    if (line != nullptr) ++cells;
    for (Roles roles = 0; roles <= allRoles; ++roles) {
      INFO(stateName(state) << ", " << actionName(action) << " by " << rolesText(roles, Language::en));
      const auto outcome = transition(state, action, roles);
      const bool may = line != nullptr && (rolesOf(line->roles) & roles) != 0;
      CHECK(outcome.has_value() == may);
      if (outcome) {
        ++permitted;
        CHECK(stateName(*outcome) == (may ? line->to : "refused"));
      } else {
        CHECK(outcome.error().code == (line == nullptr ? "section.transition"
                                       : roles == 0    ? "section.no-role"
                                                       : "section.role"));
      }
    }
  });
  // Every line of the table was met, so none has a name that is not there.
  CHECK(cells == std::size(table));
  CHECK(permitted > 0);
}

TEST_CASE("a person who has every role may do whatever anybody may", "[model][transitions]") {
  eachCell([&](SectionState state, SectionAction action) {
    CHECK(transition(state, action).has_value() == (lineFor(state, action) != nullptr));
  });
}

TEST_CASE("a refused action names the state and those that would allow it in both languages", "[model][transitions]") {
  eachCell([&](SectionState state, SectionAction action) {
    if (lineFor(state, action) != nullptr) return;
    INFO(stateName(state) << ", " << actionName(action));
    const auto outcome = transition(state, action);
    REQUIRE_FALSE(outcome);
    for (const auto language : {Language::vi, Language::en}) {
      const std::string ending = language == Language::en ? "_en" : "";
      CHECK(parameter(outcome.error(), "state" + ending) == stateLabel(state, language));
      CHECK(parameter(outcome.error(), "action" + ending) == actionLabel(action, language));
      const auto allowing = parameter(outcome.error(), "allowing" + ending) + ",";
      for (int other = 0; other < states; ++other) {
        const auto label = std::string(stateLabel(static_cast<SectionState>(other), language)) + ",";
        const bool allows = lineFor(static_cast<SectionState>(other), action) != nullptr;
        INFO(label);
        CHECK((allowing.find(label) != std::string::npos) == allows);
      }
    }
  });
}

TEST_CASE("a person without the role is told which roles may and which are theirs", "[model][transitions]") {
  for (const auto& line : table) {
    const Roles needed = rolesOf(line.roles), others = allRoles & ~needed;
    if (others == 0) continue;
    INFO(line.state << ", " << line.action);
    eachCell([&](SectionState state, SectionAction action) {
      if (lineFor(state, action) != &line) return;
      const auto outcome = transition(state, action, others);
      REQUIRE_FALSE(outcome);
      CHECK(parameter(outcome.error(), "needed") == rolesText(needed));
      CHECK(parameter(outcome.error(), "needed_en") == rolesText(needed, Language::en));
      CHECK(parameter(outcome.error(), "present") == rolesText(others));
      CHECK(parameter(outcome.error(), "present_en") == rolesText(others, Language::en));
      CHECK(parameter(outcome.error(), "state") == stateLabel(state));
    });
  }
}

TEST_CASE("an issued section is changed in no way but being reopened by the head of the office",
          "[model][transitions]") {
  for (int action = 0; action < actions; ++action) {
    const auto name = actionName(static_cast<SectionAction>(action));
    INFO(name);
    CHECK(transition(SectionState::issued, static_cast<SectionAction>(action)).has_value() == (name == "reopen"));
  }
  CHECK_FALSE(transition(SectionState::issued, SectionAction::reopen, rolesOf("dDo")));
  CHECK(transition(SectionState::issued, SectionAction::reopen, rolesOf("O")) == SectionState::inReport);
}

TEST_CASE("states, actions and roles have a name and two labels, each its own", "[model][transitions]") {
  const auto distinct = [](int count, const auto& textOf) {
    std::set<std::string> all;
    for (int i = 0; i < count; ++i) all.insert(std::string(textOf(i)));
    CHECK_FALSE(all.contains(""));
    CHECK(all.size() == static_cast<std::size_t>(count));
  };
  distinct(states, [](int i) { return stateName(static_cast<SectionState>(i)); });
  distinct(actions, [](int i) { return actionName(static_cast<SectionAction>(i)); });
  for (const auto language : {Language::vi, Language::en}) {
    distinct(states, [&](int i) { return stateLabel(static_cast<SectionState>(i), language); });
    distinct(actions, [&](int i) { return actionLabel(static_cast<SectionAction>(i), language); });
    distinct(4, [&](int i) { return roleLabel(static_cast<UserRole>(1 << i), language); });
  }
  for (int i = 0; i < states; ++i) {
    const auto state = static_cast<SectionState>(i);
    CHECK(stateOf(stateName(state)) == state);
  }
  CHECK_FALSE(stateOf("lost"));
  CHECK_FALSE(stateOf(""));
  for (const auto& [letter, role] : letters) CHECK(roleOf(roleName(role)) == role);
  CHECK_FALSE(roleOf("mayor"));
  CHECK(rolesText(0).empty());
  CHECK(rolesText(allRoles) ==
        std::string(roleLabel(UserRole::department)) + ", " + std::string(roleLabel(UserRole::departmentHead)) + ", " +
            std::string(roleLabel(UserRole::office)) + ", " + std::string(roleLabel(UserRole::officeHead)));
}

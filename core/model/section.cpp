#include "core/model/section.h"

#include <algorithm>
#include <array>

namespace cchc {
namespace {

constexpr std::array<std::string_view, 7> names = {"draft",    "submitted", "return-asked", "accepted",
                                                   "returned", "in-report", "issued"};
constexpr std::array<std::string_view, 7> labels = {"state.draft",    "state.submitted", "state.return-asked",
                                                    "state.accepted", "state.returned",  "state.in-report",
                                                    "state.issued"};
constexpr std::array<std::string_view, 10> actions = {
    "edit", "submit", "receive", "ask-return", "accept", "return", "consolidate", "issue", "reopen", "refuse-return"};
constexpr std::array<std::string_view, 10> actionLabels = {
    "action.edit",   "action.submit",      "action.receive", "action.ask-return", "action.accept",
    "action.return", "action.consolidate", "action.issue",   "action.reopen",     "action.refuse-return"};

constexpr std::array roles = {UserRole::department, UserRole::departmentHead, UserRole::office, UserRole::officeHead};
constexpr std::array<std::string_view, 4> roleNames = {"department", "department-head", "office", "office-head"};
constexpr std::array<std::string_view, 4> roleLabels = {"role.department", "role.department-head", "role.office",
                                                        "role.office-head"};

std::size_t indexOf(UserRole role) {
  return static_cast<std::size_t>(std::find(roles.begin(), roles.end(), role) - roles.begin());
}

}  // namespace

std::string keyText(const SectionKey& key) {
  return key.definition.value + "/" + key.unit.value + "/" + key.period.value;
}
std::string_view stateName(SectionState state) { return names[static_cast<std::size_t>(state)]; }
std::string_view stateLabel(SectionState state, Language language) {
  return text(labels[static_cast<std::size_t>(state)], language);
}
std::vector<Parameter> stateParameters(SectionState state) {
  return {{"state", std::string(stateLabel(state))}, {"state_en", std::string(stateLabel(state, Language::en))}};
}
std::optional<SectionState> stateOf(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<SectionState>(i);
  }
  return std::nullopt;
}
std::string_view actionName(SectionAction action) { return actions[static_cast<std::size_t>(action)]; }
std::string_view actionLabel(SectionAction action, Language language) {
  return text(actionLabels[static_cast<std::size_t>(action)], language);
}

std::string_view roleName(UserRole role) { return roleNames[indexOf(role)]; }
std::string_view roleLabel(UserRole role, Language language) { return text(roleLabels[indexOf(role)], language); }
std::optional<UserRole> roleOf(std::string_view name) {
  const auto found = std::find(roleNames.begin(), roleNames.end(), name);
  return found == roleNames.end() ? std::nullopt
                                  : std::optional(roles[static_cast<std::size_t>(found - roleNames.begin())]);
}
std::string rolesText(Roles present, Language language) {
  std::string all;
  for (const auto role : roles) {
    if ((present & static_cast<Roles>(role)) != 0)
      all += (all.empty() ? "" : ", ") + std::string(roleLabel(role, language));
  }
  return all;
}

}  // namespace cchc

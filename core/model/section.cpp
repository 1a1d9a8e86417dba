#include "core/model/section.h"

#include "core/base/names.h"

namespace cchc {
namespace {

using S = SectionState;
using A = SectionAction;
using R = UserRole;

constexpr Names<S, 7> states{{{{S::draft, "draft", "state.draft"},
                               {S::submitted, "submitted", "state.submitted"},
                               {S::returnAsked, "return-asked", "state.return-asked"},
                               {S::accepted, "accepted", "state.accepted"},
                               {S::returned, "returned", "state.returned"},
                               {S::inReport, "in-report", "state.in-report"},
                               {S::issued, "issued", "state.issued"}}}};
constexpr Names<A, 10> actions{{{{A::edit, "edit", "action.edit"},
                                 {A::submit, "submit", "action.submit"},
                                 {A::receive, "receive", "action.receive"},
                                 {A::askReturn, "ask-return", "action.ask-return"},
                                 {A::accept, "accept", "action.accept"},
                                 {A::returnSection, "return", "action.return"},
                                 {A::consolidate, "consolidate", "action.consolidate"},
                                 {A::issue, "issue", "action.issue"},
                                 {A::reopen, "reopen", "action.reopen"},
                                 {A::refuseReturn, "refuse-return", "action.refuse-return"}}}};
constexpr Names<R, 4> roles{{{{R::department, "department", "role.department"},
                              {R::departmentHead, "department-head", "role.department-head"},
                              {R::office, "office", "role.office"},
                              {R::officeHead, "office-head", "role.office-head"}}}};

}  // namespace

std::string keyText(const SectionKey& key) {
  return key.definition.value + "/" + codeOf(key.unit) + "/" + key.period.value;
}
std::string_view stateName(SectionState state) { return states.name(state); }
std::string_view stateLabel(SectionState state, Language language) { return states.label(state, language); }
std::vector<Parameter> stateParameters(SectionState state) {
  return {{"state", std::string(stateLabel(state))}, {"state_en", std::string(stateLabel(state, Language::en))}};
}
std::optional<SectionState> stateOf(std::string_view name) { return states.find(name); }
std::string_view actionName(SectionAction action) { return actions.name(action); }
std::string_view actionLabel(SectionAction action, Language language) { return actions.label(action, language); }

std::string_view roleName(UserRole role) { return roles.name(role); }
std::string_view roleLabel(UserRole role, Language language) { return roles.label(role, language); }
std::optional<UserRole> roleOf(std::string_view name) { return roles.find(name); }
std::string rolesText(Roles present, Language language) {
  std::string all;
  for (const auto& role : roles.all) {
    if ((present & static_cast<Roles>(role.value)) != 0)
      all += (all.empty() ? "" : ", ") + std::string(text(role.label, language));
  }
  return all;
}

}  // namespace cchc

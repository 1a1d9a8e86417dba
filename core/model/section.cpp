#include "core/model/section.h"

#include "core/base/names.h"

namespace cchc {
namespace {

using S = SectionState;

constexpr Names<S, 7> states{{{{S::draft, "draft", "state.draft"},
                               {S::submitted, "submitted", "state.submitted"},
                               {S::returnAsked, "return-asked", "state.return-asked"},
                               {S::accepted, "accepted", "state.accepted"},
                               {S::returned, "returned", "state.returned"},
                               {S::inReport, "in-report", "state.in-report"},
                               {S::issued, "issued", "state.issued"}}}};

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

}  // namespace cchc

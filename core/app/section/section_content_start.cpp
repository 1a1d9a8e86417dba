// What a section starts with, and whether it may be edited.
#include "core/app/compare/section_comparer.h"
#include "core/app/section/section_content.h"
#include "core/definition/carry_over.h"
#include "core/rules/compiled_definition.h"
#include "core/rules/adding/openings.h"

namespace cchc {

Result<SectionData> startingDataOf(Suite& suite, const SectionKey& key, const Period& period,
                                   const std::shared_ptr<const CompiledDefinition>& definition) {
  std::optional<SectionData> previous;
  bool sameYear = false;
  if (period.comparison) {
    CCHC_TRY(previous, loadDataAs(suite, {key.definition, key.unit, *period.comparison}, definition->definition()));
    CCHC_TRY(const auto before, periodOf(suite, *period.comparison));
    sameYear = before.end.year == period.end.year;
  }
  CCHC_TRY(auto comparer, SectionComparer::of(suite, period));
  CCHC_TRY(const auto preceding, comparer.preceding(definition, key.unit));
  const auto openings =
      preceding && preceding->view() != nullptr ? std::optional(openingsAfter(*preceding->view())) : std::nullopt;
  CCHC_TRY(const auto parts, partsInForce(suite, definition->definition(), key));
  return startingData(definition->definition(), parts, previous ? &*previous : nullptr, sameYear,
                      openings ? &*openings : nullptr);
}

Status mayEdit(Suite& suite, const SectionHeader& header, const Period& period) {
  if (period.closed) return fail("period.closed", period.id.value, {{"name", period.name}});
  const auto allowed = transition(header.state, SectionAction::edit, suite.options.actor.roles);
  if (allowed) return {};
  auto error = allowed.error();
  if (error.code == "section.transition")
    error = {"section.locked", "", stateParameters(header.state), ErrorKind::refusal};
  error.place = keyText(header.key);
  CCHC_TRY(const auto since, suite.store.lastTransition(header.key));
  error.parameters.push_back({"since", since});
  return fail(std::move(error));
}

}  // namespace cchc

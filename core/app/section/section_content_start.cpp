// What a section starts with, and whether it may be edited.
#include "core/app/compare/section_comparer.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/desk.h"
#include "core/definition/carry_over.h"
#include "core/rules/adding/openings.h"
#include "core/rules/compiled_definition.h"

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
  if (auto may = permitted(suite, DeskCommand::edit, header.key); !may) return fail(editRefusal(may.error()));
  return {};
}

}  // namespace cchc

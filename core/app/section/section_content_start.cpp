// What a section starts with, and whether it may be edited.
#include <algorithm>

#include "core/app/compare/compared_periods.h"
#include "core/app/compare/section_comparer.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/desk.h"
#include "core/definition/carry_over.h"
#include "core/rules/adding/openings.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

namespace {

bool carries(const SectionDefinition& form) {
  return std::any_of(form.fields.begin(), form.fields.end(),
                     [](const FieldDefinition& field) { return field.carry != FieldCarry::none; }) ||
         std::any_of(form.tables.begin(), form.tables.end(),
                     [](const TableDefinition& table) { return table.carry != TableCarry::none; });
}

// The unit that had exactly this unit's territory on the earlier day; nullopt: none had.
std::optional<OrgUnitId> soleOrigin(const UnitHistory& units, const OrgUnitId& unit, const Date& on,
                                    const Date& earlier) {
  const auto origins = units.originsOf(unit, on, earlier);
  return origins.complete() && origins.whole.size() == 1 ? std::optional(origins.whole.front()) : std::nullopt;
}

}  // namespace

Result<std::optional<CarrySource>> carriedFrom(Suite& suite, const SectionKey& key, const Period& period,
                                               const std::shared_ptr<const CompiledDefinition>& definition) {
  const auto& form = definition->definition();
  if (!period.comparison || !carries(form)) return std::optional<CarrySource>();
  CCHC_TRY(const auto known, suite.store.periods());
  auto earlier = comparedPeriods(period, known).previous;
  if (!earlier) return std::optional<CarrySource>();
  const auto of = [&](const OrgUnitId& unit) -> Result<std::optional<CarrySource>> {
    CCHC_TRY(auto data, loadDataAs(suite, {key.definition, unit, earlier->id}, form));
    return data ? std::optional(CarrySource{unit, *earlier, std::move(*data)}) : std::nullopt;
  };
  CCHC_TRY(auto own, of(key.unit));
  if (own) return own;
  CCHC_TRY(const auto units, suite.store.units());
  const auto origin = soleOrigin(*units, key.unit, period.end, earlier->end);
  return origin && *origin != key.unit ? of(*origin) : Result<std::optional<CarrySource>>(std::nullopt);
}

Result<std::vector<Finding>> carryFindings(Suite& suite, const SectionKey& key, const Period& period,
                                           const std::shared_ptr<const CompiledDefinition>& definition) {
  std::vector<Finding> findings;
  CCHC_TRY(const auto units, suite.store.units());
  const auto states = units->statesOf(key.unit);
  // Most units have always been there, and no section has to be read.
  if (states.empty() || !states.front().from) return findings;
  CCHC_TRY(const auto source, carriedFrom(suite, key, period, definition));
  if (source && source->unit != key.unit) {
    findings.push_back(makeFinding("core.carried-from", Severity::information, key, {},
                                   {{"unit", nameOf(suite, source->unit, source->period.id)},
                                    {"code", codeOf(source->unit)},
                                    {"period", source->period.name}}));
  }
  return findings;
}

Result<SectionData> startingDataOf(Suite& suite, const SectionKey& key, const Period& period,
                                   const std::shared_ptr<const CompiledDefinition>& definition) {
  CCHC_TRY(const auto source, carriedFrom(suite, key, period, definition));
  const bool sameYear = source && source->period.end.year == period.end.year;
  CCHC_TRY(auto comparer, SectionComparer::of(suite, period));
  CCHC_TRY(const auto preceding, comparer.preceding(definition, key.unit));
  const auto openings =
      preceding && preceding->view() != nullptr ? std::optional(openingsAfter(*preceding->view())) : std::nullopt;
  CCHC_TRY(const auto parts, partsInForce(suite, definition->definition(), key));
  return startingData(definition->definition(), parts, source ? &source->data : nullptr, sameYear,
                      openings ? &*openings : nullptr);
}

Status mayEdit(Suite& suite, const SectionHeader& header, const Period& period) {
  if (period.closed) return fail("period.closed", period.id.value, {{"name", period.name}});
  if (auto may = permitted(suite, DeskCommand::edit, header.key); !may) return fail(editRefusal(may.error()));
  return {};
}

}  // namespace cchc

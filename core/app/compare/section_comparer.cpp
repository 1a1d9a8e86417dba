#include "core/app/compare/section_comparer.h"

#include <algorithm>

#include "core/app/section/section_content.h"

namespace cchc {
namespace {

bool hasOpenings(const SectionDefinition& form) {
  const auto isOpening = [](const FieldDefinition& field) { return field.basis == Basis::opening; };
  return std::any_of(form.fields.begin(), form.fields.end(), isOpening) ||
         std::any_of(form.tables.begin(), form.tables.end(), [&](const TableDefinition& table) {
           return std::any_of(table.columns.begin(), table.columns.end(), isOpening);
         });
}

}  // namespace

Result<SectionComparer> SectionComparer::of(Suite& suite, Period current) {
  SectionComparer comparer(suite, std::move(current));
  CCHC_TRY(comparer.units_, suite.store.units());
  comparer.circumstances_ = std::make_shared<UnitCircumstances>(comparer.units_);
  CCHC_TRY(comparer.periods_, suite.store.periods());
  return comparer;
}

ComparisonBasis SectionComparer::basisFor(const DefinitionId& definition) const {
  return {*units_, periods_,
          [this, definition](const OrgUnitId& unit, const PeriodId& period) -> Result<bool> {
            CCHC_TRY(const auto header, suite_->store.section({definition, unit, period}));
            return header.has_value();
          },
          [circumstances = circumstances_](const OrgUnitId& unit, const Date& day) {
            return circumstances->of(unit, day);
          }};
}

// Data of another version are laid out by this one before they are compared or added.
ComparedSection::Load SectionComparer::loadOf(const std::shared_ptr<const CompiledDefinition>& definition) const {
  return [this, definition](const OrgUnitId& unit, const PeriodId& period) {
    const auto& form = definition->definition();
    return loadDataAs(*suite_, {form.id, unit, period}, form);
  };
}

Result<std::shared_ptr<const ComparedSection>> SectionComparer::with(
    const std::shared_ptr<const CompiledDefinition>& definition, const OrgUnitId& unit, const Period& other) {
  const auto& id = definition->definition().id;
  const auto basis = basisFor(id);
  CCHC_TRY(const auto plan, planComparison(basis, unit, current_, other));
  return ComparedSection::make(definition, plan, basis, current_, other, loadOf(definition));
}

Result<std::shared_ptr<const ComparedSection>> SectionComparer::preceding(
    const std::shared_ptr<const CompiledDefinition>& definition, const OrgUnitId& unit) {
  if (!hasOpenings(definition->definition())) return std::shared_ptr<const ComparedSection>();
  const auto& id = definition->definition().id;
  const auto basis = basisFor(id);
  CCHC_TRY(const auto plan, planPreceding(basis, unit, current_));
  return ComparedSection::make(definition, plan, basis, current_, current_, loadOf(definition));
}

Result<std::shared_ptr<const ComparedSection>> SectionComparer::sameStart(
    const std::shared_ptr<const CompiledDefinition>& definition, const OrgUnitId& unit) {
  if (!hasOpenings(definition->definition())) return std::shared_ptr<const ComparedSection>();
  const auto basis = basisFor(definition->definition().id);
  CCHC_TRY(const auto plan, planSameStart(basis, unit, current_));
  if (plan.spans.empty()) return std::shared_ptr<const ComparedSection>();
  CCHC_TRY(const auto period, periodOf(*suite_, plan.spans.front().units.front().periods.front()));
  return ComparedSection::make(definition, plan, basis, current_, period, loadOf(definition));
}

}  // namespace cchc

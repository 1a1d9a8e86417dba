#include "core/consolidation/comparing/compared_total.h"

#include <algorithm>

#include "core/consolidation/comparing/compared_section.h"

namespace cchc {
namespace {

bool ofPeriodSpan(const SectionDefinition& form, const SummedInputs& inputs) {
  const auto ofFields = std::any_of(inputs.fields.begin(), inputs.fields.end(),
                                    [&](const auto& input) { return followsPeriodSpan(form.fields[input.first]); });
  return ofFields || std::any_of(inputs.cells.begin(), inputs.cells.end(), [&](const auto& input) {
           return followsPeriodSpan(form.tables[input.first.table].columns[input.first.column]);
         });
}

const Value& cellOf(const SectionDefinition& form, const Contribution& contribution, const SummedInputs::Cell& cell) {
  static const Value nothing;
  const auto& cells = contribution.cells[cell.table];
  const auto at = cell.row * form.tables[cell.table].columns.size() + cell.column;
  return at < cells.size() ? cells[at] : nothing;
}

// Calls `visit(needed, in force, known)` with each input of the unit.
template <class Visit>
void eachInput(const SectionDefinition& form, const SummedInputs& inputs, const UnitContribution& unit,
               const Visit& visit) {
  const auto parts = form.limited ? PartsInForce(form, unit.circumstances) : PartsInForce();
  const auto& contribution = unit.contribution;
  for (const auto& [field, needed] : inputs.fields)
    visit(needed, parts.field(field), !contribution.fields[field].blank());
  for (const auto& [cell, needed] : inputs.cells)
    visit(needed, parts.cell(cell.table, cell.row, cell.column), !cellOf(form, contribution, cell).blank());
  for (const auto& [table, needed] : inputs.counted)
    visit(needed, parts.table(table), contribution.rows[table].has_value());
}

}  // namespace

ComparedTotal::ComparedTotal(const std::shared_ptr<const CompiledDefinition>& definition, std::size_t field, bool alike)
    : definition_(definition),
      field_(field),
      inputs_(summedInputs(*definition, field)),
      alike_(alike || !ofPeriodSpan(definition->definition(), inputs_)),
      sums_(definition) {}

bool ComparedTotal::has(const UnitContribution& unit) const {
  bool any = false, all = true;
  eachInput(definition_->definition(), inputs_, unit, [&](bool needed, bool inForce, bool known) {
    any = any || (inForce && known);
    all = all && (known || !inForce || !needed);
  });
  return any && all;
}

// What is in force in one of the two periods alone makes them unlike.
bool ComparedTotal::hasBoth(const UnitContribution& then, const UnitContribution& now) const {
  if (!has(then) || !has(now)) return false;
  const auto inForceOf = [&](const UnitContribution& unit) {
    std::vector<bool> all;
    eachInput(definition_->definition(), inputs_, unit, [&](bool, bool inForce, bool) { all.push_back(inForce); });
    return all;
  };
  return !definition_->definition().limited || inForceOf(then) == inForceOf(now);
}

// The sums are of the inputs alone: another figure would be of other units.
UnitContribution ComparedTotal::inputsOf(const UnitContribution& unit) const {
  const auto& form = definition_->definition();
  UnitContribution result{{}, unit.circumstances};
  auto& to = result.contribution;
  const auto& from = unit.contribution;
  to.fields.resize(from.fields.size());
  to.rows.resize(from.rows.size());
  to.cells.resize(from.cells.size());
  for (const auto& [field, needed] : inputs_.fields) to.fields[field] = from.fields[field];
  for (const auto& [table, needed] : inputs_.counted) to.rows[table] = from.rows[table];
  for (const auto& [cell, needed] : inputs_.cells) {
    to.cells[cell.table].resize(from.cells[cell.table].size());
    const auto at = cell.row * form.tables[cell.table].columns.size() + cell.column;
    if (at < to.cells[cell.table].size()) to.cells[cell.table][at] = from.cells[cell.table][at];
  }
  return result;
}

void ComparedTotal::add(const UnitContribution* then, const UnitContribution& now) {
  if (!sound() || !has(now)) return;
  ++present_;
  if (then != nullptr && hasBoth(*then, now)) sums_.add(inputsOf(*then), inputsOf(now));
}

void ComparedTotal::finish(const Period& compared, const Period& current) { sums_.finish(compared, current); }

std::vector<Finding> ComparedTotal::findings(const SectionKey& key, const Period& compared) const {
  if (inputs_.sound()) return {};
  const auto& field = definition_->definition().fields[field_];
  std::vector<Parameter> parameters{
      {"period", compared.name}, {"label", field.label.vi}, {"label_en", field.label.in(Language::en)}};
  if (inputs_.notAdded) {
    parameters.push_back({"part", inputs_.notAdded->vi});
    parameters.push_back({"part_en", inputs_.notAdded->in(Language::en)});
  }
  return {makeFinding(inputs_.notAdded ? "core.comparison-total-parts" : "core.comparison-total-elsewhere",
                      Severity::information, key, field.id, parameters)};
}

}  // namespace cchc

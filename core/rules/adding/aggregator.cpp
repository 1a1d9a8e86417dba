#include "core/rules/adding/aggregator.h"

#include <optional>

#include "core/rules/operand.h"

namespace cchc {
namespace rules {

// One figure of all sections: its sum, or its common value.
struct Accumulator {
  std::optional<Decimal> sum;
  Value one;  // the first, last or common value
  Qualifier qualifier = Qualifier::exact;
  int reported = 0, notAsked = 0;  // notAsked: the sections for which it is not in force
  bool disagrees = false, overflows = false;

  void add(const FieldDefinition& field, AddingWay way, int before, const Value& value) {
    if (way == AddingWay::first && before == 0) one = value;
    if (way == AddingWay::last) one = value;
    if (value.blank()) return;
    switch (way) {
      case AddingWay::none:
      case AddingWay::computed:
        break;
      case AddingWay::sum:
        addNumber(value);
        break;
      case AddingWay::same:
        if (reported++ == 0)
          one = value;
        else
          disagrees = disagrees || !(one.content == value.content);
        break;
      case AddingWay::countIf:
        ++reported;
        sum = cchc::add(sum.value_or(Decimal(0)), Decimal(lexical(value) == field.aggregateValue ? 1 : 0));
        break;
      case AddingWay::first:
      case AddingWay::last:
        ++reported;
        break;
    }
  }

  void addNumber(const Value& value) {
    const auto* number = value.number();
    if (number == nullptr) return;
    qualifier = reported == 0 ? value.qualifier : rules::joinedQualifier(qualifier, value.qualifier);
    ++reported;
    if (overflows) return;
    const auto next = sum ? cchc::add(*sum, *number) : std::optional(*number);
    overflows = !next;
    sum = next;
  }

  // `needed`: the sections that must have the figure.
  Value value(AddingWay way, int needed) const {
    if (way == AddingWay::first || way == AddingWay::last) return one;
    if (reported < needed - notAsked || disagrees) return {};
    if (way == AddingWay::same) return one;
    if (overflows || !sum) return {};
    Value value;
    value.content = *sum;
    value.qualifier = qualifier;
    return value;
  }
};

}  // namespace rules

namespace {

// Calls `visit` with the field or column and its value, for all that a section contributes.
template <class Visit>
void eachContributed(const SectionDefinition& form, Contribution& contribution, const Visit& visit) {
  for (std::size_t i = 0; i < form.fields.size(); ++i)
    visit(form.fields[i], contribution.fields[i],
          [&](const std::string& id) { return &contribution.fields[*form.fieldIndex(id)]; });
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& columns = form.tables[t].columns;
    for (std::size_t at = 0; at < contribution.cells[t].size(); ++at) {
      const auto c = at % columns.size();
      visit(columns[c], contribution.cells[t][at],
            [&](const std::string& id) { return &contribution.cells[t][at - c + *form.tables[t].columnIndex(id)]; });
    }
  }
}

// What a figure includes of an opening stock was counted in the span before.
void takeOutOpenings(const SectionDefinition& form, Contribution& contribution) {
  eachContributed(form, contribution, [](const FieldDefinition& field, Value& value, const auto& valueOf) {
    if (field.withOpening.empty() || value.blank()) return;
    const Value& opening = *valueOf(field.withOpening);
    const auto *all = value.number(), *part = opening.number();
    const auto rest = all != nullptr && part != nullptr ? subtract(*all, *part) : std::nullopt;
    if (!rest) {
      value = Value{};
      return;
    }
    value.content = *rest;
    value.qualifier = rules::joinedQualifier(value.qualifier, opening.qualifier);
  });
}

}  // namespace

struct Aggregator::State {
  std::shared_ptr<const CompiledDefinition> definition;
  Adding adding = Adding::children;
  std::vector<rules::Accumulator> fields;
  std::vector<std::size_t> rows;  // by table, counted
  std::vector<bool> rowsUnknown;  // by table: a section neither has rows nor declares none
  std::vector<std::vector<std::vector<rules::Accumulator>>> cells;  // of addsCells: table, fixed row, column
  int reporting = 0;
};

Aggregator::Aggregator(std::shared_ptr<const CompiledDefinition> definition, Adding adding)
    : state_(std::make_unique<State>()) {
  const auto& form = definition->definition();
  state_->adding = adding;
  state_->fields.resize(form.fields.size());
  state_->rows.resize(form.tables.size());
  state_->rowsUnknown.resize(form.tables.size());
  for (const auto& table : form.tables) {
    state_->cells.emplace_back(addsCells(table, adding) ? table.fixedRows.size() : 0,
                               std::vector<rules::Accumulator>(table.columns.size()));
  }
  state_->definition = std::move(definition);
}
Aggregator::~Aggregator() = default;
Aggregator::Aggregator(Aggregator&&) noexcept = default;
Aggregator& Aggregator::operator=(Aggregator&&) noexcept = default;

void Aggregator::add(const Contribution& given, const PartsInForce& parts) {
  const auto& form = state_->definition->definition();
  const int before = state_->reporting++;
  std::optional<Contribution> changed;
  if (state_->adding == Adding::spans && before > 0) takeOutOpenings(form, changed.emplace(given));
  const auto& contribution = changed ? *changed : given;
  const auto addTo = [&](rules::Accumulator& accumulator, const FieldDefinition& field, const Value& value,
                         bool inForce) {
    const auto way = addingWay(field, state_->adding);
    accumulator.add(field, way, before, value);
    if (!inForce) ++accumulator.notAsked;
    if (way == AddingWay::computed && inForce) ++accumulator.reported;
  };
  for (std::size_t i = 0; i < form.fields.size(); ++i)
    addTo(state_->fields[i], form.fields[i], contribution.fields[i], parts.field(i));
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& columns = form.tables[t].columns;
    state_->rows[t] += contribution.rows[t].value_or(0);
    if (!contribution.rows[t]) state_->rowsUnknown[t] = true;
    if (contribution.cells[t].empty()) continue;  // of a contribution to a sum over child units
    auto value = contribution.cells[t].begin();
    for (std::size_t r = 0; r < state_->cells[t].size(); ++r) {
      for (std::size_t c = 0; c < columns.size(); ++c, ++value)
        addTo(state_->cells[t][r][c], columns[c], *value, parts.cell(t, r, c));
    }
  }
}

Aggregator::Outcome Aggregator::finish() const {
  const auto& form = state_->definition->definition();
  Outcome outcome;
  outcome.data = emptyData(form);
  outcome.reporting = state_->reporting;
  const int needed = state_->adding == Adding::children ? 0 : state_->reporting;
  const auto valueOf = [&](const rules::Accumulator& accumulator, const FieldDefinition& field) {
    return accumulator.value(addingWay(field, state_->adding), needed);
  };
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& accumulator = state_->fields[i];
    outcome.data.fields[i] = valueOf(accumulator, form.fields[i]);
    outcome.reported.push_back(accumulator.reported);
    if (accumulator.disagrees) outcome.disagreeing.push_back(i);
    if (accumulator.overflows) outcome.overflowing.push_back(i);
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    // Rows are counted over the sections that have them; no rows are zero only if every section declares so.
    // Over spans, rows that were carried over would count twice.
    const bool twice = state_->adding == Adding::spans && form.tables[t].carry != TableCarry::none;
    if (!twice && (state_->rows[t] > 0 || (state_->reporting > 0 && !state_->rowsUnknown[t])))
      outcome.data.tables[t].counted = state_->rows[t];
    for (std::size_t r = 0; r < state_->cells[t].size(); ++r) {
      for (std::size_t c = 0; c < form.tables[t].columns.size(); ++c) {
        outcome.data.tables[t].rows[r].cells[c] = valueOf(state_->cells[t][r][c], form.tables[t].columns[c]);
      }
    }
  }
  return outcome;
}

}  // namespace cchc

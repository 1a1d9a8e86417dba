#include "core/rules/aggregator.h"

#include <optional>

#include "core/rules/operand.h"

namespace cchc {
namespace {

// One figure of all child units: its sum, or its common value.
struct Accumulator {
  std::optional<Decimal> sum;
  Value same;
  Qualifier qualifier = Qualifier::exact;
  int reported = 0;
  bool disagrees = false, overflows = false;

  void add(const FieldDefinition& field, const Value& value) {
    if (value.blank()) return;
    switch (field.aggregation) {
      case Aggregation::none:
      case Aggregation::computed:
        break;
      case Aggregation::sum:
        addNumber(value);
        break;
      case Aggregation::same:
        if (reported++ == 0)
          same = value;
        else
          disagrees = disagrees || !(same.content == value.content);
        break;
      case Aggregation::countIf:
        ++reported;
        sum = cchc::add(sum.value_or(Decimal(0)), Decimal(lexical(value) == field.aggregateValue ? 1 : 0));
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

  Value value(const FieldDefinition& field) const {
    if (field.aggregation == Aggregation::same) return disagrees ? Value{} : same;
    if (overflows || !sum) return {};
    Value value;
    value.content = *sum;
    value.qualifier = qualifier;
    return value;
  }
};

}  // namespace

struct Aggregator::State {
  std::shared_ptr<const CompiledDefinition> definition;
  std::vector<Accumulator> fields;
  std::vector<std::size_t> rows;                             // by table, counted
  std::vector<bool> rowsUnknown;                             // by table: a section neither has rows nor declares none
  std::vector<std::vector<std::vector<Accumulator>>> cells;  // by-row tables: table, fixed row, column
  int reporting = 0;
};

Aggregator::Aggregator(std::shared_ptr<const CompiledDefinition> definition) : state_(std::make_unique<State>()) {
  const auto& form = definition->definition();
  state_->fields.resize(form.fields.size());
  state_->rows.resize(form.tables.size());
  state_->rowsUnknown.resize(form.tables.size());
  for (const auto& table : form.tables) {
    const bool byRow = table.aggregation == TableAggregation::byRow;
    state_->cells.emplace_back(byRow ? table.fixedRows.size() : 0, std::vector<Accumulator>(table.columns.size()));
  }
  state_->definition = std::move(definition);
}
Aggregator::~Aggregator() = default;
Aggregator::Aggregator(Aggregator&&) noexcept = default;
Aggregator& Aggregator::operator=(Aggregator&&) noexcept = default;

void Aggregator::add(const Contribution& contribution) {
  const auto& form = state_->definition->definition();
  ++state_->reporting;
  for (std::size_t i = 0; i < form.fields.size(); ++i) state_->fields[i].add(form.fields[i], contribution.fields[i]);
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& columns = form.tables[t].columns;
    state_->rows[t] += contribution.rows[t].value_or(0);
    if (!contribution.rows[t]) state_->rowsUnknown[t] = true;
    auto value = contribution.cells[t].begin();
    for (auto& row : state_->cells[t]) {
      for (std::size_t c = 0; c < columns.size(); ++c, ++value) row[c].add(columns[c], *value);
    }
  }
}

Aggregator::Outcome Aggregator::finish() const {
  const auto& form = state_->definition->definition();
  Outcome outcome;
  outcome.data = emptyData(form);
  outcome.reporting = state_->reporting;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& accumulator = state_->fields[i];
    outcome.data.fields[i] = accumulator.value(form.fields[i]);
    outcome.reported.push_back(form.fields[i].aggregation == Aggregation::computed ? state_->reporting
                                                                                   : accumulator.reported);
    if (accumulator.disagrees) outcome.disagreeing.push_back(i);
    if (accumulator.overflows) outcome.overflowing.push_back(i);
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    // Rows are counted over the sections that have them; no rows are zero only if every section declares so.
    if (state_->rows[t] > 0 || (state_->reporting > 0 && !state_->rowsUnknown[t]))
      outcome.data.tables[t].counted = state_->rows[t];
    for (std::size_t r = 0; r < state_->cells[t].size(); ++r) {
      for (std::size_t c = 0; c < form.tables[t].columns.size(); ++c) {
        outcome.data.tables[t].rows[r].cells[c] = state_->cells[t][r][c].value(form.tables[t].columns[c]);
      }
    }
  }
  return outcome;
}

}  // namespace cchc

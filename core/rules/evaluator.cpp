#include "core/rules/evaluator.h"

namespace cchc::rules {

// Sets the entered value, before anything is computed.
void Evaluator::setEntered(const FieldDefinition& field, const FieldProgram& program, const Value& entered,
                           Effective& effective) const {
  effective.relevant = true;
  effective.reported = effective.expected = 0;
  if (result_.inForce.choiceNotInForce(field, entered) != nullptr) {
    effective.setComputed({});
    effective.origin = Origin::blank;
    return;
  }
  effective.setEntered(entered);
  // A figure entered for a rate or a computed field is used if its parts are unknown.
  const bool given = field.type == FieldType::rate || program.computed();
  effective.origin = entered.blank() ? Origin::blank : given ? Origin::given : Origin::entered;
}

// What is not in force is not asked, and blank for all that reads it, whatever was entered.
void Evaluator::setAbsent(Effective& effective) {
  effective = Effective{};
  effective.relevant = false;
}

void Evaluator::compute(const FieldDefinition& field, const FieldProgram& program, const Value& entered,
                        Effective& effective) {
  setEntered(field, program, entered, effective);
  if (program.relevant != none) {
    const auto relevant = machine_.run(program.relevant);
    effective.relevant = relevant.type != Operand::Type::condition || relevant.yes;  // unknown counts as relevant
  }
  Operand computed;
  if (program.formula != none) {
    computed = machine_.run(program.formula);
  } else if (program.reference != none) {
    computed = machine_.run(program.reference);
    setReporting(program, effective);
  } else if (program.numerator != none) {
    const auto a = machine_.run(program.numerator), b = machine_.run(program.denominator);
    const bool known = a.type == Operand::Type::number && b.type == Operand::Type::number;
    const auto rate = known ? cchc::rate(a.number, b.number, field.decimals) : std::nullopt;
    if (rate) computed = numberOperand(*rate, joinedQualifier(a.qualifier, b.qualifier));
  }
  if (!computed.known()) return;
  effective.setComputed(valueOf(computed, field));
  effective.origin = program.reference != none ? Origin::referred : Origin::computed;
}

// "n of N units", for a reference to the sum of child units.
void Evaluator::setReporting(const FieldProgram& program, Effective& effective) const {
  const auto& node = program_.nodes[static_cast<std::size_t>(program.reference)];
  if (node.op != Op::children && node.op != Op::total) return;
  const auto* children = surroundings_.children(program_.definitions[node.definition]);
  const auto field = children == nullptr
                         ? std::nullopt
                         : children->section.definition->definition().fieldIndex(program_.texts[node.text], true);
  if (!field) return;
  effective.expected = children->expectedOf(*field);
  effective.reported = *field < children->reported.size() ? children->reported[*field] : children->reporting;
}

void Evaluator::evaluateField(std::size_t index) {
  if (!result_.inForce.field(index)) return setAbsent(result_.fields[index]);
  compute(form_.fields[index], program_.fields[index], data_.fields[index], result_.fields[index]);
}

void Evaluator::evaluateTable(std::size_t index) {
  const auto& table = form_.tables[index];
  const auto& rows = data_.tables[index].rows;
  auto& cells = result_.cells[index];
  cells.resize(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    cells[r].resize(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) setCell(index, r, c);
    machine_.setRow(r);
    for (const auto column : program_.columnOrder[index]) {
      if (!result_.inForce.cell(index, r, column)) continue;
      compute(table.columns[column], program_.columns[index][column], rows[r].cells[column], cells[r][column]);
    }
  }
}

void Evaluator::setCell(std::size_t table, std::size_t row, std::size_t column) {
  auto& effective = result_.cells[table][row][column];
  if (!result_.inForce.cell(table, row, column)) return setAbsent(effective);
  setEntered(form_.tables[table].columns[column], program_.columns[table][column],
             data_.tables[table].rows[row].cells[column], effective);
}

void Evaluator::layOut() {
  const auto* circumstances = surroundings_.circumstances();
  result_.inForce = circumstances == nullptr ? PartsInForce() : PartsInForce(form_, *circumstances);
  result_.fields.resize(form_.fields.size());
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    if (result_.inForce.field(i))
      setEntered(form_.fields[i], program_.fields[i], data_.fields[i], result_.fields[i]);
    else
      setAbsent(result_.fields[i]);
  }
  result_.cells.resize(form_.tables.size());
  for (std::size_t i = 0; i < form_.tables.size(); ++i) {
    // The rows must be there before any expression over them runs.
    auto& cells = result_.cells[i];
    const auto& rows = data_.tables[i].rows;
    cells.resize(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      cells[r].resize(form_.tables[i].columns.size());
      for (std::size_t c = 0; c < cells[r].size(); ++c) setCell(i, r, c);
    }
  }
}

void Evaluator::evaluateAll() {
  layOut();
  for (const auto cell : program_.order) {
    if (cell < form_.fields.size())
      evaluateField(cell);
    else
      evaluateTable(cell - form_.fields.size());
  }
}

}  // namespace cchc::rules

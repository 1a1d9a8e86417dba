#include "core/rules/adding/summed_inputs.h"

#include <utility>
#include <vector>

#include "core/rules/adding/adding.h"
#include "core/rules/program.h"

namespace cchc {
namespace {

using rules::Op;

bool isAdded(const FieldDefinition& field) {
  const auto way = addingWay(field, Adding::children);
  return way != AddingWay::none && way != AddingWay::computed;
}

// Walks through the expressions that a figure depends on. `needed`: the figure is unknown without what is found next.
class InputSearch {
 public:
  explicit InputSearch(const CompiledDefinition& definition)
      : form_(definition.definition()), program_(definition.program()) {}

  void addField(std::size_t index, bool needed) {
    const auto& field = form_.fields[index];
    if (isAdded(field)) return note(inputs_.fields, index, needed);
    if (!program_.fields[index].computed()) return lack(field.label);
    // What was passed as needed is not passed again; what was passed as dispensable is, if it is needed here.
    if (const auto seen = passed_.find(index); seen != passed_.end() && (seen->second || !needed)) return;
    passed_[index] = needed;
    addParts(program_.fields[index], needed);
  }

  SummedInputs release() { return std::move(inputs_); }

 private:
  template <class Key>
  static void note(std::map<Key, bool>& inputs, const Key& key, bool needed) {
    auto& known = inputs.try_emplace(key, needed).first->second;
    known = known || needed;
  }
  void lack(const Label& label) {
    if (!inputs_.notAdded) inputs_.notAdded = label;
  }

  void addParts(const rules::FieldProgram& program, bool needed) {
    for (const auto expression : {program.formula, program.numerator, program.denominator, program.reference}) {
      if (expression != rules::none) addNode(static_cast<std::uint32_t>(expression), needed);
    }
  }

  void addCell(std::size_t table, std::size_t row, std::size_t column, bool needed) {
    const auto& of = form_.tables[table];
    const auto& field = of.columns[column];
    if (!addsCells(of, Adding::children)) return lack(of.title);
    if (isAdded(field)) return note(inputs_.cells, SummedInputs::Cell{table, row, column}, needed);
    if (!program_.columns[table][column].computed()) return lack(field.label);
    const auto outer = std::exchange(row_, row);
    addParts(program_.columns[table][column], needed);
    row_ = outer;
  }

  // sum(table.column, condition) and count(table, condition).
  void addRows(const rules::Node& node, bool needed) {
    const auto& table = form_.tables[node.table];
    if (!table.fixed) {
      const bool counts = node.op == Op::count && node.arity == 0 && table.aggregation == TableAggregation::rows;
      return counts ? note(inputs_.counted, std::size_t(node.table), needed) : lack(table.title);
    }
    for (std::size_t row = 0; row < table.fixedRows.size(); ++row) {
      const auto outer = std::exchange(row_, row);
      if (node.arity > 0) addNode(program_.parts[node.firstPart], false);
      if (node.op == Op::sum) addCell(node.table, row, node.field, needed && node.arity == 0);
      row_ = outer;
    }
  }

  void addNode(std::uint32_t index, bool needed) {
    const auto& node = program_.nodes[index];
    switch (node.op) {
      case Op::field:
        return addField(node.field, needed);
      case Op::cell:
        return addCell(node.table, node.row, node.field, needed);
      case Op::column:
        return addCell(node.table, row_, node.field, needed);
      case Op::count:
      case Op::sum:
        return addRows(node, needed);
      case Op::external:
      case Op::own:
      case Op::children:
      case Op::total:
      case Op::reported:
      case Op::expected:
      case Op::previous:
      case Op::lastYear:
        inputs_.elsewhere = true;
        return;
      default:
        break;
    }
    const bool dispensable = node.op == Op::sumKnown || node.op == Op::coalesce || node.op == Op::known ||
                             node.op == Op::choose || node.op == Op::conjunction || node.op == Op::disjunction;
    for (std::uint32_t part = 0; part < node.arity; ++part)
      addNode(program_.parts[node.firstPart + part], needed && !dispensable);
  }

  const SectionDefinition& form_;
  const Program& program_;
  SummedInputs inputs_;
  std::map<std::size_t, bool> passed_;  // computed fields, and whether they were needed
  std::size_t row_ = 0;                 // whose cells the columns in an expression mean
};

}  // namespace

bool isPlainSum(const FieldDefinition& field) { return isAdded(field) && !field.computed(); }

SummedInputs summedInputs(const CompiledDefinition& definition, std::size_t field) {
  InputSearch search(definition);
  search.addField(field, true);
  return search.release();
}

std::set<std::size_t> readOfEarlier(const CompiledDefinition& definition, EarlierPeriod period) {
  const auto& program = definition.program();
  const auto wanted = period == EarlierPeriod::previous ? Op::previous : Op::lastYear;
  std::set<std::size_t> fields;
  std::vector<std::uint32_t> open;
  const auto addProgram = [&](const rules::FieldProgram& one) {
    for (const auto each : {one.relevant, one.formula, one.numerator, one.denominator, one.reference}) {
      if (each != rules::none) open.push_back(static_cast<std::uint32_t>(each));
    }
  };
  for (const auto& field : program.fields) addProgram(field);
  for (const auto& table : program.columns) {
    for (const auto& column : table) addProgram(column);
  }
  while (!open.empty()) {
    const auto& node = program.nodes[open.back()];
    open.pop_back();
    if (node.op == wanted) fields.insert(node.field);
    for (std::uint32_t part = 0; part < node.arity; ++part) open.push_back(program.parts[node.firstPart + part]);
  }
  return fields;
}

}  // namespace cchc

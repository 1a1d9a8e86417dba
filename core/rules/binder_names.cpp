// The names of an expression: fields, columns, cells, the unit and the period, fields of other definitions.
#include <algorithm>
#include <map>

#include "core/base/reading/similar.h"
#include "core/definition/in_force.h"
#include "core/definition/located_place.h"
#include "core/rules/binder.h"

namespace cchc::rules {
namespace {

// What the names of circumstanceNames (definition/in_force.h) are.
const std::map<std::string_view, std::pair<Op, ExpressionType>>& circumstances() {
  static const std::map<std::string_view, std::pair<Op, ExpressionType>> table = {
      {"period.end", {Op::periodEnd, ExpressionType::date}},
      {"period.months", {Op::periodMonths, ExpressionType::number}},
      {"period.start", {Op::periodStart, ExpressionType::date}},
      {"period.year", {Op::periodYear, ExpressionType::number}},
      {"unit.children", {Op::unitChildren, ExpressionType::number}},
      {"unit.form", {Op::unitForm, ExpressionType::text}},
  };
  return table;
}

}  // namespace

std::vector<std::string> Binder::knownNames() const {
  std::vector<std::string> names(circumstanceNames.begin(), circumstanceNames.end());
  if (problems_.full()) return names;
  for (const auto& field : definition_.fields) names.push_back(field.id);
  for (const auto& table : definition_.tables) {
    for (const auto& row : table.fixedRows) {
      for (const auto& column : table.columns) names.push_back(table.id + "[" + row.id + "]." + column.id);
    }
  }
  if (!table_) return names;
  for (const auto& column : definition_.tables[*table_].columns) names.push_back(column.id);
  return names;
}

Bound Binder::unknownName(const Syntax& syntax, const std::vector<std::string>& known) {
  std::vector<Parameter> parameters{{"name", syntax.text}, {"definition", definition_.id.value}};
  addSimilar(parameters, syntax.text, known);
  return wrong("definition.unknown-name", syntax, std::move(parameters));
}

// `name`: as problems name it.
Bound Binder::addField(Node node, const FieldDefinition& field, const std::string& name) {
  node.kind = kindOf(field.type);
  const bool isCertain = !problems_.uncertain.contains(name);
  auto bound = add(node, {}, isCertain ? typeOf(field.type) : ExpressionType::any);
  if (isCertain) bound.field = &field;
  return bound;
}

Bound Binder::bindName(const Syntax& syntax) {
  Node node;
  if (syntax.text == "yes" || syntax.text == "no") {
    node.op = syntax.text == "yes" ? Op::yes : Op::no;
    auto bound = add(node, {}, ExpressionType::condition);
    bound.literal = true;
    return bound;
  }
  if (syntax.text.find('/') != std::string::npos) return bindOther(syntax, Op::external);
  if (table_) {
    const auto& table = definition_.tables[*table_];
    if (const auto column = table.columnIndex(syntax.text)) {
      node.op = Op::column;
      node.table = static_cast<std::uint32_t>(*table_);
      node.field = static_cast<std::uint32_t>(*column);
      reads_.columns.insert(node.field);
      return addField(node, table.columns[*column], table.id + "." + syntax.text);
    }
  }
  if (const auto field = definition_.fieldIndex(syntax.text)) {
    node.op = Op::field;
    node.field = static_cast<std::uint32_t>(*field);
    reads_.cells.insert(node.field);
    reads_.places.insert(syntax.text);
    return addField(node, definition_.fields[*field], syntax.text);
  }
  if (const auto place = locate(definition_, syntax.text); place && place->column) {
    const auto& form = definition_.tables[*place->table];
    const auto row = std::find_if(form.fixedRows.begin(), form.fixedRows.end(),
                                  [&](const FixedRow& fixed) { return fixed.id == place->row; });
    if (row != form.fixedRows.end()) {
      node.op = Op::cell;
      node.table = static_cast<std::uint32_t>(*place->table);
      node.row = static_cast<std::uint32_t>(row - form.fixedRows.begin());
      node.field = static_cast<std::uint32_t>(*place->column);
      reads_.cells.insert(static_cast<Cell>(definition_.fields.size() + *place->table));
      reads_.places.insert(form.id);
      return addField(node, *place->value, form.id + "." + place->value->id);
    }
  }
  // A definition that a store kept may have a field of such a name, which was found before.
  if (const auto found = circumstances().find(syntax.text); found != circumstances().end()) {
    if (definition_.minor < 1)
      return wrong("definition.minor", syntax, {{"attribute", syntax.text}, {"element", expression_->text}});
    node.op = found->second.first;
    return add(node, {}, found->second.second);
  }
  return unknownName(syntax, knownNames());
}

// Binds definition/field of another section; for reported and expected, a definition alone; for previous and last_year,
// a field of this section.
Bound Binder::bindOther(const Syntax& syntax, Op op) {
  Node node;
  node.op = op;
  if (op == Op::previous || op == Op::lastYear) {
    const auto field = definition_.fieldIndex(syntax.text);
    if (!field) return unknownName(syntax, knownNames());
    node.field = static_cast<std::uint32_t>(*field);
    reads_.places.insert((op == Op::previous ? "previous(" : "last_year(") + syntax.text + ")");
    return addField(node, definition_.fields[*field], syntax.text);
  }
  const auto slash = syntax.text.find('/');
  const bool alone = op == Op::reported || op == Op::expected;
  if (alone == (slash != std::string::npos)) return unknownName(syntax, {});
  const auto id = std::string_view(syntax.text).substr(0, slash);
  const auto fieldId = alone ? std::string() : syntax.text.substr(slash + 1);
  node.definition = definition(id);
  if (!alone) node.text = text(fieldId);
  const auto shown = op == Op::external   ? std::string()
                     : op == Op::own      ? "own"
                     : op == Op::children ? "children"
                     : op == Op::total    ? "total"
                     : op == Op::reported ? "reported"
                                          : "expected";
  reads_.places.insert(shown.empty() ? syntax.text : shown + "(" + syntax.text + ")");
  auto bound = add(node, {}, alone ? ExpressionType::number : ExpressionType::any);
  if (together_ != nullptr) checkOther(syntax, op, id, fieldId, bound);
  return bound;
}

void Binder::checkOther(const Syntax& syntax, Op op, std::string_view id, std::string_view fieldId, Bound& bound) {
  const auto found = together_->byId.find(id);
  if (found == together_->byId.end()) {
    std::vector<std::string> known;
    for (const auto& [one, versions] : together_->byId) known.push_back(one);
    std::vector<Parameter> parameters{{"id", std::string(id)}, {"expression", expression_->text}};
    addSimilar(parameters, id, known);
    const auto at = positionIn(*expression_, syntax.position);
    // A department that is not here, or that has a form which cannot be read, may have it.
    if (together_->isComplete(id))
      problems_.error("definition.unknown-definition", at, std::move(parameters));
    else
      problems_.warning("definition.unknown-definition", at, std::move(parameters));
    return;
  }
  if (fieldId.empty()) return;
  const FieldDefinition* field = nullptr;
  bool same = true;
  for (const auto* version : found->second) {
    const auto index = version->fieldIndex(fieldId, true);
    if (!index) continue;
    const auto& one = version->fields[*index];
    same = same && (field == nullptr || field->type == one.type);
    field = &one;
  }
  if (field == nullptr) {
    std::vector<std::string> known;
    for (const auto* version : found->second) {
      for (const auto& one : version->fields) {
        if (!problems_.full()) known.push_back(std::string(id) + "/" + one.id);
      }
    }
    std::vector<Parameter> parameters{{"id", syntax.text}, {"from", definition_.id.value}};
    addSimilar(parameters, syntax.text, known);
    wrong("definition.unknown-field", syntax, std::move(parameters));
    return;
  }
  if (together_->uncertain.contains(syntax.text)) return;
  const bool counted = (op == Op::children || op == Op::total) && field->aggregation == Aggregation::countIf;
  if (!same) return;
  bound.type = counted ? ExpressionType::number : typeOf(field->type);
  if (!counted) bound.field = field;
}

}  // namespace cchc::rules

// The functions of an expression.
#include <algorithm>
#include <map>

#include "core/base/reading/similar.h"
#include "core/rules/binder.h"
#include "core/rules/comparison_check.h"

namespace cchc::rules {
namespace {

struct Function {
  Op op;
  int least, most;
  ExpressionType parts, result;
};

const std::map<std::string_view, Function>& functions() {
  static const std::map<std::string_view, Function> table = {
      {"rate", {Op::rate, 3, 3, ExpressionType::number, ExpressionType::number}},
      {"ratio", {Op::ratio, 3, 3, ExpressionType::number, ExpressionType::number}},
      {"round", {Op::round, 2, 2, ExpressionType::number, ExpressionType::number}},
      {"abs", {Op::abs, 1, 1, ExpressionType::number, ExpressionType::number}},
      {"min", {Op::min, 1, 50, ExpressionType::number, ExpressionType::number}},
      {"max", {Op::max, 1, 50, ExpressionType::number, ExpressionType::number}},
      {"sum_known", {Op::sumKnown, 1, 50, ExpressionType::number, ExpressionType::number}},
      {"if", {Op::choose, 3, 3, ExpressionType::any, ExpressionType::any}},
      {"coalesce", {Op::coalesce, 1, 50, ExpressionType::any, ExpressionType::any}},
      {"known", {Op::known, 1, 1, ExpressionType::any, ExpressionType::condition}},
      {"qualifier", {Op::qualifier, 1, 1, ExpressionType::any, ExpressionType::text}},
      {"stated", {Op::stated, 1, 1, ExpressionType::any, ExpressionType::any}},
      {"year", {Op::year, 1, 1, ExpressionType::date, ExpressionType::number}},
      {"month", {Op::month, 1, 1, ExpressionType::date, ExpressionType::number}},
      {"day", {Op::day, 1, 1, ExpressionType::date, ExpressionType::number}},
      {"days", {Op::days, 2, 2, ExpressionType::date, ExpressionType::number}},
      {"start", {Op::start, 1, 1, ExpressionType::range, ExpressionType::date}},
      {"end", {Op::end, 1, 1, ExpressionType::range, ExpressionType::date}},
      {"number", {Op::docNumber, 1, 1, ExpressionType::documents, ExpressionType::text}},
      {"type", {Op::docType, 1, 1, ExpressionType::documents, ExpressionType::text}},
      {"issuer", {Op::docIssuer, 1, 1, ExpressionType::documents, ExpressionType::text}},
      {"date", {Op::docDate, 1, 1, ExpressionType::documents, ExpressionType::date}},
      {"for_year", {Op::docForYear, 1, 1, ExpressionType::documents, ExpressionType::number}},
      {"number_state", {Op::docNumberState, 1, 1, ExpressionType::documents, ExpressionType::text}},
      // How format 1.0 writes period.year, period.start and period.end.
      {"period_year", {Op::periodYear, 0, 0, ExpressionType::any, ExpressionType::number}},
      {"period_start", {Op::periodStart, 0, 0, ExpressionType::any, ExpressionType::date}},
      {"period_end", {Op::periodEnd, 0, 0, ExpressionType::any, ExpressionType::date}},
  };
  return table;
}

const std::map<std::string_view, Op>& otherFunctions() {
  static const std::map<std::string_view, Op> table = {
      {"own", Op::own},           {"children", Op::children}, {"total", Op::total},       {"reported", Op::reported},
      {"expected", Op::expected}, {"previous", Op::previous}, {"last_year", Op::lastYear}};
  return table;
}

std::vector<std::string> functionNames() {
  std::vector<std::string> names{"count", "sum"};
  for (const auto& [name, function] : functions()) names.emplace_back(name);
  for (const auto& [name, op] : otherFunctions()) names.emplace_back(name);
  return names;
}

}  // namespace

Bound Binder::bindCall(const Syntax& syntax) {
  if (const auto other = otherFunctions().find(syntax.text); other != otherFunctions().end()) {
    if (syntax.parts.size() != 1 || syntax.parts.front().kind != Syntax::Kind::name) {
      return wrong("definition.wrong-arguments", syntax, {{"function", syntax.text}, {"count", "1"}});
    }
    return bindOther(syntax.parts.front(), other->second);
  }
  if (syntax.text == "count") return bindRows(syntax, Op::count);
  if (syntax.text == "sum") return bindRows(syntax, Op::sum);
  const auto found = functions().find(syntax.text);
  if (found == functions().end()) {
    std::vector<Parameter> parameters{{"function", syntax.text}};
    addSimilar(parameters, syntax.text, functionNames());
    return wrong("definition.unknown-function", syntax, std::move(parameters));
  }
  const auto& function = found->second;
  const auto given = static_cast<int>(syntax.parts.size());
  if (given < function.least || given > function.most) {
    return wrong("definition.wrong-arguments", syntax,
                 {{"function", syntax.text}, {"count", std::to_string(function.least)}});
  }
  Node node;
  node.op = function.op;
  if (node.op == Op::rate) node.kind = FigureKind::percent;
  std::vector<Bound> parts;
  auto bound = bindParts(syntax, node, function.parts, function.result, &parts);
  // if and coalesce have the type of their alternatives.
  if (node.op == Op::choose || node.op == Op::coalesce || node.op == Op::stated || node.op == Op::round ||
      node.op == Op::abs || node.op == Op::min || node.op == Op::max) {
    const auto& last =
        program_.nodes[program_.parts[program_.nodes[bound.node].firstPart + (node.op == Op::choose ? 1U : 0U)]];
    program_.nodes[bound.node].kind = last.kind;
  }
  if (together_ == nullptr || (node.op != Op::choose && node.op != Op::coalesce && node.op != Op::stated)) return bound;
  const std::size_t first = node.op == Op::choose ? 1 : 0;
  if (first == 1) {
    if (!fits(parts[0].type, ExpressionType::condition))
      wrongType(syntax.parts[0], parts[0].type, ExpressionType::condition);
    else if (parts[0].literal)
      ComparisonCheck(problems_).alwaysSame(*expression_, syntax.parts[0].position, syntax.parts[0].text == "yes");
  }
  bound.type = parts[first].type;
  for (std::size_t i = first + 1; i < parts.size(); ++i) {
    if (!fits(parts[i].type, bound.type)) {
      wrongType(syntax.parts[i], parts[i].type, bound.type);
      bound.type = ExpressionType::any;
      break;
    }
    if (bound.type == ExpressionType::any) bound.type = parts[i].type;
  }
  return bound;
}

// count(table), count(table, condition), sum(table.column), sum(table.column, condition)
Bound Binder::bindRows(const Syntax& syntax, Op op) {
  if (syntax.parts.empty() || syntax.parts.size() > 2 || syntax.parts.front().kind != Syntax::Kind::name) {
    return wrong("definition.wrong-arguments", syntax, {{"function", syntax.text}, {"count", "1"}});
  }
  const auto& target = syntax.parts.front();
  auto tableId = target.text;
  std::string column;
  if (op == Op::sum) {
    if (const auto dot = tableId.rfind('.'); dot != std::string::npos) {
      column = tableId.substr(dot + 1);
      tableId.erase(dot);
    }
  }
  const auto table = definition_.tableIndex(tableId);
  const auto index = table && op == Op::sum ? definition_.tables[*table].columnIndex(column) : std::nullopt;
  const bool number = index && (isNumeric(definition_.tables[*table].columns[*index].type) ||
                                problems_.uncertain.contains(target.text));
  if (!table || (op == Op::sum && !number)) {
    std::vector<std::string> known;
    for (const auto& one : definition_.tables) {
      if (op == Op::count) known.push_back(one.id);
      for (const auto& each : one.columns) {
        if (op == Op::sum && isNumeric(each.type)) known.push_back(one.id + "." + each.id);
      }
    }
    return unknownName(target, known);
  }
  Node node;
  node.op = op;
  node.table = static_cast<std::uint32_t>(*table);
  if (index) {
    node.field = static_cast<std::uint32_t>(*index);
    node.kind = kindOf(definition_.tables[*table].columns[*index].type);
  }
  std::vector<Bound> parts;
  if (syntax.parts.size() == 2) {
    const auto outer = std::exchange(table_, table);
    const auto outerColumns = reads_.columns;  // the condition's columns are of that table, not of the one that was set
    parts.push_back(bindWanted(syntax.parts[1], ExpressionType::condition));
    table_ = outer;
    reads_.columns = outerColumns;
  }
  reads_.cells.insert(static_cast<Cell>(definition_.fields.size() + *table));
  reads_.places.insert(definition_.tables[*table].id);
  return add(node, parts, ExpressionType::number);
}

}  // namespace cchc::rules

#include "core/rules/binder.h"

#include "core/definition/located_place.h"

#include <algorithm>
#include <map>

namespace cchc::rules {
namespace {

FigureKind kindOf(FieldType type) {
  if (type == FieldType::money) return FigureKind::money;
  return type == FieldType::percent || type == FieldType::rate ? FigureKind::percent : FigureKind::plain;
}

struct Function {
  Op op;
  int least, most;
  Type parts, result;
};

const std::map<std::string_view, Function>& functions() {
  static const std::map<std::string_view, Function> table = {
      {"rate", {Op::rate, 3, 3, Type::number, Type::number}},
      {"ratio", {Op::ratio, 3, 3, Type::number, Type::number}},
      {"round", {Op::round, 2, 2, Type::number, Type::number}},
      {"abs", {Op::abs, 1, 1, Type::number, Type::number}},
      {"min", {Op::min, 1, 50, Type::number, Type::number}},
      {"max", {Op::max, 1, 50, Type::number, Type::number}},
      {"sum_known", {Op::sumKnown, 1, 50, Type::number, Type::number}},
      {"if", {Op::choose, 3, 3, Type::any, Type::any}},
      {"coalesce", {Op::coalesce, 1, 50, Type::any, Type::any}},
      {"known", {Op::known, 1, 1, Type::any, Type::condition}},
      {"qualifier", {Op::qualifier, 1, 1, Type::any, Type::text}},
      {"stated", {Op::stated, 1, 1, Type::any, Type::any}},
      {"year", {Op::year, 1, 1, Type::date, Type::number}},
      {"month", {Op::month, 1, 1, Type::date, Type::number}},
      {"day", {Op::day, 1, 1, Type::date, Type::number}},
      {"days", {Op::days, 2, 2, Type::date, Type::number}},
      {"start", {Op::start, 1, 1, Type::range, Type::date}},
      {"end", {Op::end, 1, 1, Type::range, Type::date}},
      {"number", {Op::docNumber, 1, 1, Type::documents, Type::text}},
      {"type", {Op::docType, 1, 1, Type::documents, Type::text}},
      {"issuer", {Op::docIssuer, 1, 1, Type::documents, Type::text}},
      {"date", {Op::docDate, 1, 1, Type::documents, Type::date}},
      {"for_year", {Op::docForYear, 1, 1, Type::documents, Type::number}},
      {"number_state", {Op::docNumberState, 1, 1, Type::documents, Type::text}},
      // How format 1.0 writes period.year, period.start and period.end.
      {"period_year", {Op::periodYear, 0, 0, Type::any, Type::number}},
      {"period_start", {Op::periodStart, 0, 0, Type::any, Type::date}},
      {"period_end", {Op::periodEnd, 0, 0, Type::any, Type::date}},
  };
  return table;
}

// What the names of circumstanceNames (definition/in_force.h) are.
const std::map<std::string_view, std::pair<Op, Type>>& circumstances() {
  static const std::map<std::string_view, std::pair<Op, Type>> table = {
      {"period.end", {Op::periodEnd, Type::date}},         {"period.months", {Op::periodMonths, Type::number}},
      {"period.start", {Op::periodStart, Type::date}},     {"period.year", {Op::periodYear, Type::number}},
      {"unit.children", {Op::unitChildren, Type::number}}, {"unit.form", {Op::unitForm, Type::text}},
  };
  return table;
}

const std::map<std::string_view, Op>& otherFunctions() {
  static const std::map<std::string_view, Op> table = {
      {"own", Op::own},           {"children", Op::children}, {"total", Op::total},       {"reported", Op::reported},
      {"expected", Op::expected}, {"previous", Op::previous}, {"last_year", Op::lastYear}};
  return table;
}

bool fits(Type given, Type wanted) { return given == wanted || given == Type::any || wanted == Type::any; }

}  // namespace

Type typeOf(FieldType type) {
  switch (type) {
    case FieldType::yesNo:
      return Type::condition;
    case FieldType::date:
      return Type::date;
    case FieldType::dateRange:
      return Type::range;
    case FieldType::document:
    case FieldType::documents:
      return Type::documents;
    case FieldType::attachment:
      return Type::any;
    default:
      return isNumeric(type) ? Type::number : Type::text;
  }
}

std::string_view typeName(Type type) {
  constexpr std::string_view names[] = {"any", "number", "text", "condition", "date", "date-range", "document"};
  return names[static_cast<std::size_t>(type)];
}

tl::unexpected<Error> Binder::wrong(std::string_view code, const Syntax& syntax,
                                    std::vector<Parameter> parameters) const {
  parameters.push_back({"expression", expression_->text});
  return fail(code, lineAndColumn(*expression_, syntax.position), std::move(parameters));
}

std::uint32_t Binder::text(std::string value) {
  program_.texts.push_back(std::move(value));
  return static_cast<std::uint32_t>(program_.texts.size() - 1);
}

std::uint32_t Binder::definition(std::string_view id) {
  auto& all = program_.definitions;
  auto found = std::find_if(all.begin(), all.end(), [&](const DefinitionId& known) { return known.value == id; });
  if (found == all.end()) found = all.insert(all.end(), DefinitionId(std::string(id)));
  const auto index = static_cast<std::uint32_t>(found - all.begin());
  reads_.definitions.insert(index);
  return index;
}

Binder::Bound Binder::add(Node node, const std::vector<Bound>& parts, Type type) {
  node.arity = static_cast<std::uint16_t>(parts.size());
  node.firstPart = static_cast<std::uint32_t>(program_.parts.size());
  for (const auto& part : parts) program_.parts.push_back(part.node);
  program_.nodes.push_back(node);
  return {static_cast<std::uint32_t>(program_.nodes.size() - 1), type};
}

Result<Expression> Binder::bind(const ExpressionText& expression, Type wanted) {
  expression_ = &expression;
  CCHC_TRY(const auto syntax, parse(expression));
  CCHC_TRY(const auto bound, bindSyntax(syntax));
  if (!fits(bound.type, wanted)) {
    return wrong("definition.wrong-type", syntax,
                 {{"given", std::string(typeName(bound.type))}, {"wanted", std::string(typeName(wanted))}});
  }
  return static_cast<Expression>(bound.node);
}

Result<Binder::Bound> Binder::bindParts(const Syntax& syntax, Node node, Type wanted, Type result) {
  std::vector<Bound> parts;
  for (const auto& part : syntax.parts) {
    CCHC_TRY(const auto bound, bindSyntax(part));
    if (!fits(bound.type, wanted)) {
      return wrong("definition.wrong-type", part,
                   {{"given", std::string(typeName(bound.type))}, {"wanted", std::string(typeName(wanted))}});
    }
    parts.push_back(bound);
  }
  if (!parts.empty() && node.kind == FigureKind::plain &&
      (node.op == Op::add || node.op == Op::subtract || node.op == Op::multiply || node.op == Op::sumKnown ||
       node.op == Op::negate)) {
    node.kind = program_.nodes[parts.front().node].kind;
  }
  return add(node, parts, result);
}

Result<Binder::Bound> Binder::bindSyntax(const Syntax& syntax) {
  Node node;
  switch (syntax.kind) {
    case Syntax::Kind::number: {
      const auto number = Decimal::parse(syntax.text);
      if (!number) return wrong("definition.wrong-type", syntax, {{"given", syntax.text}, {"wanted", "number"}});
      node.literal = *number;
      return add(node, {}, Type::number);
    }
    case Syntax::Kind::string:
      node.op = Op::text;
      node.text = text(syntax.text);
      return add(node, {}, Type::text);
    case Syntax::Kind::name:
      return bindName(syntax);
    case Syntax::Kind::call:
      return bindCall(syntax);
    case Syntax::Kind::unary:
      node.op = syntax.text == "-" ? Op::negate : Op::negation;
      return bindParts(syntax, node, syntax.text == "-" ? Type::number : Type::condition,
                       syntax.text == "-" ? Type::number : Type::condition);
    case Syntax::Kind::binary:
      break;
  }
  static const std::map<std::string_view, Op> operators = {
      {"+", Op::add},           {"-", Op::subtract},    {"*", Op::multiply},
      {"=", Op::equal},         {"!=", Op::notEqual},   {"<", Op::less},
      {"<=", Op::lessOrEqual},  {">", Op::greater},     {">=", Op::greaterOrEqual},
      {"and", Op::conjunction}, {"or", Op::disjunction}};
  node.op = operators.at(syntax.text);
  if (node.op <= Op::multiply) return bindParts(syntax, node, Type::number, Type::number);
  if (node.op >= Op::conjunction) return bindParts(syntax, node, Type::condition, Type::condition);
  CCHC_TRY(const auto compared, bindParts(syntax, node, Type::any, Type::condition));
  return compared;
}

Result<Binder::Bound> Binder::bindName(const Syntax& syntax) {
  Node node;
  if (syntax.text == "yes" || syntax.text == "no") {
    node.op = syntax.text == "yes" ? Op::yes : Op::no;
    return add(node, {}, Type::condition);
  }
  if (syntax.text.find('/') != std::string::npos) return bindOther(syntax, Op::external);
  if (table_) {
    if (const auto column = definition_.tables[*table_].columnIndex(syntax.text)) {
      const auto& definition = definition_.tables[*table_].columns[*column];
      node.op = Op::column;
      node.table = static_cast<std::uint32_t>(*table_);
      node.field = static_cast<std::uint32_t>(*column);
      node.kind = kindOf(definition.type);
      reads_.columns.insert(node.field);
      return add(node, {}, typeOf(definition.type));
    }
  }
  if (const auto field = definition_.fieldIndex(syntax.text)) {
    node.op = Op::field;
    node.field = static_cast<std::uint32_t>(*field);
    node.kind = kindOf(definition_.fields[*field].type);
    reads_.cells.insert(node.field);
    reads_.places.insert(syntax.text);
    return add(node, {}, typeOf(definition_.fields[*field].type));
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
      node.kind = kindOf(place->value->type);
      reads_.cells.insert(static_cast<Cell>(definition_.fields.size() + *place->table));
      reads_.places.insert(form.id);
      return add(node, {}, typeOf(place->value->type));
    }
  }
  // A definition that a store kept may have a field of such a name, which was found before.
  if (const auto found = circumstances().find(syntax.text); found != circumstances().end()) {
    if (definition_.minor < 1)
      return wrong("definition.minor", syntax, {{"attribute", syntax.text}, {"element", expression_->text}});
    node.op = found->second.first;
    return add(node, {}, found->second.second);
  }
  return wrong("definition.unknown-name", syntax, {{"name", syntax.text}, {"definition", definition_.id.value}});
}

// Binds definition/field of another section; for reported and expected, a definition alone; for previous and last_year,
// a field of this section.
Result<Binder::Bound> Binder::bindOther(const Syntax& syntax, Op op) {
  Node node;
  node.op = op;
  if (op == Op::previous || op == Op::lastYear) {
    const auto field = definition_.fieldIndex(syntax.text);
    if (!field)
      return wrong("definition.unknown-name", syntax, {{"name", syntax.text}, {"definition", definition_.id.value}});
    node.field = static_cast<std::uint32_t>(*field);
    node.kind = kindOf(definition_.fields[*field].type);
    reads_.places.insert((op == Op::previous ? "previous(" : "last_year(") + syntax.text + ")");
    return add(node, {}, typeOf(definition_.fields[*field].type));
  }
  const auto slash = syntax.text.find('/');
  const bool alone = op == Op::reported || op == Op::expected;
  if (alone == (slash != std::string::npos))
    return wrong("definition.unknown-name", syntax, {{"name", syntax.text}, {"definition", definition_.id.value}});
  node.definition = definition(std::string_view(syntax.text).substr(0, slash));
  if (!alone) node.text = text(syntax.text.substr(slash + 1));
  const auto shown = op == Op::external   ? std::string()
                     : op == Op::own      ? "own"
                     : op == Op::children ? "children"
                     : op == Op::total    ? "total"
                     : op == Op::reported ? "reported"
                                          : "expected";
  reads_.places.insert(shown.empty() ? syntax.text : shown + "(" + syntax.text + ")");
  return add(node, {}, alone ? Type::number : Type::any);
}

Result<Binder::Bound> Binder::bindCall(const Syntax& syntax) {
  if (const auto other = otherFunctions().find(syntax.text); other != otherFunctions().end()) {
    if (syntax.parts.size() != 1 || syntax.parts.front().kind != Syntax::Kind::name) {
      return wrong("definition.wrong-arguments", syntax, {{"function", syntax.text}, {"count", "1"}});
    }
    return bindOther(syntax.parts.front(), other->second);
  }
  if (syntax.text == "count") return bindRows(syntax, Op::count);
  if (syntax.text == "sum") return bindRows(syntax, Op::sum);
  const auto found = functions().find(syntax.text);
  if (found == functions().end()) return wrong("definition.unknown-function", syntax, {{"function", syntax.text}});
  const auto& function = found->second;
  const auto given = static_cast<int>(syntax.parts.size());
  if (given < function.least || given > function.most) {
    return wrong("definition.wrong-arguments", syntax,
                 {{"function", syntax.text}, {"count", std::to_string(function.least)}});
  }
  Node node;
  node.op = function.op;
  if (node.op == Op::rate) node.kind = FigureKind::percent;
  CCHC_TRY(auto bound, bindParts(syntax, node, function.parts, function.result));
  // if and coalesce have the type of their alternatives.
  if (node.op == Op::choose || node.op == Op::coalesce || node.op == Op::stated || node.op == Op::round ||
      node.op == Op::abs || node.op == Op::min || node.op == Op::max) {
    const auto& last =
        program_.nodes[program_.parts[program_.nodes[bound.node].firstPart + (node.op == Op::choose ? 1U : 0U)]];
    program_.nodes[bound.node].kind = last.kind;
  }
  return bound;
}

// count(table), count(table, condition), sum(table.column), sum(table.column, condition)
Result<Binder::Bound> Binder::bindRows(const Syntax& syntax, Op op) {
  if (syntax.parts.empty() || syntax.parts.size() > 2 || syntax.parts.front().kind != Syntax::Kind::name) {
    return wrong("definition.wrong-arguments", syntax, {{"function", syntax.text}, {"count", "1"}});
  }
  const auto& target = syntax.parts.front();
  auto tableId = target.text;
  std::string column;
  if (op == Op::sum) {
    const auto dot = tableId.rfind('.');
    if (dot == std::string::npos)
      return wrong("definition.unknown-name", target, {{"name", target.text}, {"definition", definition_.id.value}});
    column = tableId.substr(dot + 1);
    tableId.erase(dot);
  }
  const auto table = definition_.tableIndex(tableId);
  const auto index = table && op == Op::sum ? definition_.tables[*table].columnIndex(column) : std::nullopt;
  const bool number = index && isNumeric(definition_.tables[*table].columns[*index].type);
  if (!table || (op == Op::sum && !number))
    return wrong("definition.unknown-name", target, {{"name", target.text}, {"definition", definition_.id.value}});
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
    auto condition = bindSyntax(syntax.parts[1]);
    table_ = outer;
    reads_.columns = outerColumns;
    if (!condition) return fail(condition.error());
    if (!fits(condition->type, Type::condition)) {
      return wrong("definition.wrong-type", syntax.parts[1],
                   {{"given", std::string(typeName(condition->type))}, {"wanted", "condition"}});
    }
    parts.push_back(*condition);
  }
  reads_.cells.insert(static_cast<Cell>(definition_.fields.size() + *table));
  reads_.places.insert(definition_.tables[*table].id);
  return add(node, parts, Type::number);
}

}  // namespace cchc::rules

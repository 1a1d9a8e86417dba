#include "core/rules/binder.h"

#include <algorithm>
#include <map>

#include "core/rules/comparison_check.h"

namespace cchc::rules {

FigureKind kindOf(FieldType type) {
  if (type == FieldType::money) return FigureKind::money;
  return type == FieldType::percent || type == FieldType::rate ? FigureKind::percent : FigureKind::plain;
}

bool fits(ExpressionType given, ExpressionType wanted) {
  return given == wanted || given == ExpressionType::any || wanted == ExpressionType::any;
}

ExpressionType typeOf(FieldType type) {
  switch (type) {
    case FieldType::yesNo:
      return ExpressionType::condition;
    case FieldType::date:
      return ExpressionType::date;
    case FieldType::dateRange:
      return ExpressionType::range;
    case FieldType::document:
    case FieldType::documents:
      return ExpressionType::documents;
    case FieldType::attachment:
      return ExpressionType::any;
    default:
      return isNumeric(type) ? ExpressionType::number : ExpressionType::text;
  }
}

std::string_view typeName(ExpressionType type) {
  constexpr std::string_view names[] = {"any", "number", "text", "condition", "date", "date-range", "document"};
  return names[static_cast<std::size_t>(type)];
}

Bound Binder::wrong(std::string_view code, const Syntax& syntax, std::vector<Parameter> parameters) {
  parameters.push_back({"expression", expression_->text});
  problems_.error(code, positionIn(*expression_, syntax.position), std::move(parameters));
  return add(Node(), {}, ExpressionType::any);
}

void Binder::wrongType(const Syntax& syntax, ExpressionType given, ExpressionType wanted) {
  wrong("definition.wrong-type", syntax,
        {{"given", std::string(typeName(given))}, {"wanted", std::string(typeName(wanted))}});
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

Bound Binder::add(Node node, const std::vector<Bound>& parts, ExpressionType type) {
  node.arity = static_cast<std::uint16_t>(parts.size());
  node.firstPart = static_cast<std::uint32_t>(program_.parts.size());
  for (const auto& part : parts) program_.parts.push_back(part.node);
  program_.nodes.push_back(node);
  Bound bound;
  bound.node = static_cast<std::uint32_t>(program_.nodes.size() - 1);
  bound.type = type;
  return bound;
}

std::optional<Binder::Side> Binder::bindSide(const ExpressionText& expression, ExpressionType wanted) {
  expression_ = &expression;
  auto syntax = parse(expression);
  if (!syntax) {
    problems_.error("definition.expression", positionIn(expression, syntax.error().position),
                    std::move(syntax.error().parameters));
    return {};
  }
  const auto bound = bindWanted(*syntax, wanted);
  return Side{std::move(*syntax), bound, &expression};
}

Expression Binder::bind(const ExpressionText& expression, ExpressionType wanted) {
  const auto side = bindSide(expression, wanted);
  return side ? static_cast<Expression>(side->bound.node) : none;
}

std::pair<Expression, Expression> Binder::bindRule(const RuleDefinition& rule) {
  const auto wanted = rule.op == RuleOperator::implies ? ExpressionType::condition : ExpressionType::any;
  const auto left = rule.left.empty() ? std::nullopt : bindSide(rule.left, wanted);
  const auto right = rule.right.empty() ? std::nullopt : bindSide(rule.right, wanted);
  if (!left || !right) return {none, none};
  ruleTypes_ = {left->bound.type, right->bound.type};
  if (together_ != nullptr && rule.op < RuleOperator::implies) {
    ComparisonCheck check(problems_);
    check.compare(rule.op, {left->syntax, left->bound, *left->text, program_},
                  {right->syntax, right->bound, *right->text, program_});
  }
  return {static_cast<Expression>(left->bound.node), static_cast<Expression>(right->bound.node)};
}

// Binds a part that must be of a type.
Bound Binder::bindWanted(const Syntax& syntax, ExpressionType wanted) {
  auto bound = bindSyntax(syntax);
  if (!fits(bound.type, wanted)) {
    wrongType(syntax, bound.type, wanted);
    bound.type = ExpressionType::any;
  } else if (together_ != nullptr && wanted == ExpressionType::condition && bound.literal) {
    ComparisonCheck(problems_).alwaysSame(*expression_, syntax.position, syntax.text == "yes");
  }
  return bound;
}

Bound Binder::bindParts(const Syntax& syntax, Node node, ExpressionType wanted, ExpressionType result,
                        std::vector<Bound>* bound) {
  std::vector<Bound> parts;
  for (const auto& part : syntax.parts) parts.push_back(bindWanted(part, wanted));
  if (!parts.empty() && node.kind == FigureKind::plain &&
      (node.op == Op::add || node.op == Op::subtract || node.op == Op::multiply || node.op == Op::sumKnown ||
       node.op == Op::negate)) {
    node.kind = program_.nodes[parts.front().node].kind;
  }
  const auto added = add(node, parts, result);
  if (bound != nullptr) *bound = std::move(parts);
  return added;
}

Bound Binder::bindSyntax(const Syntax& syntax) {
  Node node;
  switch (syntax.kind) {
    case Syntax::Kind::number: {
      const auto number = Decimal::parse(syntax.text);
      if (!number) return wrong("definition.wrong-type", syntax, {{"given", syntax.text}, {"wanted", "number"}});
      node.literal = *number;
      auto bound = add(node, {}, ExpressionType::number);
      bound.number = *number;
      bound.literal = true;
      return bound;
    }
    case Syntax::Kind::string: {
      node.op = Op::text;
      node.text = text(syntax.text);
      auto bound = add(node, {}, ExpressionType::text);
      bound.literal = true;
      return bound;
    }
    case Syntax::Kind::name:
      return bindName(syntax);
    case Syntax::Kind::call:
      return bindCall(syntax);
    case Syntax::Kind::unary: {
      const auto type = syntax.text == "-" ? ExpressionType::number : ExpressionType::condition;
      node.op = syntax.text == "-" ? Op::negate : Op::negation;
      std::vector<Bound> parts;
      auto bound = bindParts(syntax, node, type, type, &parts);
      if (parts.front().number) bound.number = negate(*parts.front().number);
      return bound;
    }
    case Syntax::Kind::binary:
      break;
  }
  return bindBinary(syntax);
}

Bound Binder::bindBinary(const Syntax& syntax) {
  static const std::map<std::string_view, Op> operators = {
      {"+", Op::add},           {"-", Op::subtract},    {"*", Op::multiply},
      {"=", Op::equal},         {"!=", Op::notEqual},   {"<", Op::less},
      {"<=", Op::lessOrEqual},  {">", Op::greater},     {">=", Op::greaterOrEqual},
      {"and", Op::conjunction}, {"or", Op::disjunction}};
  Node node;
  node.op = operators.at(syntax.text);
  std::vector<Bound> parts;
  if (node.op <= Op::multiply) {
    auto bound = bindParts(syntax, node, ExpressionType::number, ExpressionType::number, &parts);
    const auto &left = parts[0].number, &right = parts[1].number;
    if (left && right)
      bound.number = node.op == Op::add        ? cchc::add(*left, *right)
                     : node.op == Op::subtract ? cchc::subtract(*left, *right)
                                               : cchc::multiply(*left, *right);
    return bound;
  }
  if (node.op >= Op::conjunction) {
    if (together_ != nullptr && node.op == Op::conjunction) ComparisonCheck(problems_).exclude(syntax, *expression_);
    return bindParts(syntax, node, ExpressionType::condition, ExpressionType::condition);
  }
  const auto bound = bindParts(syntax, node, ExpressionType::any, ExpressionType::condition, &parts);
  if (together_ != nullptr) {
    const auto op = static_cast<RuleOperator>(static_cast<int>(node.op) - static_cast<int>(Op::equal));
    ComparisonCheck(problems_).compare(op, {syntax.parts[0], parts[0], *expression_, program_},
                                       {syntax.parts[1], parts[1], *expression_, program_});
  }
  return bound;
}

}  // namespace cchc::rules

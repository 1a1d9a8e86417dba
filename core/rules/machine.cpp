#include "core/rules/machine.h"

#include <algorithm>

namespace cchc::rules {
namespace {

using Type = Operand::Type;

Operand fromOptional(const std::optional<Decimal>& number, Qualifier qualifier) {
  return number ? numberOperand(*number, qualifier) : Operand{};
}

Operand relevantOperand(const Effective& effective) {
  return effective.relevant ? operandOf(effective.value()) : Operand{};
}

int decimalsOf(const Operand& operand) {
  const auto whole = operand.number.rounded(0).mantissa();
  return whole < 0 ? 0 : whole > 18 ? 18 : static_cast<int>(whole);
}

}  // namespace

Operand Machine::eval(std::uint32_t index) const {
  const Node& node = program_.nodes[index];
  switch (node.op) {
    case Op::number:
      return numberOperand(node.literal);
    case Op::text: {
      Operand operand;
      operand.type = Type::text;
      operand.text = program_.texts[node.text];
      return operand;
    }
    case Op::yes:
      return conditionOperand(true);
    case Op::no:
      return conditionOperand(false);
    case Op::field:
      return relevantOperand(evaluation_.fields[node.field]);
    case Op::column:
      return relevantOperand(evaluation_.cells[node.table][row_][node.field]);
    case Op::cell:
      return relevantOperand(evaluation_.cells[node.table][node.row][node.field]);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::negate:
    case Op::round:
    case Op::abs:
      return arithmetic(node);
    case Op::equal:
    case Op::notEqual:
    case Op::less:
    case Op::lessOrEqual:
    case Op::greater:
    case Op::greaterOrEqual:
      return comparison(node);
    case Op::conjunction:
    case Op::disjunction:
    case Op::negation:
      return logic(node);
    case Op::rate:
    case Op::ratio:
      return quotient(node);
    case Op::min:
    case Op::max:
    case Op::sumKnown:
      return extreme(node);
    case Op::choose:
    case Op::coalesce:
    case Op::known:
      return choice(node);
    case Op::count:
    case Op::sum:
      return overRows(node);
    case Op::stated:
      return statedOf(node);
    case Op::qualifier: {
      const auto operand = evalPart(node, 0);
      if (!operand.known()) return {};
      Operand result;
      result.type = Type::text;
      result.text = qualifierName(operand.qualifier);
      return result;
    }
    case Op::year:
    case Op::month:
    case Op::day:
    case Op::days:
    case Op::start:
    case Op::end:
      return ofDate(node);
    case Op::docNumber:
    case Op::docType:
    case Op::docIssuer:
    case Op::docDate:
    case Op::docForYear:
    case Op::docNumberState:
      return ofDocument(node);
    default:
      return outside(node);
  }
}

Operand Machine::arithmetic(const Node& node) const {
  const auto a = evalPart(node, 0);
  if (a.type != Type::number) return {};
  if (node.op == Op::negate) return numberOperand(negate(a.number), a.qualifier);
  if (node.op == Op::abs) return numberOperand(a.number.isNegative() ? negate(a.number) : a.number, a.qualifier);
  const auto b = evalPart(node, 1);
  if (b.type != Type::number) return {};
  if (node.op == Op::round) return numberOperand(a.number.rounded(decimalsOf(b)), a.qualifier);
  const auto qualifier = joinedQualifier(a.qualifier, b.qualifier);
  if (node.op == Op::add) return fromOptional(cchc::add(a.number, b.number), qualifier);
  if (node.op == Op::subtract) return fromOptional(cchc::subtract(a.number, b.number), qualifier);
  return fromOptional(cchc::multiply(a.number, b.number), qualifier);
}

Operand Machine::quotient(const Node& node) const {
  const auto a = evalPart(node, 0), b = evalPart(node, 1), decimals = evalPart(node, 2);
  if (a.type != Type::number || b.type != Type::number || decimals.type != Type::number) return {};
  const auto result = node.op == Op::rate ? cchc::rate(a.number, b.number, decimalsOf(decimals))
                                          : divide(a.number, b.number, decimalsOf(decimals));
  return fromOptional(result, joinedQualifier(a.qualifier, b.qualifier));
}

Operand Machine::comparison(const Node& node) const {
  const auto a = evalPart(node, 0), b = evalPart(node, 1);
  const auto order = orderOf(a, b);
  if (!order) return {};
  switch (node.op) {
    case Op::equal:
      return conditionOperand(*order == 0);
    case Op::notEqual:
      return conditionOperand(*order != 0);
    case Op::less:
      return conditionOperand(*order < 0);
    case Op::lessOrEqual:
      return conditionOperand(*order <= 0);
    case Op::greater:
      return conditionOperand(*order > 0);
    default:
      return conditionOperand(*order >= 0);
  }
}

// Three-valued: "no and unknown" is no, "yes or unknown" is yes.
Operand Machine::logic(const Node& node) const {
  const auto a = evalPart(node, 0);
  if (node.op == Op::negation) return a.type == Type::condition ? conditionOperand(!a.yes) : Operand{};
  const bool deciding = node.op == Op::disjunction;
  if (a.type == Type::condition && a.yes == deciding) return a;
  const auto b = evalPart(node, 1);
  if (b.type == Type::condition && b.yes == deciding) return b;
  return a.type == Type::condition && b.type == Type::condition ? conditionOperand(!deciding) : Operand{};
}

Operand Machine::choice(const Node& node) const {
  if (node.op == Op::known) return conditionOperand(evalPart(node, 0).known());
  if (node.op == Op::choose) {
    const auto condition = evalPart(node, 0);
    if (condition.type != Type::condition) return {};
    return evalPart(node, condition.yes ? 1 : 2);
  }
  for (std::uint32_t i = 0; i < node.arity; ++i) {
    if (const auto operand = evalPart(node, i); operand.known()) return operand;
  }
  return {};
}

Operand Machine::extreme(const Node& node) const {
  Operand result;
  for (std::uint32_t i = 0; i < node.arity; ++i) {
    const auto operand = evalPart(node, i);
    if (operand.type != Type::number) {
      if (node.op == Op::sumKnown) continue;
      return {};
    }
    if (!result.known()) {
      result = operand;
    } else if (node.op == Op::sumKnown) {
      result =
          fromOptional(cchc::add(result.number, operand.number), joinedQualifier(result.qualifier, operand.qualifier));
      if (!result.known()) return result;
    } else if (node.op == Op::min ? operand.number < result.number : operand.number > result.number) {
      result = operand;
    }
  }
  return result;
}

Operand Machine::overRows(const Node& node) const {
  const auto& rows = data_.tables[node.table];
  // A table that is neither filled in nor declared "Không phát sinh" is unknown.
  if (rows.rows.empty() && rows.counted.value_or(0) == 0)
    return rows.nothing || rows.counted ? numberOperand(Decimal(0)) : Operand{};
  if (rows.counted) {  // an aggregate: its rows were counted, not stored
    return node.op == Op::count && node.arity == 0 ? numberOperand(Decimal(static_cast<std::int64_t>(*rows.counted)))
                                                   : Operand{};
  }
  const auto outer = row_;
  Decimal sum;
  std::int64_t count = 0;
  auto qualifier = Qualifier::exact;
  bool known = true;
  for (row_ = 0; row_ < rows.rows.size() && known; ++row_) {
    if (node.arity == 1) {
      const auto condition = evalPart(node, 0);
      if (condition.type != Type::condition || !condition.yes) continue;
    }
    ++count;
    if (node.op == Op::count) continue;
    const auto& cell = evaluation_.cells[node.table][row_][node.field];
    if (!cell.relevant) continue;
    const auto operand = operandOf(cell.value());
    const auto next = operand.type == Type::number ? cchc::add(sum, operand.number) : std::nullopt;
    known = next.has_value();
    if (known) sum = *next;
    qualifier = joinedQualifier(qualifier, operand.qualifier);
  }
  row_ = outer;
  if (!known) return {};
  return node.op == Op::count ? numberOperand(Decimal(count)) : numberOperand(sum, qualifier);
}

// The value that a person entered for a computed field.
Operand Machine::statedOf(const Node& node) const {
  const auto& target = part(node, 0);
  if (target.op == Op::field) return operandOf(data_.fields[target.field]);
  if (target.op == Op::column) return operandOf(data_.tables[target.table].rows[row_].cells[target.field]);
  return {};
}

Operand Machine::ofDate(const Node& node) const {
  const auto a = evalPart(node, 0);
  Operand date;
  date.type = Type::date;
  if (node.op == Op::start || node.op == Op::end) {
    if (a.type != Type::range) return {};
    date.date = node.op == Op::start ? a.date : a.to;
    return date;
  }
  if (a.type != Type::date) return {};
  switch (node.op) {
    case Op::year:
      return numberOperand(Decimal(a.date.year));
    case Op::month:
      return numberOperand(Decimal(a.date.month));
    case Op::day:
      return a.date.hasDay() ? numberOperand(Decimal(a.date.day)) : Operand{};
    default:
      break;
  }
  const auto b = evalPart(node, 1);
  const auto days = b.type == Type::date ? daysBetween(a.date, b.date) : std::nullopt;
  return days ? numberOperand(Decimal(*days)) : Operand{};
}

Operand Machine::ofDocument(const Node& node) const {
  const auto a = evalPart(node, 0);
  if (a.type != Type::documents) return {};
  const auto& document = a.documents->front();
  Operand result;
  result.type = Type::text;
  switch (node.op) {
    case Op::docNumber:
      result.text = document.number;
      break;
    case Op::docType:
      result.text = document.type;
      break;
    case Op::docIssuer:
      result.text = document.issuer;
      break;
    case Op::docNumberState:
      result.text = document.numberState == NumberState::known     ? "known"
                    : document.numberState == NumberState::missing ? "missing"
                                                                   : "not-cited";
      break;
    case Op::docForYear:
      return document.forYear ? numberOperand(Decimal(*document.forYear)) : Operand{};
    default:
      if (!document.date) return {};
      result.type = Type::date;
      result.date = *document.date;
  }
  return result.type == Type::text && result.text.empty() ? Operand{} : result;
}

Operand Machine::outside(const Node& node) const {
  const auto ofView = [&](const SectionView* view) -> Operand {
    if (view == nullptr) return {};
    const auto field = view->definition->definition().fieldIndex(program_.texts[node.text], true);
    if (!field || !view->evaluation->fields[*field].relevant) return {};
    return operandOf(view->evaluation->fields[*field].value());
  };
  const auto sameForm = [&](const SectionView* view) -> Operand {
    return view == nullptr ? Operand{} : operandOf(view->evaluation->fields[node.field].value());
  };
  switch (node.op) {
    case Op::external:
    case Op::own:
      return ofView(surroundings_.section(program_.definitions[node.definition]));
    case Op::children: {
      const auto* children = surroundings_.children(program_.definitions[node.definition]);
      return children == nullptr ? Operand{} : ofView(&children->section);
    }
    case Op::total: {
      const auto* children = surroundings_.children(program_.definitions[node.definition]);
      const auto own = ofView(surroundings_.section(program_.definitions[node.definition]));
      const auto below = children == nullptr ? Operand{} : ofView(&children->section);
      if (own.type != Type::number || below.type != Type::number) return own.known() ? own : below;
      return fromOptional(cchc::add(own.number, below.number), joinedQualifier(own.qualifier, below.qualifier));
    }
    case Op::reported:
    case Op::expected: {
      const auto* children = surroundings_.children(program_.definitions[node.definition]);
      if (children == nullptr) return {};
      return numberOperand(Decimal(node.op == Op::reported ? children->reporting : children->expected));
    }
    case Op::previous:
      return sameForm(surroundings_.previous());
    case Op::lastYear:
      return sameForm(surroundings_.lastYear());
    default:
      break;
  }
  const auto* period = surroundings_.period();
  if (period == nullptr) return {};
  if (node.op == Op::periodYear) return numberOperand(Decimal(period->end.year));
  Operand date;
  date.type = Type::date;
  date.date = node.op == Op::periodStart ? period->start : period->end;
  return date;
}

}  // namespace cchc::rules

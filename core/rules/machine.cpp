#include "core/rules/machine.h"

#include <algorithm>
#include <initializer_list>

#include "core/rules/adding/row_parts.h"

namespace cchc::rules {
namespace {

using Type = Operand::Type;

Operand fromOptional(const std::optional<Decimal>& number, Qualifier qualifier) {
  return number ? numberOperand(*number, qualifier) : Operand{};
}

Operand relevantOperand(const Effective& effective, bool inForce) {
  if (!inForce) return absentOperand();
  return effective.relevant ? operandOf(effective.value()) : Operand{};
}

// The result of an operator that needs all its parts: absent if one of them is.
Operand lacking(std::initializer_list<const Operand*> parts) {
  const bool absent = std::any_of(parts.begin(), parts.end(), [](const Operand* part) { return part->absent(); });
  return absent ? absentOperand() : Operand{};
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
      return relevantOperand(evaluation_.fields[node.field], evaluation_.inForce.field(node.field));
    case Op::column:
      return relevantOperand(evaluation_.cells[node.table][row_][node.field],
                             evaluation_.inForce.cell(node.table, row_, node.field));
    case Op::cell:
      return relevantOperand(evaluation_.cells[node.table][node.row][node.field],
                             evaluation_.inForce.cell(node.table, node.row, node.field));
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
      if (!operand.known()) return lacking({&operand});
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

// An addend that is not in force is left out, and so is what is subtracted. A difference from something that is not in
// force, and a product with it, is not in force either.
Operand Machine::arithmetic(const Node& node) const {
  const auto a = evalPart(node, 0);
  if (node.op == Op::add && a.absent()) return evalPart(node, 1);
  if (a.type != Type::number) return lacking({&a});
  if (node.op == Op::negate) return numberOperand(negate(a.number), a.qualifier);
  if (node.op == Op::abs) return numberOperand(a.number.isNegative() ? negate(a.number) : a.number, a.qualifier);
  const auto b = evalPart(node, 1);
  if (b.absent() && (node.op == Op::add || node.op == Op::subtract)) return a;
  if (b.type != Type::number) return lacking({&b});
  if (node.op == Op::round) return numberOperand(a.number.rounded(decimalsOf(b)), a.qualifier);
  const auto qualifier = joinedQualifier(a.qualifier, b.qualifier);
  if (node.op == Op::add) return fromOptional(cchc::add(a.number, b.number), qualifier);
  if (node.op == Op::subtract) return fromOptional(cchc::subtract(a.number, b.number), qualifier);
  return fromOptional(cchc::multiply(a.number, b.number), qualifier);
}

Operand Machine::quotient(const Node& node) const {
  const auto a = evalPart(node, 0), b = evalPart(node, 1), decimals = evalPart(node, 2);
  if (a.type != Type::number || b.type != Type::number || decimals.type != Type::number)
    return lacking({&a, &b, &decimals});
  const auto result = node.op == Op::rate ? cchc::rate(a.number, b.number, decimalsOf(decimals))
                                          : divide(a.number, b.number, decimalsOf(decimals));
  return fromOptional(result, joinedQualifier(a.qualifier, b.qualifier));
}

Operand Machine::comparison(const Node& node) const {
  const auto a = evalPart(node, 0), b = evalPart(node, 1);
  const auto order = orderOf(a, b);
  if (!order) return lacking({&a, &b});
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

// Three-valued: "no and unknown" is no, "yes or unknown" is yes. A condition that is not in force is left out.
Operand Machine::logic(const Node& node) const {
  const auto a = evalPart(node, 0);
  if (node.op == Op::negation) return a.type == Type::condition ? conditionOperand(!a.yes) : lacking({&a});
  const bool deciding = node.op == Op::disjunction;
  if (a.absent()) return evalPart(node, 1);
  if (a.type == Type::condition && a.yes == deciding) return a;
  const auto b = evalPart(node, 1);
  if (b.absent()) return a;
  if (b.type == Type::condition && b.yes == deciding) return b;
  return a.type == Type::condition && b.type == Type::condition ? conditionOperand(!deciding) : Operand{};
}

Operand Machine::choice(const Node& node) const {
  if (node.op == Op::known) return conditionOperand(evalPart(node, 0).known());
  if (node.op == Op::choose) {
    const auto condition = evalPart(node, 0);
    if (condition.type != Type::condition) return lacking({&condition});
    return evalPart(node, condition.yes ? 1 : 2);
  }
  auto none = absentOperand();
  for (std::uint32_t i = 0; i < node.arity; ++i) {
    const auto operand = evalPart(node, i);
    if (operand.known()) return operand;
    if (!operand.absent()) none = {};
  }
  return none;
}

Operand Machine::extreme(const Node& node) const {
  auto result = absentOperand();  // as long as no part is in force
  for (std::uint32_t i = 0; i < node.arity; ++i) {
    const auto operand = evalPart(node, i);
    if (operand.absent()) continue;
    if (operand.type != Type::number) {
      if (node.op != Op::sumKnown) return {};
      if (result.absent()) result = {};
    } else if (!result.known()) {
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
  const auto& inForce = evaluation_.inForce;
  if (!inForce.table(node.table) || (node.op == Op::sum && !inForce.column(node.table, node.field)))
    return absentOperand();
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
    if (!inForce.row(node.table, row_) || isPartRow(form_.tables[node.table], rows, row_)) continue;
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
  const auto& inForce = evaluation_.inForce;
  if (target.op == Op::field)
    return inForce.field(target.field) ? operandOf(data_.fields[target.field]) : absentOperand();
  if (target.op == Op::column) {
    return inForce.cell(target.table, row_, target.field)
               ? operandOf(data_.tables[target.table].rows[row_].cells[target.field])
               : absentOperand();
  }
  return {};
}

Operand Machine::ofDate(const Node& node) const {
  const auto a = evalPart(node, 0);
  Operand date;
  date.type = Type::date;
  if (node.op == Op::start || node.op == Op::end) {
    if (a.type != Type::range) return lacking({&a});
    date.date = node.op == Op::start ? a.date : a.to;
    return date;
  }
  if (a.type != Type::date) return lacking({&a});
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
  return days ? numberOperand(Decimal(*days)) : lacking({&b});
}

Operand Machine::ofDocument(const Node& node) const {
  const auto a = evalPart(node, 0);
  if (a.type != Type::documents) return lacking({&a});
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
    if (!field) return {};
    return relevantOperand(view->evaluation->fields[*field], view->evaluation->inForce.field(*field));
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
      if (own.type != Type::number || below.type != Type::number) return below.absent() || own.known() ? own : below;
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
  return ofCircumstances(node);
}

Operand Machine::ofCircumstances(const Node& node) const {
  const auto& circumstances = evaluation_.inForce.circumstances();
  if (node.op == Op::unitForm) {
    if (circumstances.forms.size() != 1) return {};
    Operand form;
    form.type = Type::text;
    form.text = circumstances.forms.front();
    return form;
  }
  if (node.op == Op::unitChildren)
    return circumstances.children ? numberOperand(Decimal(*circumstances.children)) : Operand{};
  const auto* period = surroundings_.period();
  if (period == nullptr) return {};
  if (node.op == Op::periodYear) return numberOperand(Decimal(period->end.year));
  if (node.op == Op::periodMonths) {
    const auto &from = period->start, after = dayAfter(period->end);
    const int begun = after.day > from.day ? 1 : 0;
    return numberOperand(Decimal(12 * (after.year - from.year) + after.month - from.month + begun));
  }
  Operand date;
  date.type = Type::date;
  date.date = node.op == Op::periodStart ? period->start : period->end;
  return date;
}

}  // namespace cchc::rules

#include "core/rules/comparison_check.h"

#include <algorithm>
#include <map>

#include "core/base/reading/similar.h"
#include "core/model/units/unit_form.h"

namespace cchc::rules {
namespace {

bool isQuoted(const ComparedSide& side) { return side.syntax.kind == Syntax::Kind::string; }
bool isLiteral(const ComparedSide& side) { return side.bound.literal || side.bound.number; }
bool isEquality(RuleOperator op) { return op == RuleOperator::equal || op == RuleOperator::notEqual; }

bool isSame(const Syntax& a, const Syntax& b) {
  return a.kind == b.kind && a.text == b.text &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), isSame);
}

// The texts that a value may be; empty: any.
std::vector<std::string> wordsOf(const ComparedSide& side) {
  std::vector<std::string> words;
  if (side.bound.field != nullptr) {
    for (const auto& choice : side.bound.field->choices) words.push_back(choice.value);
    return words;
  }
  switch (side.program.nodes[side.bound.node].op) {
    case Op::unitForm:
      for (const auto form : unitForms()) words.emplace_back(form);
      break;
    case Op::docNumberState:
      for (const auto state : {NumberState::known, NumberState::missing, NumberState::notCited})
        words.emplace_back(numberStateName(state));
      break;
    case Op::docType:
      for (const auto& type : documentTypes()) words.emplace_back(type.code);
      break;
    case Op::qualifier:
      words = {"exact", "over", "under", "about", "estimated", "planned"};
      break;
    default:
      break;
  }
  return words;
}

// Whether the comparison holds for each number within the limits, or for none; nullopt: for some.
std::optional<bool> decided(RuleOperator op, const std::optional<Decimal>& least, const std::optional<Decimal>& most,
                            const Decimal& number) {
  const bool allBelow = most && *most < number, allAbove = least && number < *least;
  const bool noneAbove = most && !(number < *most), noneBelow = least && !(*least < number);
  switch (op) {
    case RuleOperator::equal:
      return allBelow || allAbove ? std::optional(false) : std::nullopt;
    case RuleOperator::notEqual:
      return allBelow || allAbove ? std::optional(true) : std::nullopt;
    case RuleOperator::less:
      return allBelow ? std::optional(true) : noneBelow ? std::optional(false) : std::nullopt;
    case RuleOperator::lessOrEqual:
      return noneAbove ? std::optional(true) : allAbove ? std::optional(false) : std::nullopt;
    case RuleOperator::greater:
      return allAbove ? std::optional(true) : noneAbove ? std::optional(false) : std::nullopt;
    default:
      return noneBelow ? std::optional(true) : allBelow ? std::optional(false) : std::nullopt;
  }
}

RuleOperator mirrored(RuleOperator op) {
  switch (op) {
    case RuleOperator::less:
      return RuleOperator::greater;
    case RuleOperator::lessOrEqual:
      return RuleOperator::greaterOrEqual;
    case RuleOperator::greater:
      return RuleOperator::less;
    case RuleOperator::greaterOrEqual:
      return RuleOperator::lessOrEqual;
    default:
      return op;
  }
}

// Of a field that is entered, since no other is bound by its limits.
std::optional<bool> decidedByLimits(RuleOperator op, const ComparedSide& side, const ComparedSide& number) {
  if (side.bound.field == nullptr || !number.bound.number || side.bound.field->computed()) return {};
  return decided(op, side.bound.field->minimum, side.bound.field->maximum, *number.bound.number);
}

using Equalities = std::map<std::string, const Syntax*>;

// The literals that names must be equal to, in a conjunction.
void collect(const Syntax& syntax, Equalities& equalities) {
  if (syntax.kind != Syntax::Kind::binary) return;
  if (syntax.text == "and") {
    for (const auto& part : syntax.parts) collect(part, equalities);
  } else if (syntax.text == "=") {
    const auto &a = syntax.parts[0], &b = syntax.parts[1];
    const auto literal = [](const Syntax& one) {
      return one.kind == Syntax::Kind::string || one.kind == Syntax::Kind::number;
    };
    if (a.kind == Syntax::Kind::name && literal(b)) equalities.emplace(a.text, &b);
    if (b.kind == Syntax::Kind::name && literal(a)) equalities.emplace(b.text, &a);
  }
}

}  // namespace

void ComparisonCheck::alwaysSame(const ExpressionText& text, std::size_t position, bool always) {
  const auto code = always ? "effect.always" : "effect.never";
  problems_.warning("definition.always-same", positionIn(text, position),
                    {{"expression", text.text},
                     {"result", cchc::text(code, Language::vi, {})},
                     {"result_en", cchc::text(code, Language::en, {})}});
}

void ComparisonCheck::wrongType(const ComparedSide& side, std::string_view given, std::string_view wanted) {
  problems_.error("definition.wrong-type", positionIn(side.text, side.syntax.position),
                  {{"given", std::string(given)}, {"wanted", std::string(wanted)}, {"expression", side.text.text}});
}

bool ComparisonCheck::checkTypes(RuleOperator op, const ComparedSide& left, const ComparedSide& right) {
  // These have no order, so that the result would be unknown for ever.
  for (const auto* side : {&left, &right}) {
    const auto type = side->bound.type;
    const auto* field = side->bound.field;
    const bool list = field != nullptr && (field->type == FieldType::choices || field->type == FieldType::attachment);
    if (!list && type != ExpressionType::range && type != ExpressionType::documents) continue;
    wrongType(*side, field != nullptr ? fieldTypeName(field->type) : typeName(type), "number, text, date, yes-no");
    return false;
  }
  if (!fits(left.bound.type, right.bound.type)) {
    wrongType(right, typeName(right.bound.type), typeName(left.bound.type));
    return false;
  }
  const bool conditions = left.bound.type == ExpressionType::condition && right.bound.type == ExpressionType::condition;
  if (conditions && !isEquality(op)) wrongType(right, typeName(ExpressionType::condition), "number, text, date");
  return true;
}

void ComparisonCheck::checkChoice(const ComparedSide& value, const ComparedSide& word) {
  if (!isQuoted(word)) return;
  const auto known = wordsOf(value);
  if (known.empty() || std::find(known.begin(), known.end(), word.syntax.text) != known.end()) return;
  std::string allowed;
  for (const auto& one : known) allowed += (allowed.empty() ? "" : ", ") + one;
  std::vector<Parameter> parameters{
      {"given", word.syntax.text}, {"of", value.syntax.text}, {"allowed", std::move(allowed)}};
  addSimilar(parameters, word.syntax.text, known);
  problems_.error("definition.unknown-choice", positionIn(word.text, word.syntax.position), std::move(parameters));
}

void ComparisonCheck::compare(RuleOperator op, const ComparedSide& left, const ComparedSide& right) {
  if (!checkTypes(op, left, right)) return;
  checkChoice(left, right);
  checkChoice(right, left);
  std::optional<bool> result;
  if (isSame(left.syntax, right.syntax)) {
    result = op == RuleOperator::equal || op == RuleOperator::lessOrEqual || op == RuleOperator::greaterOrEqual;
  } else if (left.bound.number && right.bound.number) {
    result = decided(op, left.bound.number, left.bound.number, *right.bound.number);
    if (!result) result = op == RuleOperator::equal;  // the two are equal
  } else if (isLiteral(left) && isLiteral(right)) {
    result = op == RuleOperator::notEqual;
  } else if (const auto limited = decidedByLimits(op, left, right)) {
    result = limited;
  } else {
    result = decidedByLimits(mirrored(op), right, left);
  }
  if (result) alwaysSame(right.text, right.syntax.position, *result);
}

void ComparisonCheck::exclude(const Syntax& conjunction, const ExpressionText& text) {
  Equalities before, after;
  collect(conjunction.parts[0], before);
  collect(conjunction.parts[1], after);
  for (const auto& [name, literal] : after) {
    const auto other = before.find(name);
    if (other != before.end() && !isSame(*other->second, *literal)) alwaysSame(text, literal->position, false);
  }
}

}  // namespace cchc::rules

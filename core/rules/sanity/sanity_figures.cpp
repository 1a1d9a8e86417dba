// Rates, amounts and other figures.
#include <array>

#include "core/base/reading/label_kind.h"
#include "core/base/texts.h"
#include "core/base/vietnamese.h"
#include "core/rules/figure_text.h"
#include "core/rules/sanity/sanity.h"

namespace cchc::rules {
namespace {

constexpr Decimal highestRate(200);

// How many times a figure must differ from another one to be a thousand times off it, when what it should be is up to
// a few times more or less. A plan may hardly have been begun, but it is never exceeded a hundred times.
struct Scale {
  std::string_view code;
  Decimal above, below;
};
constexpr Scale ofPlan{"core.off-plan", 300, 500};
constexpr Scale ofPrevious{"core.off-previous", 300, 300};
constexpr Scale ofLastYear{"core.off-last-year", 300, 300};
// Counts change more freely than amounts, so they must be nearly a thousand times off.
constexpr Scale ofFigures{"core.marks-in-doubt", 500, 500};
constexpr Decimal mostOfFigures(2000), leastLarge(1000);
// Beyond this many times, a thousandth is nearer: the root of a thousand.
constexpr Decimal nearer(32);
constexpr Decimal thousand(1000);

bool exceeds(const Decimal& a, const Decimal& b, const Decimal& times) {
  const auto product = multiply(b, times);
  return product && !(a < *product);
}

Decimal sizeOf(const Decimal& number) { return number.isNegative() ? negate(number) : number; }

// The thousandfold, or the thousandth, that is nearest to the reference. nullopt: it is out of range.
std::optional<Decimal> otherReading(const Decimal& number, const Decimal& reference, int decimals) {
  std::optional<Decimal> other = number;
  while (other && exceeds(sizeOf(*other), sizeOf(reference), nearer)) {
    const auto next = divide(*other, thousand, Decimal::maximumScale);
    other = next ? std::optional(next->normalised()) : std::nullopt;
  }
  while (other && exceeds(sizeOf(reference), sizeOf(*other), nearer)) other = multiply(*other, thousand);
  if (!other || (other->scale() > decimals && other->rounded(decimals) != *other)) return std::nullopt;
  return other;
}

// How many times the larger of two figures is the other one, as a whole number.
std::string timesText(const Decimal& a, const Decimal& b) {
  const auto one = sizeOf(a), other = sizeOf(b);
  const auto times = one < other ? divide(other, one, 0) : divide(one, other, 0);
  return times ? vietnamese::number(*times) : std::string();
}

bool isOff(const Scale& scale, const Decimal& number, const Decimal& reference) {
  if (number.isZero() || reference.isZero()) return false;
  const auto a = sizeOf(number), b = sizeOf(reference);
  return exceeds(a, b, scale.above) || exceeds(b, a, scale.below);
}

std::optional<Decimal> unitOf(EntryUnit unit) {
  if (unit == EntryUnit::million) return Decimal(1000000);
  if (unit == EntryUnit::billion) return Decimal(1000000000);
  return std::nullopt;
}

std::string otherText(const Value& value, const std::optional<Decimal>& other, const FieldDefinition& field) {
  auto changed = value;
  if (other) changed.content = *other;
  return figureText(changed, field);
}

bool isField(const Program& program, Expression expression, std::size_t index, bool column) {
  if (expression == none) return false;
  const auto& node = program.nodes[static_cast<std::size_t>(expression)];
  return node.op == (column ? Op::column : Op::field) && node.field == index;
}

}  // namespace

void Sanity::rateInRange(const Slot& slot) {
  const auto& value = slot.effective.value();
  const auto* number = value.number();
  if (number == nullptr) return;
  const bool mayBeNegative = slot.field.minimum || reading::isChangeLabel(slot.field.label.vi);
  if (number->isNegative() && !mayBeNegative) return warn("core.rate-negative", slot, {});
  if (!(*number > highestRate) || slot.field.maximum) return;
  if (slot.effective.origin == Origin::computed) return warn("core.rate-high", slot, {});
  auto other = number->normalised();
  while (other > Decimal(100)) {
    const auto next = divide(other, 10, Decimal::maximumScale);
    if (!next) return warn("core.rate-high", slot, {});
    other = next->normalised();
  }
  warn("core.rate-high-typed", slot, {{"other", otherText(value, other, slot.field)}});
}

bool Sanity::belowEntryUnit(const Slot& slot) {
  const auto& value = slot.effective.value();
  const auto unit = unitOf(slot.field.entryUnit);
  if (!unit || value.number()->isZero() || !(sizeOf(*value.number()) < *unit)) return false;
  warn("core.below-entry-unit", slot, {{"other", otherText(value, multiply(*value.number(), *unit), slot.field)}});
  return true;
}

std::optional<std::size_t> planInRates(const Program& program, const std::vector<FieldProgram>& programs,
                                       std::size_t index) {
  const bool column = &programs != &program.fields;
  for (const auto& rate : programs) {
    if (!isField(program, rate.numerator, index, column)) continue;
    const auto& denominator = program.nodes[static_cast<std::size_t>(rate.denominator)];
    if (denominator.op == (column ? Op::column : Op::field) && denominator.field != index) return denominator.field;
  }
  return std::nullopt;
}

// The plan is the target of the field; or what a rate divides it by, if that is an amount too.
std::optional<Sanity::Reference> Sanity::planOf(const Slot& slot) const {
  std::optional<std::size_t> plan;
  if (slot.table) {
    plan = planInRates(program_, program_.columns[*slot.table], slot.index);
  } else {
    plan = slot.field.target.empty() ? std::nullopt : form_.fieldIndex(slot.field.target);
    if (!plan && slot.field.type == FieldType::money) plan = planInRates(program_, program_.fields, slot.index);
  }
  if (!plan) return std::nullopt;
  const auto at = slot.table ? cellSlot(*slot.table, slot.row, *plan) : fieldSlot(*plan);
  if (at.field.type != slot.field.type || !at.effective.relevant || at.effective.value().number() == nullptr)
    return std::nullopt;
  return Reference{at.field.label, &at.effective.value(), &at.field};
}

// `words`: the text that names the period. The rows of two sections are the same ones only if they are fixed.
std::optional<Sanity::Reference> Sanity::earlier(const Slot& slot, const SectionView* view,
                                                 std::string_view words) const {
  if (view == nullptr) return std::nullopt;
  const Effective* then = nullptr;
  if (!slot.table) {
    then = &view->evaluation->fields[slot.index];
  } else if (form_.tables[*slot.table].fixed && slot.row < view->evaluation->cells[*slot.table].size()) {
    then = &view->evaluation->cells[*slot.table][slot.row][slot.index];
  }
  if (then == nullptr || then->value().number() == nullptr) return std::nullopt;
  return Reference{
      {std::string(text(words, Language::vi)), std::string(text(words, Language::en))}, &then->value(), &slot.field};
}

void Sanity::amountOfScale(const Slot& slot) {
  const auto& value = slot.effective.value();
  if (value.number() == nullptr || slot.effective.origin == Origin::computed || belowEntryUnit(slot)) return;
  const std::array<std::pair<Scale, std::optional<Reference>>, 3> all = {
      {{ofPlan, planOf(slot)},
       {ofPrevious, earlier(slot, surroundings_.previous(), "finding.previous-figure")},
       {ofLastYear, earlier(slot, surroundings_.lastYear(), "finding.last-year-figure")}}};
  for (const auto& [scale, reference] : all) {
    if (!reference || !isOff(scale, *value.number(), *reference->value->number())) continue;
    const auto other = otherReading(*value.number(), *reference->value->number(), 0);
    return warn(scale.code, slot,
                {{"reference", reference->label.vi},
                 {"reference_en", reference->label.in(Language::en)},
                 {"reference_figure", figureText(*reference->value, *reference->field)},
                 {"times", timesText(*value.number(), *reference->value->number())},
                 {"other", otherText(value, other, slot.field)}});
  }
}

void Sanity::figureOfScale(const Slot& slot) {
  const auto& value = slot.effective.value();
  if (value.number() == nullptr || slot.effective.origin == Origin::computed) return;
  for (const auto& reference : {earlier(slot, surroundings_.previous(), "finding.previous-figure"),
                                earlier(slot, surroundings_.lastYear(), "finding.last-year-figure"), planOf(slot)}) {
    if (!reference) continue;
    const auto& than = *reference->value->number();
    const auto larger = std::max(sizeOf(*value.number()), sizeOf(than));
    const auto smaller = std::min(sizeOf(*value.number()), sizeOf(than));
    if (!isOff(ofFigures, *value.number(), than) || exceeds(larger, smaller, mostOfFigures) || larger < leastLarge)
      continue;
    const auto other = otherReading(*value.number(), than, slot.field.type == FieldType::integer ? 0 : 6);
    return warn(ofFigures.code, slot,
                {{"reference", reference->label.vi},
                 {"reference_en", reference->label.in(Language::en)},
                 {"reference_figure", figureText(*reference->value, *reference->field)},
                 {"times", timesText(*value.number(), than)},
                 {"other", otherText(value, other, slot.field)}});
  }
}

}  // namespace cchc::rules

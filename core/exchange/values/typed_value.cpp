#include "core/exchange/values/typed_value.h"

#include <optional>
#include <string>
#include <utility>

#include "core/base/reading/date.h"
#include "core/base/reading/figure.h"
#include "core/base/reading/money.h"
#include "core/base/reading/words.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"
#include "core/exchange/values/value_check.h"

namespace cchc {
namespace {

// Without the zeros that a field has no decimals for: "97,220" is 97,22 where two decimals are asked for.
Decimal withinDecimals(const FieldDefinition& field, const Decimal& number) {
  const int decimals = field.type == FieldType::integer || field.type == FieldType::money ? 0 : field.decimals;
  if (number.scale() <= decimals) return number;
  const auto shorter = number.rounded(decimals);
  return shorter == number ? shorter : number;
}

Result<Value> checkedFigure(const FieldDefinition& field, const std::optional<Decimal>& number, Qualifier qualifier) {
  if (!number) return Value{};
  Value value{withinDecimals(field, *number)};
  value.qualifier = qualifier;
  if (qualifier != Qualifier::exact && !field.allows(qualifier))
    return fail("value.qualifier-not-allowed", {}, {{"given", std::string(qualifierWord(qualifier))}});
  CCHC_CHECK(checkValue(field, value));
  return value;
}

}  // namespace

Result<Value> typedFigure(const FieldDefinition& field, std::string_view text, const reading::Context& context) {
  const auto given = shortened(trim(text));
  if (field.type == FieldType::money) {
    CCHC_TRY(const auto money, reading::onlyMeaning(reading::readMoney(text, context), given));
    return checkedFigure(field, money.dong, money.qualifier);
  }
  auto inField = context;
  inField.unit = field.unit;
  const auto quantity = field.type == FieldType::integer   ? reading::Quantity::whole
                        : field.type == FieldType::decimal ? reading::Quantity::number
                                                           : reading::Quantity::percent;
  CCHC_TRY(const auto figure, reading::onlyMeaning(reading::readFigure(text, quantity, inField), given));
  return checkedFigure(field, figure.number, figure.qualifier);
}

Result<Value> exactFigure(const FieldDefinition& field, const Decimal& number, int power) {
  auto scaled = std::optional(number);
  for (int i = 0; scaled && i < power; ++i) scaled = multiply(*scaled, Decimal(10));
  if (!scaled) return fail("value.not-a-number", {}, {{"given", vietnamese::number(number)}});
  return checkedFigure(field, scaled->normalised(), Qualifier::exact);
}

Status checkYears(const Value& value) {
  const auto check = [](const Date& date) {
    return reading::hasPlausibleYear(date) ? Status() : fail("value.year-out-of-range", {}, {{"given", date.toText()}});
  };
  if (const auto* date = std::get_if<Date>(&value.content)) return check(*date);
  if (const auto* range = std::get_if<DateRange>(&value.content)) {
    CCHC_CHECK(check(range->from));
    return check(range->to);
  }
  if (const auto* documents = value.documents()) {
    for (const auto& document : *documents) {
      if (document.date) CCHC_CHECK(check(*document.date));
    }
  }
  return {};
}

Result<Value> typedDate(const FieldDefinition& field, std::string_view text, const reading::Context& context) {
  if (reading::isBlank(text)) return Value{};
  const auto given = shortened(trim(text));
  if (field.type == FieldType::date) {
    CCHC_TRY(const auto date, reading::onlyMeaning(reading::readDate(text, context), given));
    return Value{date};
  }
  CCHC_TRY(const auto range, reading::onlyMeaning(reading::readDateRange(text, context), given));
  return Value{range};
}

}  // namespace cchc

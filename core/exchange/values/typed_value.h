// Figures, money and dates as a person writes them, as values of a field. Private to exchange/.
#pragma once
#include <string_view>

#include "core/base/decimal.h"
#include "core/base/reading/reading.h"
#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc {

// Reads the text of a numeric field: with the readers of core/base/reading, in context.marks. Money without a named
// unit is in 10^context.power đồng. Zeros beyond the decimals of the field are left out. A dash is blank. Errors,
// without a place:
//   those of readFigure and readMoney, and value.ambiguous ({given}, {meanings})
//   value.qualifier-not-allowed   the word of quantity ({given}) is not allowed in the field
//   those of checkValue (value_check.h)
Result<Value> typedFigure(const FieldDefinition& field, std::string_view text, const reading::Context& context);
// The same for a number that needs no reading, such as that of a workbook's cell; it is in 10^power.
// Errors, without a place: those of checkValue, and
//   value.not-a-number   the number is out of range
Result<Value> exactFigure(const FieldDefinition& field, const Decimal& number, int power);

// Reads the text of a date or of a range of dates. A dash is blank.
// Errors, without a place: those of readDate or readDateRange, and value.ambiguous
Result<Value> typedDate(const FieldDefinition& field, std::string_view text, const reading::Context& context);

// Refuses a date whose year no report can name. Only what is being entered is checked: packages and stores may hold
// such dates. Errors, without a place:
//   value.year-out-of-range
Status checkYears(const Value& value);

}  // namespace cchc

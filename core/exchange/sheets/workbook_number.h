// Numbers as a workbook stores them: binary fractions written out, dates as serial days, and percentages marked only by
// their number format.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/decimal.h"

namespace cchc {

enum class NumberFormat : unsigned char { general, percentage, date };
// The kind of a format code such as "0.00%" or "dd/mm/yyyy".
NumberFormat formatOf(std::string_view code);
// The kind of a built-in format, by its number (ECMA-376 part 1, 18.8.30).
NumberFormat builtInFormat(int id);

// Reads a stored number such as "1.353135296E9" or "0.97219999999999995", rounded to 15 digits as spreadsheet programs
// show it. nullopt if it is not a number, or is too large or too small for a Decimal.
std::optional<Decimal> storedNumber(std::string_view text);
// The ISO text of a serial day. Day 1 is 1/1/1900, where 1900 counts as a leap year (a mistake inherited from Lotus);
// with `from1904`, day 0 is 1/1/1904. The time of day is dropped. nullopt if the number is not that of a date.
std::optional<std::string> dateOfSerial(const Decimal& serial, bool from1904);

}  // namespace cchc

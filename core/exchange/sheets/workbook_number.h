// Numbers as a workbook stores them: binary fractions written out, serial days, percentages told by their format only.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/base/decimal.h"

namespace cchc {

enum class NumberFormat : unsigned char { general, percentage, date };
// Of a format code "0.00%", "dd/mm/yyyy".
NumberFormat formatOf(std::string_view code);
// Of a format that is known by its number (ECMA-376 part 1, 18.8.30).
NumberFormat builtInFormat(int id);

// "1.353135296E9" or "0.97219999999999995": exact, and of 15 digits as the programs themselves show.
std::optional<Decimal> storedNumber(std::string_view text);
// ISO text. Day 1 is 1/1/1900, and 1900 is taken for a leap year (as Lotus did); or day 0 is 1/1/1904. The time of day
// is dropped.
std::optional<std::string> dateOfSerial(const Decimal& serial, bool from1904);

}  // namespace cchc

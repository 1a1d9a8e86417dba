// Numbers as a workbook stores them: binary fractions written out, and dates as serial days.
#pragma once
#include <optional>
#include <string_view>

#include "core/base/date.h"
#include "core/base/decimal.h"

namespace cchc {

// Reads a stored number such as "1.353135296E9" or "0.97219999999999995". A whole number has all its digits, and so has
// one with 15 or more digits before the point; the decimals of others are rounded so that 15 digits remain, as
// spreadsheet programs show them. nullopt if it is not a number, or is too large or too small for a Decimal.
std::optional<Decimal> storedNumber(std::string_view text);

struct StoredDate {
  Date date;
  int second = 0;  // of the day, 0 to 86399
};
// The date of a serial day. Day 1 is 1/1/1900, where 1900 counts as a leap year (a mistake inherited from Lotus); with
// `from1904`, day 0 is 1/1/1904. nullopt if the number is not that of a date.
std::optional<StoredDate> dateOfSerial(const Decimal& serial, bool from1904);

}  // namespace cchc

// Reads a date as clerks, letters and spreadsheets write it.
#pragma once
#include <string_view>

#include "core/base/date.h"
#include "core/base/reading/reading.h"

namespace cchc::reading {

// Whether the year is one that a report can name, 1900 to 2100: "02/8/0023" and "03/8/2203" are typing errors.
bool hasPlausibleYear(const Date& date);

// Takes ISO text, day, month and year separated by "/", "-" or ".", "ngày 28 tháng 8 năm 2023", a month with its year.
// If context.year is known, the year may have two digits or be left out.
// Errors:
//   value.not-a-date          the text is not a date, or there is no such day
//   value.year-out-of-range   see hasPlausibleYear
//   text.not-utf8, text.control-character
Reading<Date> readDate(std::string_view text, const Context& context);

// Two dates with "-", "–" or "đến" between them, as readDate reads each; the first may lack its year.
// Errors:
//   value.not-a-range   also: the second date is before the first, or a year is not plausible
//   text.not-utf8, text.control-character
Reading<DateRange> readDateRange(std::string_view text, const Context& context);

}  // namespace cchc::reading

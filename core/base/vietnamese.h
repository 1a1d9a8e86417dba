// Figures and dates as Vietnamese administrative documents write them (Nghị định 30/2020/NĐ-CP, Phụ lục I and II).
#pragma once
#include <string>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/decimal.h"

namespace cchc::vietnamese {

// A dot groups thousands, a comma begins the decimals: 1.353.135.296 and 97,22. Keeps the scale of the number.
std::string number(const Decimal& value);
// Counts below 10 have a leading zero: 03, 16, 1.443.
std::string padded(const Decimal& value);
// "97,22%"; without trailing zeros after the comma ("97,6%", "100%"), as official letters write rates.
std::string percent(const Decimal& value);
// "1.353.135.296 đồng"
std::string dong(const Decimal& value);
// "387 tỷ 425 triệu đồng", "36 tỷ đồng", "900 triệu đồng"; all digits in đồng if this form would lose some.
std::string money(const Decimal& value);
// "10/01/2023", "28/8/2023": days below 10 and the months 1 and 2 have a leading zero. Without a day: "tháng 8/2023".
std::string date(const Date& value);
// "28/08/2023": always two digits for day and month; for the window and for sheets. Without a day: "tháng 8/2023".
std::string numericDate(const Date& value);
// "ngày 29 tháng 12 năm 2022"; without a day: "ngày … tháng 8 năm 2023".
std::string longDate(const Date& value);
// "16:14 28/08/2023": the time of day in Vietnam (UTC+7, no summer time), whatever the time zone of the machine.
std::string moment(Time time);
std::string timeOfDay(Time time);    // "09:14"
std::string shortMoment(Time time);  // "28/08 09:14", for when the year is obvious
// "từ ngày 10/8/2023 đến ngày 08/9/2023"
std::string dateRange(const DateRange& value);
// The letter of the n-th point, counting from 1: a b c d đ e g h i k l m n o p q r s t u v x y, then aa …
std::string pointLetter(int n);

}  // namespace cchc::vietnamese

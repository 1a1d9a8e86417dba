// How figures and dates are written in a Vietnamese administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I and
// II).
#pragma once
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/decimal.h"

namespace cchc::vietnamese {

// Dot groups thousands, comma starts decimals: 1.353.135.296 and 97,22. Keeps the number's scale.
std::string number(const Decimal& value);
// Counts under 10 with a leading zero: 03, 16, 1.443.
std::string padded(const Decimal& value);
// "97,22%": trailing zeros of the decimals are dropped ("97,6%", "100%"), as letters print rates.
std::string percent(const Decimal& value);
// "1.353.135.296 đồng"
std::string dong(const Decimal& value);
// "387 tỷ 425 triệu đồng", "36 tỷ đồng", "900 triệu đồng"; full đồng where that would drop digits.
std::string money(const Decimal& value);
// "10/01/2023": day under 10 and months 1 and 2 zero-padded; month precision "tháng 8/2023".
std::string date(const Date& value);
// "ngày 29 tháng 12 năm 2022"; month precision: "ngày … tháng 8 năm 2023".
// "28/08/2023": dd/mm/yyyy throughout, for windows and sheets; month precision "tháng 8/2023".
std::string numericDate(const Date& value);
// "16:14 28/08/2023": the time of day in Vietnam (UTC+7, no summer time), whatever the machine's zone.
std::string moment(Time time);
std::string shortMoment(Time time);  // "28/08 09:14": where the year is plain
std::string longDate(const Date& value);
// "từ ngày 10/8/2023 đến ngày 08/9/2023"
std::string dateRange(const DateRange& value);
// Letter of the n-th point, from 1: a b c d đ e g h i k l m n o p q r s t u v x y, then aa …
std::string pointLetter(int n);
// A figure as a clerk types it: dots only as exact thousands groups, comma for decimals. nullopt when it is neither
// that nor plain ("45.8" is refused here: it is ambiguous).
std::optional<Decimal> parseNumber(std::string_view text);
// Both readings of a figure that parseNumber refuses for its dot, as they would have to be typed: "45,8" and "458".
// nullopt for other text.
struct Readings {
  std::string decimal, whole;
};
std::optional<Readings> readingsOf(std::string_view text);

}  // namespace cchc::vietnamese

// Calendar dates with day or month precision, as official letters write them ("29/12/2022", "tháng 8/2023").
#pragma once
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace cchc {

struct Date {
  int year = 0;                                   // 1..9999
  int month = 0;                                  // 1..12
  int day = 0;                                    // 1..31; 0: only the month is known
  auto operator<=>(const Date&) const = default;  // a month without a day sorts before the days of that month

  // ISO "2023-08-28" or "2023-08"; nullopt if there is no such date.
  static std::optional<Date> parse(std::string_view iso);
  std::string toText() const;  // ISO
  bool hasDay() const { return day != 0; }
  bool valid() const;
};

struct DateRange {
  Date from, to;  // from <= to
  auto operator<=>(const DateRange&) const = default;
  static std::optional<DateRange> parse(std::string_view iso);  // "2023-08-10/2023-09-08"
  std::string toText() const;
};

// Days from a to b, negative when b is before a; nullopt if one of them has no day.
std::optional<int> daysBetween(const Date& a, const Date& b);
// The day before or after; the date must have a day. The first and the last day of the calendar stay as they are.
Date dayBefore(const Date& date);
Date dayAfter(const Date& date);
Date dateOf(std::chrono::sys_days day);

}  // namespace cchc

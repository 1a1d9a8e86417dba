#include "core/base/date.h"

namespace cchc {
namespace {

std::optional<int> whole(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  auto text = std::to_string(value);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

std::chrono::sys_days days(const Date& date) { return std::chrono::year(date.year) / date.month / date.day; }

}  // namespace

Date dateOf(std::chrono::sys_days day) {
  const std::chrono::year_month_day ymd(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

bool Date::valid() const {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 0) return false;
  return day == 0 || (std::chrono::year(year) / month / day).ok();
}

std::optional<Date> Date::parse(std::string_view iso) {
  if ((iso.size() != 10 && iso.size() != 7) || iso[4] != '-' || (iso.size() == 10 && iso[7] != '-'))
    return std::nullopt;
  const auto year = whole(iso.substr(0, 4), 4), month = whole(iso.substr(5, 2), 2);
  const auto day = iso.size() == 10 ? whole(iso.substr(8), 2) : std::optional(0);
  if (!year || !month || !day || (iso.size() == 10 && *day == 0)) return std::nullopt;
  const Date date{*year, *month, *day};
  return date.valid() ? std::optional(date) : std::nullopt;
}

std::string Date::toText() const {
  auto text = padded(year, 4) + "-" + padded(month, 2);
  return hasDay() ? text + "-" + padded(day, 2) : text;
}

std::optional<DateRange> DateRange::parse(std::string_view iso) {
  const auto slash = iso.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto from = Date::parse(iso.substr(0, slash)), to = Date::parse(iso.substr(slash + 1));
  if (!from || !to || *to < *from) return std::nullopt;
  return DateRange{*from, *to};
}

std::string DateRange::toText() const { return from.toText() + "/" + to.toText(); }

std::optional<int> daysBetween(const Date& a, const Date& b) {
  if (!a.hasDay() || !b.hasDay() || !a.valid() || !b.valid()) return std::nullopt;
  return static_cast<int>((days(b) - days(a)).count());
}

Date dayBefore(const Date& date) { return date <= Date{1, 1, 1} ? date : dateOf(days(date) - std::chrono::days(1)); }
Date dayAfter(const Date& date) {
  return date >= Date{9999, 12, 31} ? date : dateOf(days(date) + std::chrono::days(1));
}

}  // namespace cchc

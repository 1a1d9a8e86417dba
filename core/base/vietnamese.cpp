#include "core/base/vietnamese.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace cchc::vietnamese {
namespace {

std::string grouped(std::string digits) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ".");
  return digits;
}

std::string twoDigits(int value) { return value < 10 ? "0" + std::to_string(value) : std::to_string(value); }
std::string monthText(int month) { return month < 3 ? "0" + std::to_string(month) : std::to_string(month); }

}  // namespace

std::string number(const Decimal& value) {
  auto text = value.toText();
  std::string sign;
  if (text.front() == '-') sign = "-", text.erase(0, 1);
  const auto point = text.find('.');
  auto result = sign + grouped(text.substr(0, point));
  if (point != std::string::npos) result += "," + text.substr(point + 1);
  return result;
}

std::string padded(const Decimal& value) {
  const bool small = value.normalised().scale() == 0 && !value.isNegative() && value < Decimal(10) && !value.isZero();
  return small ? "0" + number(value.normalised()) : number(value);
}

std::string percent(const Decimal& value) { return number(value.normalised()) + "%"; }
std::string dong(const Decimal& value) { return number(value.normalised()) + " đồng"; }

std::string money(const Decimal& value) {
  const auto plain = value.normalised();
  constexpr std::int64_t million = 1000000, billion = 1000000000;
  if (plain.isNegative() || plain.scale() != 0 || plain.mantissa() % million != 0 || plain.isZero()) return dong(value);
  const auto billions = plain.mantissa() / billion;
  const auto millions = static_cast<std::int64_t>(plain.mantissa() % billion / million);
  std::string text;
  if (billions != 0) text = number(*Decimal::from(billions, 0)) + " tỷ ";
  if (millions != 0) text += std::to_string(millions) + " triệu ";
  return text + "đồng";
}

std::string date(const Date& value) {
  if (!value.hasDay()) return "tháng " + std::to_string(value.month) + "/" + std::to_string(value.year);
  return twoDigits(value.day) + "/" + monthText(value.month) + "/" + std::to_string(value.year);
}

std::string numericDate(const Date& value) {
  return value.hasDay() ? twoDigits(value.day) + "/" + twoDigits(value.month) + "/" + std::to_string(value.year)
                        : date(value);
}

std::string moment(Time time) {
  const auto there = time + vietnamOffset;
  const std::chrono::hh_mm_ss clock(there - std::chrono::floor<std::chrono::days>(there));
  return twoDigits(static_cast<int>(clock.hours().count())) + ":" +
         twoDigits(static_cast<int>(clock.minutes().count())) + " " + numericDate(vietnamDay(time));
}

std::string timeOfDay(Time time) {
  const auto text = moment(time);
  return text.substr(0, text.find(' '));
}

std::string shortMoment(Time time) {
  const auto day = vietnamDay(time);
  return twoDigits(day.day) + "/" + twoDigits(day.month) + " " + timeOfDay(time);
}

std::string longDate(const Date& value) {
  const auto day = value.hasDay() ? twoDigits(value.day) : std::string("…");
  return "ngày " + day + " tháng " + monthText(value.month) + " năm " + std::to_string(value.year);
}

std::string dateRange(const DateRange& value) {
  const auto word = [](const Date& d) { return (d.hasDay() ? "ngày " : "") + date(d); };
  return "từ " + word(value.from) + " đến " + word(value.to);
}

std::string pointLetter(int n) {
  constexpr std::array letters = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                  "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
  const auto count = static_cast<int>(letters.size());
  if (n < 1) return {};
  const std::string letter = letters[static_cast<std::size_t>((n - 1) % count)];
  return n <= count ? letter : pointLetter((n - 1) / count) + letter;
}

}  // namespace cchc::vietnamese

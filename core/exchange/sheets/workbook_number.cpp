#include "core/exchange/sheets/workbook_number.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>

#include "core/base/date.h"

namespace cchc {

NumberFormat formatOf(std::string_view code) {
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"')
      quoted = !quoted;
    else if (quoted)
      continue;
    else if (c == '\\')
      ++i;
    else if (c == '[')
      bracketed = true;
    else if (c == ']')
      bracketed = false;
    else if (bracketed)
      continue;
    else if (c == '%')
      return NumberFormat::percentage;
    else if (c == 'd' || c == 'y' || c == 'D' || c == 'Y')
      return NumberFormat::date;
  }
  return NumberFormat::general;
}

NumberFormat builtInFormat(int id) {
  if (id == 9 || id == 10) return NumberFormat::percentage;
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? NumberFormat::date
                                                                                                : NumberFormat::general;
}

std::optional<Decimal> storedNumber(std::string_view text) {
  const auto mark = text.find_first_of("eE");
  int exponent = 0;
  if (mark != std::string_view::npos) {
    auto digits = text.substr(mark + 1);
    if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (error != std::errc() || end != digits.data() + digits.size() || exponent < -300 || exponent > 30)
      return std::nullopt;
    text = text.substr(0, mark);
  }
  std::string digits;
  const bool negative = !text.empty() && text.front() == '-';
  int scale = -exponent;
  bool point = false;
  for (const char c : text.substr(negative ? 1 : 0)) {
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      scale += point ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  constexpr std::size_t kept = 15;
  if (digits.size() > kept) {
    const bool up = digits[kept] >= '5';
    scale -= static_cast<int>(digits.size() - kept);
    digits.resize(kept);
    std::uint64_t value = std::stoull(digits) + (up ? 1 : 0);
    digits = std::to_string(value);
  }
  while (!digits.empty() && digits.back() == '0' && scale > 0) digits.pop_back(), --scale;
  if (digits.empty()) return Decimal(0);
  if (scale < 0) digits.append(static_cast<std::size_t>(-scale), '0'), scale = 0;
  if (scale > Decimal::maximumScale || digits.size() > 36) return std::nullopt;
  const auto whole = Decimal::parse((negative ? "-" : "") + digits);
  return whole ? Decimal::from(whole->mantissa(), scale) : std::nullopt;
}

std::optional<std::string> dateOfSerial(const Decimal& serial, bool from1904) {
  if (serial.isNegative() || serial > Decimal(2'958'465)) return std::nullopt;
  Int128 whole = serial.mantissa();
  for (int i = 0; i < serial.scale(); ++i) whole /= 10;
  auto day = static_cast<int>(whole);
  if (!from1904 && day == 60) return std::nullopt;
  if (!from1904 && day < 60) ++day;
  const auto origin = from1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
                               : std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
  return dateOf(origin + std::chrono::days(day)).toText();
}

}  // namespace cchc

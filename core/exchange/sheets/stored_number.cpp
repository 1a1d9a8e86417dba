#include "core/exchange/sheets/stored_number.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <system_error>

namespace cchc {
namespace {

// The digits of a number, without zeros at the start, of which the last `scale` are decimals. A negative scale adds
// zeros.
struct Digits {
  std::string digits;
  int scale = 0;
};

std::optional<Digits> digitsOf(std::string_view text, int exponent) {
  Digits number{{}, -exponent};
  bool point = false, any = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      any = true;
      number.digits += c;
      number.scale += point ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  if (!any) return std::nullopt;
  number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
  return number;
}

void dropZeroDecimals(Digits& number) {
  while (!number.digits.empty() && number.digits.back() == '0' && number.scale > 0)
    number.digits.pop_back(), --number.scale;
}

// A binary fraction has 15 sure digits; what follows is noise. Digits before the point are never dropped.
void roundDecimals(Digits& number) {
  constexpr std::size_t sure = 15;
  dropZeroDecimals(number);
  const auto size = number.digits.size();
  const auto decimals = static_cast<std::size_t>(std::max(number.scale, 0));
  if (size <= sure || decimals == 0 || size - std::min(size, decimals) >= sure) return;
  const bool up = number.digits[sure] >= '5';
  number.scale -= static_cast<int>(size - sure);
  number.digits.resize(sure);
  if (up) number.digits = std::to_string(std::stoull(number.digits) + 1);
  dropZeroDecimals(number);
}

}  // namespace

std::optional<Decimal> storedNumber(std::string_view text) {
  const auto mark = text.find_first_of("eE");
  int exponent = 0;
  if (mark != std::string_view::npos) {
    auto digits = text.substr(mark + 1);
    if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (error != std::errc() || end != digits.data() + digits.size() || exponent < -400 || exponent > 30)
      return std::nullopt;
    text = text.substr(0, mark);
  }
  constexpr std::size_t longest = 400;
  if (text.size() > longest) return std::nullopt;
  const bool negative = text.starts_with('-');
  auto number = digitsOf(text.substr(negative ? 1 : 0), exponent);
  if (!number) return std::nullopt;
  roundDecimals(*number);
  if (number->digits.empty()) return Decimal(0);
  if (number->scale < 0) number->digits.append(static_cast<std::size_t>(-number->scale), '0'), number->scale = 0;
  if (number->scale > Decimal::maximumScale || number->digits.size() > 36) return std::nullopt;
  const auto whole = Decimal::parse((negative ? "-" : "") + number->digits);
  return whole ? Decimal::from(whole->mantissa(), number->scale) : std::nullopt;
}

std::optional<StoredDate> dateOfSerial(const Decimal& serial, bool from1904) {
  const Decimal end(from1904 ? 2'957'004 : 2'958'466);  // 1/1/10000
  if (serial.isNegative() || !(serial < end)) return std::nullopt;
  Int128 unit = 1;
  for (int i = 0; i < serial.scale(); ++i) unit *= 10;
  auto day = static_cast<int>(serial.mantissa() / unit);
  // 10^18 * 86400 stays below the limit of Int128.
  const auto second = static_cast<int>((serial.mantissa() % unit * 86'400 + unit / 2) / unit);
  if (!from1904 && (day == 60 || day == 0)) return std::nullopt;
  if (!from1904 && day < 60) ++day;
  const auto origin = from1904 ? std::chrono::sys_days(std::chrono::year(1904) / 1 / 1)
                               : std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
  // The clock's own type of time ends before the year 2300.
  const std::chrono::year_month_day date(origin + std::chrono::days(day));
  return StoredDate{{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                     static_cast<int>(static_cast<unsigned>(date.day()))},
                    std::min(second, 86'399)};
}

}  // namespace cchc

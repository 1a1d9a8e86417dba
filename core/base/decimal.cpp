#include "core/base/decimal.h"

#include <algorithm>
#include <array>

namespace cchc {
namespace {

__extension__ typedef unsigned __int128 Unsigned;

constexpr std::array<Int128, 37> powers = [] {
  std::array<Int128, 37> table{};
  table[0] = 1;
  for (std::size_t i = 1; i < table.size(); ++i) table[i] = table[i - 1] * 10;
  return table;
}();
constexpr Int128 limit = powers[36];

Unsigned magnitude(Int128 value) {
  return value < 0 ? Unsigned(0) - static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
}

// value * 10^digits; nullopt: out of range.
std::optional<Int128> shifted(Int128 value, int digits) {
  Int128 result = 0;
  if (digits > 36 || __builtin_mul_overflow(value, powers[static_cast<std::size_t>(digits)], &result))
    return std::nullopt;
  if (result >= limit || result <= -limit) return std::nullopt;
  return result;
}

Int128 dividedHalfUp(Int128 value, Int128 divisor) {
  const auto top = magnitude(value);
  const auto bottom = magnitude(divisor);
  auto quotient = static_cast<Int128>(top / bottom);
  const auto remainder = top % bottom;
  if (remainder >= bottom - remainder) ++quotient;
  return (value < 0) != (divisor < 0) ? -quotient : quotient;
}

}  // namespace

std::optional<Decimal> Decimal::from(Int128 mantissa, int scale) {
  if (scale < 0 || scale > maximumScale || mantissa >= limit || mantissa <= -limit) return std::nullopt;
  Decimal value;
  value.mantissa_ = mantissa;
  value.scale_ = scale;
  return value;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 60) return std::nullopt;
  // Most figures have at most 18 digits and need no 128-bit multiplication.
  std::uint64_t low = 0;
  Int128 mantissa = 0;
  int digits = 0, decimals = -1, significant = 0;
  const auto flush = [&] {
    mantissa = mantissa * powers[static_cast<std::size_t>(digits)] + static_cast<Int128>(low);
    low = 0;
    digits = 0;
  };
  bool digitBefore = false;
  for (const char c : text) {
    if (c == '.') {
      if (decimals >= 0 || !digitBefore) return std::nullopt;
      decimals = 0;
      digitBefore = false;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digitBefore = true;
    if (significant > 0 || c != '0') ++significant;
    if (significant > 36) return std::nullopt;
    low = low * 10 + static_cast<std::uint64_t>(c - '0');
    if (++digits == 18) flush();
    if (decimals >= 0 && ++decimals > maximumScale) return std::nullopt;
  }
  if (!digitBefore) return std::nullopt;
  flush();
  return from(negative ? -mantissa : mantissa, std::max(decimals, 0));
}

std::string Decimal::toText() const {
  auto rest = magnitude(mantissa_);
  std::array<char, 48> buffer{};
  auto at = buffer.size();
  int digits = 0;
  do {
    if (digits == scale_ && scale_ > 0) buffer[--at] = '.';
    buffer[--at] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
    ++digits;
  } while (rest != 0 || digits <= scale_);
  if (mantissa_ < 0) buffer[--at] = '-';
  return {buffer.data() + at, buffer.size() - at};
}

Decimal Decimal::normalised() const {
  Decimal result = *this;
  while (result.scale_ > 0 && result.mantissa_ % 10 == 0) {
    result.mantissa_ /= 10;
    --result.scale_;
  }
  return result;
}

Decimal Decimal::rounded(int decimals) const {
  decimals = std::clamp(decimals, 0, maximumScale);
  if (decimals >= scale_) {
    const auto wide = shifted(mantissa_, decimals - scale_);
    return wide ? *from(*wide, decimals) : *this;
  }
  return *from(dividedHalfUp(mantissa_, powers[static_cast<std::size_t>(scale_ - decimals)]), decimals);
}

std::strong_ordering Decimal::compare(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return a.mantissa_ <=> b.mantissa_;
  // Whole parts are compared first; the remainders then fit at a common scale.
  const auto powerA = powers[static_cast<std::size_t>(a.scale_)];
  const auto powerB = powers[static_cast<std::size_t>(b.scale_)];
  const auto wholeA = a.mantissa_ / powerA;
  const auto wholeB = b.mantissa_ / powerB;
  if (wholeA != wholeB) return wholeA <=> wholeB;
  const int scale = std::max(a.scale_, b.scale_);
  const auto restA = a.mantissa_ % powerA * powers[static_cast<std::size_t>(scale - a.scale_)];
  const auto restB = b.mantissa_ % powerB * powers[static_cast<std::size_t>(scale - b.scale_)];
  return restA <=> restB;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const auto left = shifted(a.mantissa(), scale - a.scale());
  const auto right = shifted(b.mantissa(), scale - b.scale());
  if (!left || !right) {
    // Without trailing zeros the two may fit at a common scale.
    const auto na = a.normalised(), nb = b.normalised();
    if (na.scale() == a.scale() && nb.scale() == b.scale()) return std::nullopt;
    return add(na, nb);
  }
  return Decimal::from(*left + *right, scale);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add(a, negate(b)); }

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  if (a.scale() + b.scale() > Decimal::maximumScale) {
    const auto na = a.normalised(), nb = b.normalised();
    if (na.scale() + nb.scale() > Decimal::maximumScale) return std::nullopt;
    return multiply(na, nb);
  }
  Int128 product = 0;
  if (__builtin_mul_overflow(a.mantissa(), b.mantissa(), &product)) return std::nullopt;
  return Decimal::from(product, a.scale() + b.scale());
}

Decimal negate(const Decimal& a) { return *Decimal::from(-a.mantissa(), a.scale()); }

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int decimals) {
  if (b.isZero() || decimals < 0 || decimals > Decimal::maximumScale) return std::nullopt;
  // a/10^sa : b/10^sb, to `decimals` digits = a * 10^(decimals + sb - sa) / b
  const int digits = decimals + b.scale() - a.scale();
  if (digits >= 0) {
    const auto top = shifted(a.mantissa(), digits);
    return top ? Decimal::from(dividedHalfUp(*top, b.mantissa()), decimals) : std::nullopt;
  }
  const auto bottom = shifted(b.mantissa(), -digits);
  return bottom ? Decimal::from(dividedHalfUp(a.mantissa(), *bottom), decimals) : std::nullopt;
}

std::optional<Decimal> rate(const Decimal& a, const Decimal& b, int decimals) {
  const auto hundredfold = multiply(a, Decimal(100));
  return hundredfold ? divide(*hundredfold, b, decimals) : std::nullopt;
}

}  // namespace cchc

// Exact decimal numbers: a 128-bit integer and a scale. Every reported figure is one of these; binary floating point
// never holds a figure. Sums of money to 10^16 đồng over any number of units stay exact.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cchc {

__extension__ typedef __int128 Int128;

// value = mantissa / 10^scale. Invariants: 0 <= scale <= maximumScale, |mantissa| < 10^36.
// Equality and order compare the value: 1.50 == 1.5 (the scale is kept for display only).
class Decimal {
 public:
  static constexpr int maximumScale = 18;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : mantissa_(whole) {}
  // nullopt: out of range.
  static std::optional<Decimal> from(Int128 mantissa, int scale);
  // Reads canonical text: -?digits(.digits)?; no grouping, no exponent, no plus, no spaces. nullopt otherwise.
  static std::optional<Decimal> parse(std::string_view text);

  constexpr Int128 mantissa() const { return mantissa_; }
  constexpr int scale() const { return scale_; }
  // Canonical text; keeps the scale (1.50 -> "1.50").
  std::string toText() const;
  bool isZero() const { return mantissa_ == 0; }
  bool isNegative() const { return mantissa_ < 0; }
  // Without trailing zeros after the point.
  Decimal normalised() const;
  // Rounded half up (away from zero), like the figures of a report; adds zeros if decimals > scale.
  Decimal rounded(int decimals) const;

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) { return compare(a, b); }
  friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }

 private:
  static std::strong_ordering compare(const Decimal& a, const Decimal& b);
  Int128 mantissa_ = 0;
  std::int32_t scale_ = 0;
};

// Exact; nullopt: the result is out of range. Nothing is wrapped or rounded silently.
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
Decimal negate(const Decimal& a);
// Quotient rounded half up to `decimals` (0..maximumScale); nullopt: b is zero, or the result is out of range.
std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int decimals);
// 100·a/b rounded half up to `decimals`; nullopt as for divide.
std::optional<Decimal> rate(const Decimal& a, const Decimal& b, int decimals);

}  // namespace cchc

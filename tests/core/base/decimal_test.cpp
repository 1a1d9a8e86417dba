#include <catch2/catch.hpp>
#include <random>

#include "core/base/decimal.h"

using namespace cchc;

namespace {

Decimal of(const std::string& text) { return Decimal::parse(text).value(); }

}  // namespace

TEST_CASE("canonical text comes back as it went in", "[decimal]") {
  for (const auto* text : {"0", "-1", "97.22", "0.00", "10000000000000000", "-0.5",
                           "999999999999999999999999999999999999", "1.123456789012345678"}) {
    CHECK(of(text).toText() == text);
  }
}

TEST_CASE("what is no canonical number is refused", "[decimal]") {
  for (const auto* text : {"", "-", ".", "1.", ".5", "1e3", "+1", " 1", "1 ", "1,5", "1.000.000", "0x10",
                           "1.1234567890123456789", "1000000000000000000000000000000000000", "١"}) {
    INFO(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("numbers compare by value, whatever their scale", "[decimal]") {
  CHECK(of("1.50") == of("1.5"));
  CHECK(of("-1.01") < of("-1"));
  CHECK(of("999999999999999999999999999999999999") > of("0.000000000000000001"));
  CHECK(of("0.1") > of("0.09999"));
}

TEST_CASE("rounding is half up, away from zero", "[decimal]") {
  CHECK(of("2.345").rounded(2).toText() == "2.35");
  CHECK(of("2.344").rounded(2).toText() == "2.34");
  CHECK(of("-2.345").rounded(2).toText() == "-2.35");
  CHECK(of("0.5").rounded(0).toText() == "1");
  CHECK(of("7").rounded(2).toText() == "7.00");
}

TEST_CASE("sums, differences and products agree with 128-bit integers on random cases", "[decimal]") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 10000; ++i) {
    const auto a = static_cast<std::int64_t>(random() % 20000000000000000) - 10000000000000000;
    const auto b = static_cast<std::int64_t>(random() % 20000000000000000) - 10000000000000000;
    REQUIRE(add(Decimal(a), Decimal(b))->mantissa() == static_cast<Int128>(a) + b);
    REQUIRE(subtract(Decimal(a), Decimal(b))->mantissa() == static_cast<Int128>(a) - b);
    REQUIRE(multiply(Decimal(a), Decimal(b))->mantissa() == static_cast<Int128>(a) * b);
  }
}

TEST_CASE("what leaves the range is no number", "[decimal]") {
  const auto most = of("999999999999999999999999999999999999");
  CHECK_FALSE(add(most, Decimal(1)));
  CHECK_FALSE(multiply(most, Decimal(10)));
  CHECK_FALSE(divide(Decimal(1), Decimal(0), 2));
  CHECK(add(most, of("0.00")).value() == most);
}

TEST_CASE("rates are exact and half up", "[decimal]") {
  CHECK(rate(of("17107"), of("17528"), 2)->toText() == "97.60");
  CHECK(rate(of("296"), of("371"), 2)->toText() == "79.78");
  CHECK(rate(of("177357000000"), of("387425000000"), 2)->toText() == "45.78");
}

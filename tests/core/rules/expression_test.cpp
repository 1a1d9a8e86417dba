#include <catch2/catch.hpp>

#include "core/rules/evaluate_text.h"

using namespace cchc;

namespace {

std::string value(const std::string& expression, const std::vector<Parameter>& names = {}) {
  const auto result = evaluateText(expression, names);
  return result ? *result : result.error().code + " " + result.error().place;
}

}  // namespace

TEST_CASE("expressions are exact in decimal arithmetic", "[rules]") {
  CHECK(value("0.1 + 0.2") == "0.3");
  CHECK(value("9999999999999999 + 1") == "10000000000000000");
  CHECK(value("10000000000000000 - 0.01") == "9999999999999999.99");
  CHECK(value("1.5 * -4") == "-6");
  CHECK(value("-(2 + 3) * 2") == "-10");
  CHECK(value("2 + 3 * 4 - 1") == "13");
}

TEST_CASE("rates are rounded half up", "[rules]") {
  CHECK(value("rate(17107, 17528, 2)") == "97.6");
  CHECK(value("rate(17107, 17528, 3)") == "97.598");
  CHECK(value("rate(296, 371, 2)") == "79.78");
  CHECK(value("rate(1, 8, 0)") == "13");
  CHECK(value("rate(1, 200, 0)") == "1");
  CHECK(value("rate(-1, 200, 0)") == "-1");
  CHECK(value("ratio(177357000000, 0.398, 0)") == "445620603015");
  CHECK(value("rate(5, 0, 2)") == "");
  CHECK(value("round(2.345, 2)") == "2.35");
}

TEST_CASE("blank is unknown and spreads", "[rules]") {
  const std::vector<Parameter> names{{"a", "5"}, {"b", ""}};
  CHECK(value("a + b", names) == "");
  CHECK(value("a > b", names) == "");
  CHECK(value("known(b)", names) == "no");
  CHECK(value("coalesce(b, a)", names) == "5");
  CHECK(value("sum_known(a, b, 1)", names) == "6");
  CHECK(value("if(known(b), 1, 2)", names) == "2");
  CHECK(value("if(b > 1, 1, 2)", names) == "");
}

TEST_CASE("and, or are three-valued", "[rules]") {
  const std::vector<Parameter> names{{"b", ""}};
  CHECK(value("1 = 2 and b > 1", names) == "no");
  CHECK(value("b > 1 and 1 = 2", names) == "no");
  CHECK(value("1 = 1 or b > 1", names) == "yes");
  CHECK(value("1 = 1 and b > 1", names) == "");
  CHECK(value("not (b > 1)", names) == "");
  CHECK(value("not 1 = 2") == "yes");
}

TEST_CASE("texts compare as texts", "[rules]") {
  CHECK(value("kind = \"QĐ\"", {{"kind", "QĐ"}}) == "yes");
  CHECK(value("kind != \"KH\"", {{"kind", "QĐ"}}) == "yes");
  CHECK(value("kind = 3", {{"kind", "QĐ"}}) == "");
}

TEST_CASE("an error in an expression names its line and column", "[rules]") {
  CHECK(value("1 +") == "definition.expression 1:4");
  CHECK(value("(1 + 2") == "definition.expression 1:7");
  CHECK(value("1 2") == "definition.expression 1:3");
  CHECK(value("1 +\n  nothing") == "definition.unknown-name 2:3");
  CHECK(value("sqrt(2)") == "definition.unknown-function 1:1");
  CHECK(value("rate(1, 2)") == "definition.wrong-arguments 1:1");
  CHECK(value("1 + \"a\"") == "definition.wrong-type 1:5");
  CHECK(value("1 / 2") == "definition.expression 1:3");
  CHECK(value(std::string(5000, '(') + "1") == "definition.expression 1:101");
}

TEST_CASE("what leaves the exact range is unknown, never wrapped", "[rules]") {
  CHECK(value("999999999999999999999999999999999999 + 1") == "");
  CHECK(value("999999999999999999 * 999999999999999999 * 999999999999999999") == "");
}

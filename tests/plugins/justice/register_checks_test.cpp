#include "plugins/justice/register_checks.h"

#include <catch2/catch.hpp>

#include "tests/plugins/justice/fake_register.h"

using namespace cchc;
using namespace cchc::test;

TEST_CASE("a legal document without the year in its number is pointed out, a plan is not", "[justice]") {
  auto section = registerOf(
      {{"02", {2023, 2, 22}, "UBND", "UBND huyện Bình Giang", "legal_document", "QĐ"}, {"04", {2023, 1, 10}}});
  Cited withYear{"QĐ", "01", "UBND", "UBND huyện Bình Giang", "", {2023, 2, 22}};
  withYear.year = "2023";
  section.text("documents.2.topic", "legal_document").document("documents.2.document", withYear);
  const auto found = justice::numbersWithoutYear(section);
  REQUIRE(found.size() == 1);
  CHECK(found[0].row == 0);
  CHECK(found[0].symbol == "02/QĐ-UBND");
  CHECK(found[0].year == 2023);
}

TEST_CASE("a number that stands on two rows of the register is pointed out", "[justice]") {
  const auto section =
      registerOf({{"14", {2023, 1, 10}},
                  {"14", {2023, 3, 15}, "HĐPH", "Hội đồng phối hợp phổ biến pháp luật huyện Bình Giang"},
                  {"014", {2023, 1, 10}, "UBND", "Ủy ban nhân dân huyện Bình Giang"},
                  {"14", {2022, 1, 10}}});
  const auto found = justice::repeatedNumbers(section);
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 0);
  CHECK(found[0].later == 2);
}

#include <catch2/catch.hpp>

#include "plugins/justice/register_checks.h"
#include "tests/plugins/justice/fake_register.h"

using namespace cchc;
using namespace cchc::test;

TEST_CASE("a legal document without the year in its number is pointed out, a plan is not", "[justice]") {
  const FakeRegister section({{"01", "22/02/2023", "QĐ", "UBND", "UBND huyện Bình Giang", "2023", "legal_document"},
                              {"02", "22/02/2023", "QĐ", "UBND", "UBND huyện Bình Giang", "", "legal_document"},
                              {"04", "10/01/2023"}});
  const auto found = justice::numbersWithoutYear(section);
  REQUIRE(found.size() == 1);
  CHECK(found[0].row == 1);
  CHECK(found[0].symbol == "02/QĐ-UBND");
  CHECK(found[0].year == 2023);
}

TEST_CASE("a number that stands on two rows of the register is pointed out", "[justice]") {
  const FakeRegister section(
      {{"14", "10/01/2023"},
       {"14", "15/3/2023", "KH", "HĐPH", "Hội đồng phối hợp phổ biến pháp luật huyện Bình Giang"},
       {"014", "10/01/2023", "KH", "UBND", "Ủy ban nhân dân huyện Bình Giang"},
       {"14", "10/01/2022"}});
  const auto found = justice::repeatedNumbers(section);
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 0);
  CHECK(found[0].later == 2);
}

#include <catch2/catch.hpp>

#include "plugins/justice/series_check.h"
#include "tests/plugins/justice/fake_register.h"

using namespace cchc;
using namespace cchc::test;

namespace {

// "08/KH-UBND 10/1/2021 -> 2023", one for each finding.
std::vector<std::string> outOfSeries(const std::vector<RegisterRow>& rows,
                                     const std::vector<RegisterRow>& elsewhere = {}) {
  const FakeRegister section(rows), other(elsewhere);
  const std::vector<const plugin::SectionReader*> others{&other};
  std::vector<std::string> found;
  for (const auto& one : justice::datesOutOfSeries(section, others))
    found.push_back(one.symbol + " " + one.date.toText() + " -> " + std::to_string(one.seriesYear));
  return found;
}
using Found = std::vector<std::string>;

RegisterRow withoutYear(RegisterRow row) {
  row.forYear = 0;
  return row;
}

}  // namespace

TEST_CASE("a plan dated two years before the year it is for is pointed out, with the numbers beside it", "[justice]") {
  const FakeRegister section(
      {{"04", "10/01/2023"}, {"05", "10/01/2023"}, {"10", "10/01/2023"}, {"08", "10/01/2021"}, {"15", "10/01/2023"}});
  const auto found = justice::datesOutOfSeries(section, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].symbol == "08/KH-UBND");
  CHECK(found[0].place.row == 3);
  CHECK(found[0].neighbours == "05/KH-UBND 10/01/2023; 10/KH-UBND 10/01/2023");
  CHECK(found[0].suggested == Date{2023, 1, 10});
}

TEST_CASE("two plans that are both out of place do not vouch for each other", "[justice]") {
  const FakeRegister section({{"08", "10/01/2021"}, {"10", "10/01/2023"}, {"11", "10/01/2022"}, {"12", "10/01/2023"}});
  const auto found = justice::datesOutOfSeries(section, {});
  REQUIRE(found.size() == 2);
  CHECK(found[0].neighbours == "10/KH-UBND 10/01/2023");
  CHECK(found[1].neighbours == "10/KH-UBND 10/01/2023; 12/KH-UBND 10/01/2023");
}

TEST_CASE("the same fault in other figures is pointed out too", "[justice]") {
  CHECK(outOfSeries({{"13", "10/01/2020"}}) == Found{"13/KH-UBND 2020-01-10 -> 2023"});
  CHECK(outOfSeries({{"70", "23/6/2022"}}) == Found{"70/KH-UBND 2022-06-23 -> 2023"});
  CHECK(outOfSeries({{"70", "23/6/2024"}}) == Found{"70/KH-UBND 2024-06-23 -> 2023"});
  CHECK(outOfSeries({{"02", "22/02/2022", "QĐ", "UBND", "UBND huyện Bình Giang", "2023", "legal_document", 0}}) ==
        Found{"02/2023/QĐ-UBND 2022-02-22 -> 2023"});
}

TEST_CASE("corrected dates are silent", "[justice]") {
  CHECK(outOfSeries({{"05", "10/01/2023"}, {"08", "10/01/2023"}, {"11", "10/01/2023"}}).empty());
}

TEST_CASE("a plan for a year that is dated in December before it is right, and is no neighbour", "[justice]") {
  CHECK(outOfSeries({{"111", "29/12/2022"}, {"04", "30/12/2022"}, {"05", "10/01/2023"}}).empty());
  const FakeRegister section({{"04", "30/12/2022"}, {"08", "10/01/2021"}, {"10", "10/01/2023"}});
  const auto found = justice::datesOutOfSeries(section, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].neighbours == "10/KH-UBND 10/01/2023");
  CHECK(outOfSeries({{"90", "29/11/2022"}}) == Found{"90/KH-UBND 2022-11-29 -> 2023"});
}

TEST_CASE("a legal document's December date does not fit the year in its number", "[justice]") {
  CHECK(
      outOfSeries({{"01", "29/12/2022", "QĐ", "UBND", "UBND huyện Bình Giang", "2023", "legal_document", 0}}).size() ==
      1);
}

TEST_CASE("a decision on a past year may be dated after it", "[justice]") {
  CHECK(outOfSeries({{"512", "10/3/2023", "QĐ", "UBND", "UBND huyện Bình Giang", "", "publication", 2022}}).empty());
}

TEST_CASE("a document without its year is held against near numbers on both sides", "[justice]") {
  CHECK(outOfSeries({{"12", "10/01/2023"}, withoutYear({"13", "10/01/2020"}), {"14", "10/01/2023"}}) ==
        Found{"13/KH-UBND 2020-01-10 -> 2023"});
  CHECK(outOfSeries({{"12", "10/01/2023"}, withoutYear({"13", "10/01/2020"})}).empty());
  CHECK(outOfSeries({{"12", "10/01/2023"}, withoutYear({"60", "15/6/2022"}), {"80", "10/8/2023"}}).empty());
}

TEST_CASE("series of other issuers, types and symbols are kept apart", "[justice]") {
  CHECK(outOfSeries({{"13", "10/01/2023", "KH", "UBND", "UBND tỉnh Hải Dương"},
                     withoutYear({"14", "15/3/2020", "KH", "HĐPH", "Hội đồng phối hợp"}),
                     {"15", "10/01/2023", "KH", "UBND", "UBND tỉnh Hải Dương"}})
            .empty());
  const FakeRegister section(
      {{"08", "10/01/2021"}, {"07", "10/01/2023", "KH", "UBND", "UBND tỉnh Hải Dương"}, {"09", "10/01/2023", "QĐ"}});
  CHECK(justice::datesOutOfSeries(section, {})[0].neighbours.empty());
}

TEST_CASE("the two ways to write the committee are one issuer", "[justice]") {
  const FakeRegister section(
      {{"08", "10/01/2021"}, {"07", "10/01/2023", "KH", "UBND", "Ủy ban nhân dân huyện Bình Giang"}});
  CHECK(justice::datesOutOfSeries(section, {})[0].neighbours == "07/KH-UBND 10/01/2023");
}

TEST_CASE("other sections' documents are neighbours, and are not reported themselves", "[justice]") {
  CHECK(outOfSeries({withoutYear({"13", "10/01/2020"})},
                    {{"12", "10/01/2023"}, {"14", "10/01/2023"}, {"20", "18/01/2019"}}) ==
        Found{"13/KH-UBND 2020-01-10 -> 2023"});
}

TEST_CASE("documents without number or date are passed over", "[justice]") {
  RegisterRow notCited{"", "10/01/2021"};
  notCited.state = plugin::NumberState::notCited;
  CHECK(outOfSeries({notCited, {"08", ""}, {"x", "10/01/2021"}}).empty());
}

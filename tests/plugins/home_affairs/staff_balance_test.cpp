#include <catch2/catch.hpp>

#include "plugins/home_affairs/staff_balance.h"
#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::test;

namespace {

// Row 0 is that of the civil servants, row 1 of the public employees.
FakeSection staff(std::string_view start, std::string_view joined, std::string_view departed,
                  std::string_view present) {
  FakeSection section;
  if (!start.empty()) section.number("staff.0.start", start);
  if (!joined.empty()) section.number("staff.0.joined", joined);
  if (!departed.empty()) section.number("staff.0.departed", departed);
  if (!present.empty()) section.number("staff.0.present", present);
  return section;
}

FakeSection& moved(FakeSection& section, int row, const std::string& category, const std::string& reason,
                   std::string_view people) {
  const auto place = "movements." + std::to_string(row) + ".";
  return section.text(place + "category", category).text(place + "reason", reason).number(place + "people", people);
}

}  // namespace

TEST_CASE("staff present that are not those of the start and the movements are pointed out", "[home_affairs]") {
  const auto section = staff("86", "5", "4", "88");
  const auto found = FakeCheck(section).run(&home_affairs::checkStaffBalance);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "home_affairs.staff-balance");
  CHECK(found[0].severity == plugin::Severity::warning);
  CHECK(found[0].places == std::vector<std::string>{"staff.0.present"});
  CHECK(found[0].arguments.at("expected") == "87");
  CHECK(found[0].arguments.at("difference") == "1");
  CHECK(found[0].arguments.at("category") == "Công chức hành chính");
  CHECK(home_affairs::brokenBalances(staff("1200", "30", "41", "1188")).size() == 1);
}

TEST_CASE("a staff balance that adds up, or is not complete, is silent", "[home_affairs]") {
  CHECK(home_affairs::brokenBalances(staff("86", "5", "4", "87")).empty());
  CHECK(home_affairs::brokenBalances(staff("86", "", "4", "88")).empty());
  CHECK(home_affairs::brokenBalances(staff("", "5", "4", "88")).empty());
  CHECK(home_affairs::brokenBalances(staff("0", "0", "0", "0")).empty());
  CHECK(home_affairs::brokenBalances(FakeSection()).empty());
}

TEST_CASE("a blank total is read from the movement register", "[home_affairs]") {
  auto section = staff("86", "", "", "88");
  moved(section, 0, "civil_servants", "recruited", "3");
  moved(section, 1, "civil_servants", "retired", "2");
  moved(section, 2, "public_employees", "recruited", "50");
  const auto found = home_affairs::brokenBalances(section);
  REQUIRE(found.size() == 1);
  CHECK(found[0].expected == plugin::Decimal(87));
  CHECK(found[0].difference == plugin::Decimal(1));
}

TEST_CASE("a total that differs from the movement register is pointed out with both figures", "[home_affairs]") {
  auto section = staff("86", "5", "2", "89");
  moved(section, 0, "civil_servants", "recruited", "3");
  moved(section, 1, "civil_servants", "transferred_in", "1");
  moved(section, 2, "civil_servants", "retired", "2");
  const auto found = FakeCheck(section).run(&home_affairs::checkStaffMovements);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "home_affairs.staff-joined");
  CHECK(found[0].arguments.at("stated") == "5");
  CHECK(found[0].arguments.at("registered") == "4");
  moved(section, 3, "civil_servants", "recruited", "1");
  moved(section, 4, "civil_servants", "streamlined", "1");
  CHECK(FakeCheck(section).run(&home_affairs::checkStaffMovements)[0].code == "home_affairs.staff-departed");
}

TEST_CASE("without a movement register its totals are not held against it", "[home_affairs]") {
  CHECK(home_affairs::differingMovements(staff("86", "5", "4", "87")).empty());
}

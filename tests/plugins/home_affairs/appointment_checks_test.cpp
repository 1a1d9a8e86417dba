#include <catch2/catch.hpp>

#include "plugins/home_affairs/appointment_checks.h"
#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::test;

namespace {

// The sample's appointments: 04/03, 02/13, 03/04, none, -/01.
FakeSection appointments() {
  FakeSection section;
  section.number("appointments.0.civil_servants", "4").number("appointments.0.public_employees", "3");
  section.number("appointments.1.civil_servants", "2").number("appointments.1.public_employees", "13");
  section.number("appointments.2.civil_servants", "3").number("appointments.2.public_employees", "4");
  section.number("appointments.4.public_employees", "1");
  return section;
}
FakeSection& completed(FakeSection& section) {
  return section.number("appointments.3.civil_servants", "0")
      .number("appointments.3.public_employees", "0")
      .number("appointments.4.civil_servants", "0");
}

std::vector<std::string> codes(const FakeSection& section) {
  std::vector<std::string> all;
  for (const auto& finding : FakeCheck(section).run(&home_affairs::checkAppointmentTotal)) all.push_back(finding.code);
  return all;
}
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a register total that the appointments do not add up to is pointed out", "[home_affairs]") {
  auto section = appointments();
  completed(section).number("appointment_total.decisions", "31");
  const auto found = FakeCheck(section).run(&home_affairs::checkAppointmentTotal);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "home_affairs.appointment-total");
  CHECK(found[0].arguments.at("given") == "31");
  CHECK(found[0].arguments.at("counted") == "30");
  CHECK(found[0].arguments.at("difference") == "1");
  CHECK(codes(completed(section).number("appointment_total.decisions", "30")).empty());
}

TEST_CASE("while cells are blank a greater total is information, a smaller one a warning", "[home_affairs]") {
  auto section = appointments();
  CHECK(codes(section).empty());
  CHECK(codes(section.number("appointment_total.decisions", "33")) == Codes{"home_affairs.appointment-incomplete"});
  CHECK(codes(section.number("appointment_total.decisions", "29")) == Codes{"home_affairs.appointment-total"});
  CHECK(codes(section.number("appointment_total.decisions", "30")).empty());
}

TEST_CASE("more leaders retired than staff retired is pointed out where the movements are known", "[home_affairs]") {
  const auto section = appointments();
  FakeSection organization;
  CHECK(FakeCheck(section).run(&home_affairs::checkRetiredLeaders).empty());
  CHECK(FakeCheck(section)
            .beside("home_affairs.organization", organization)
            .run(&home_affairs::checkRetiredLeaders)
            .empty());
  organization.text("movements.0.category", "civil_servants")
      .text("movements.0.reason", "retired")
      .number("movements.0.people", "2");
  const auto found =
      FakeCheck(section).beside("home_affairs.organization", organization).run(&home_affairs::checkRetiredLeaders);
  REQUIRE(found.size() == 1);
  CHECK(found[0].places == std::vector<std::string>{"appointments.4.public_employees"});
  CHECK(found[0].arguments.at("retired") == "0");
  organization.text("movements.1.category", "public_employees")
      .text("movements.1.reason", "retired")
      .number("movements.1.people", "6");
  CHECK(FakeCheck(section)
            .beside("home_affairs.organization", organization)
            .run(&home_affairs::checkRetiredLeaders)
            .empty());
}

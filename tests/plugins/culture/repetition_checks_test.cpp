#include "plugins/culture/repetition_checks.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::culture;
using cchc::test::FakeCheck;
using cchc::test::FakeSection;

TEST_CASE("an application listed twice in other words is pointed out, in another sector too", "[culture]") {
  FakeSection section;
  section.text("platforms.0.name", "Hệ thống phần mềm quản lý hộ tịch").text("platforms.1.name", "Lý lịch tư pháp");
  section.text("platforms.2.name", "PHẦN MỀM  QUẢN LÝ HỘ TỊCH");
  const auto findings = FakeCheck(section).run(&checkRepeatedPlatforms);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "culture.repeated-platform");
  CHECK(findings[0].severity == plugin::Severity::warning);
  CHECK(findings[0].places == std::vector<std::string>{"platforms.2.name", "platforms.0.name"});
  CHECK(findings[0].arguments.at("name") == "PHẦN MỀM  QUẢN LÝ HỘ TỊCH");
  CHECK(findings[0].arguments.at("other") == "Hệ thống phần mềm quản lý hộ tịch");
}

TEST_CASE("applications that only begin alike are not one", "[culture]") {
  FakeSection section;
  section.text("platforms.0.name", "Hệ thống quản lý ngân sách")
      .text("platforms.1.name", "Hệ thống cấp mã số quan hệ ngân sách");
  section.text("platforms.2.name", "Hệ thống");
  CHECK(FakeCheck(section).run(&checkRepeatedPlatforms).empty());
}

TEST_CASE("the kind of system, case and marks do not tell applications apart", "[culture]") {
  CHECK(systemKey("Nền tảng Học tập số") == systemKey("hệ thống phần mềm HOC TAP SO"));
  CHECK(systemKey("Phần mềm") == "phan mem");
}

TEST_CASE("a unit on two rows of the mail accounts is pointed out", "[culture]") {
  FakeSection section;
  section.text("mail_units.0.unit_name", "UBND xã Thái Học").text("mail_units.1.unit_name", "Phòng Nội vụ");
  section.text("mail_units.2.unit_name", "Ủy ban nhân dân xã Thái Học");
  const auto findings = FakeCheck(section).run(&checkRepeatedUnits);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "culture.repeated-unit");
  CHECK(findings[0].arguments.at("first") == "1");
  CHECK(findings[0].arguments.at("later") == "3");
}

TEST_CASE("units with one row each, and rows without a name, are silent", "[culture]") {
  FakeSection section;
  section.text("mail_units.0.unit_name", "UBND xã Thái Học").text("mail_units.1.unit_name", "UBND xã Thái Hòa");
  section.number("mail_units.2.accounts", "5").number("mail_units.3.accounts", "6");
  CHECK(FakeCheck(section).run(&checkRepeatedUnits).empty());
}

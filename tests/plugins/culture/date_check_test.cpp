#include "plugins/culture/date_check.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::culture;
using cchc::test::Cited;
using cchc::test::FakeCheck;
using cchc::test::FakeSection;

namespace {

Cited plan(std::string number, plugin::CalendarDate date) {
  return {.type = "KH", .number = std::move(number), .title = "", .date = date};
}

}  // namespace

TEST_CASE("a document dated otherwise in another section is pointed out with both dates and that section",
          "[culture]") {
  FakeSection here, there;
  here.document("documents.0.document", plan("20", {2023, 1, 18}));
  there.document("direction.0.document", plan("20", {2023, 1, 8}));
  const auto findings = FakeCheck(here).beside("finance.budget", there).run(&checkDocumentDates);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "culture.document-dates");
  CHECK(findings[0].severity == plugin::Severity::warning);
  CHECK(findings[0].places == std::vector<std::string>{"documents.0.document"});
  CHECK(findings[0].arguments.at("symbol") == "20/KH-UBND");
  CHECK(findings[0].arguments.at("date") == "18/01/2023");
  CHECK(findings[0].arguments.at("other") == "08/01/2023");
  CHECK(findings[0].arguments.at("section") == "Cải cách tài chính công");
}

TEST_CASE("a document with two dates inside the section is pointed out at both places", "[culture]") {
  FakeSection here;
  here.document("documents.0.document", plan("108", {2022, 12, 28}))
      .document("iso.maintenance", plan("108", {2022, 12, 29}));
  const auto findings = FakeCheck(here).run(&checkDocumentDates);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].places.size() == 2);
}

TEST_CASE("a document with one date everywhere is silent, also where only the month is given", "[culture]") {
  FakeSection here, there;
  here.document("documents.0.document", plan("50", {2023, 4, 3})).document("iso.maintenance", plan("50", {2023, 4, 0}));
  there.document("direction.0.document", plan("50", {2023, 4, 3}));
  CHECK(FakeCheck(here).beside("justice.institutional", there).run(&checkDocumentDates).empty());
}

TEST_CASE("one number in two years, series or issuers is two documents", "[culture]") {
  FakeSection here, there;
  auto letter = plan("23", {2023, 1, 12});
  letter.type = "CV", letter.issuerCode = "UBND-VHTT";
  auto ofProvince = plan("23", {2023, 6, 1});
  ofProvince.issuer = "UBND tỉnh Hải Dương";
  here.document("documents.0.document", plan("23", {2023, 2, 3}));
  there.document("a", plan("23", {2022, 2, 4})).document("b", letter).document("c", ofProvince);
  CHECK(FakeCheck(here).beside("home_affairs.scoring", there).run(&checkDocumentDates).empty());
}

TEST_CASE("documents without number or date are not compared", "[culture]") {
  FakeSection here, there;
  auto noNumber = plan("", {2023, 1, 1});
  noNumber.state = plugin::NumberState::missing;
  here.document("a", noNumber).document("b", plan("7", {}));
  there.document("a", plan("7", {2023, 5, 5}));
  CHECK(FakeCheck(here).beside("finance.budget", there).run(&checkDocumentDates).empty());
}

TEST_CASE("sections that are not present are passed over", "[culture]") {
  FakeSection here;
  here.document("documents.0.document", plan("20", {2023, 1, 18}));
  FakeCheck check(here);
  CHECK(check.run(&checkDocumentDates).empty());
  CHECK_FALSE(check.failed());
}

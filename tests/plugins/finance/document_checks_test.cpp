#include "plugins/finance/document_checks.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::finance;
using cchc::test::Cited;
using cchc::test::FakeCheck;
using cchc::test::FakeSection;

namespace {

Cited letter(std::string number, std::string title, plugin::CalendarDate date = {2023, 2, 14}) {
  return {
      .type = "CV", .number = std::move(number), .issuerCode = "UBND-TCKH", .title = std::move(title), .date = date};
}
Cited withoutNumber(plugin::NumberState state) {
  return {.title = "hướng dẫn công tác điều hành ngân sách năm 2023", .date = {2022, 12, 30}, .state = state};
}
std::vector<test::FakeFinding> duplicates(const FakeSection& section) {
  return FakeCheck(section).run(&checkDuplicateReferences);
}

}  // namespace

TEST_CASE("a letter whose number was left out is pointed out with its date and title", "[finance]") {
  FakeSection section;
  section.document("steering.guidance", withoutNumber(plugin::NumberState::missing));
  const auto findings = FakeCheck(section).run(&checkMissingNumbers);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "finance.number-missing");
  CHECK(findings[0].severity == plugin::Severity::warning);
  CHECK(findings[0].places == std::vector<std::string>{"steering.guidance"});
  CHECK(findings[0].arguments.at("date") == "30/12/2022");
  CHECK(findings[0].arguments.at("title") == "hướng dẫn công tác điều hành ngân sách năm 2023");
}

TEST_CASE("a number left out is found in a row of a table as well", "[finance]") {
  FakeSection section;
  section.document("recommendations.4.references", letter("48", "về việc quyết toán dự án hoàn thành"))
      .document("recommendations.4.references", withoutNumber(plugin::NumberState::missing));
  const auto findings = FakeCheck(section).run(&checkMissingNumbers);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].places == std::vector<std::string>{"recommendations.4.references"});
}

TEST_CASE("a letter that is deliberately not cited by number, or has its number, is no fault", "[finance]") {
  FakeSection section;
  section.document("steering.guidance", withoutNumber(plugin::NumberState::notCited))
      .document("audit.letter", letter("67", "về việc đôn đốc"));
  CHECK(FakeCheck(section).run(&checkMissingNumbers).empty());
}

TEST_CASE("one letter under two titles is reported once, with both titles and places", "[finance]") {
  FakeSection section;
  section
      .document("audit.letter",
                letter("67", "về việc đôn đốc thực hiện kết luận kiểm toán khu vực VI tại huyện Bình Giang"))
      .document("recommendations.4.references", letter("48", "về việc quyết toán dự án hoàn thành", {2023, 2, 6}))
      .document("recommendations.4.references",
                letter("67", "về việc đôn đốc thực hiện kết luận Kiểm toán Nhà nước khu vực VI"));
  const auto findings = duplicates(section);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "finance.duplicate-reference");
  CHECK(findings[0].severity == plugin::Severity::information);
  CHECK(findings[0].places == std::vector<std::string>{"recommendations.4.references", "audit.letter"});
  CHECK(findings[0].arguments.at("symbol") == "67/UBND-TCKH");
  CHECK(findings[0].arguments.at("date") == "14/02/2023");
  CHECK(findings[0].arguments.at("first") ==
        "về việc đôn đốc thực hiện kết luận kiểm toán khu vực VI tại huyện Bình Giang");
  CHECK(findings[0].arguments.at("title") == "về việc đôn đốc thực hiện kết luận Kiểm toán Nhà nước khu vực VI");
}

TEST_CASE("one letter cited twice with one title is no duplicate, whatever its case, spacing and opening words",
          "[finance]") {
  FakeSection section;
  section.document("audit.letter", letter("144", "về việc đẩy mạnh quyết toán dự án hoàn thành"))
      .document("recommendations.0.references", letter("144", "Đẩy mạnh  quyết toán dự án hoàn thành"));
  CHECK(duplicates(section).empty());
}

TEST_CASE("letters of other dates, numbers or issuers are other letters", "[finance]") {
  FakeSection section;
  auto ofProvince = letter("12", "về việc thu hồi");
  ofProvince.issuer = "UBND tỉnh Hải Dương";
  section.document("a", letter("12", "về việc rà soát")).document("b", letter("12", "về việc nộp trả", {2023, 2, 15}));
  section.document("c", letter("13", "về việc đối chiếu")).document("d", ofProvince);
  CHECK(duplicates(section).empty());
}

TEST_CASE("a leading zero and the long form of the issuer do not hide a duplicate", "[finance]") {
  FakeSection section;
  auto padded = letter("09", "về việc công khai quyết toán", {2022, 3, 1});
  padded.issuer = "Ủy ban nhân dân huyện Bình Giang";
  section.document("a", letter("9", "về việc công khai dự toán", {2022, 3, 1})).document("b", padded);
  CHECK(duplicates(section).size() == 1);
}

TEST_CASE("letters without a number, a date or a title are not compared", "[finance]") {
  FakeSection section;
  section.document("a", withoutNumber(plugin::NumberState::missing))
      .document("b", withoutNumber(plugin::NumberState::missing));
  section.document("c", letter("7", "về việc thứ nhất", {})).document("d", letter("7", "về việc thứ hai", {}));
  section.document("e", letter("8", "về việc thứ ba")).document("f", letter("8", ""));
  CHECK(duplicates(section).empty());
}

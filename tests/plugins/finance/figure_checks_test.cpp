#include "plugins/finance/figure_checks.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::finance;
using cchc::test::FakeCheck;
using cchc::test::FakeSection;

namespace {

FakeSection revenue(std::string_view actual, std::string_view ownRate) {
  FakeSection section;
  section.number("revenue.target", "387425000000").number("revenue.actual", actual).number("revenue.rate", "45.8");
  section.number("revenue.own_rate", ownRate).denominator("revenue.own_rate", plugin::DenominatorState::unknown);
  return section;
}
std::vector<test::FakeFinding> baseless(const FakeSection& section) {
  return FakeCheck(section).run(&checkRatesWithoutBase);
}

}  // namespace

TEST_CASE("a rate whose plan is not stated is pointed out with the plan that it implies", "[finance]") {
  const auto findings = baseless(revenue("177357000000", "39.8"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "finance.rate-without-base");
  CHECK(findings[0].severity == plugin::Severity::warning);
  CHECK(findings[0].places == std::vector<std::string>{"revenue.own_rate"});
  CHECK(findings[0].arguments.at("rate") == "39,8%");
  CHECK(findings[0].arguments.at("actual") == "177 tỷ 357 triệu đồng");
  CHECK(findings[0].arguments.at("implied") == "445,6 tỷ đồng");
}

TEST_CASE("other figures with the same fault imply their own plan", "[finance]") {
  const auto findings = baseless(revenue("90000000000", "72"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].arguments.at("implied") == "125,0 tỷ đồng");
}

TEST_CASE("a rate is silent once its plan is entered", "[finance]") {
  CHECK(baseless(revenue("177357000000", "39.8").number("revenue.own_target", "445600000000")).empty());
}

TEST_CASE("a rate of which nothing arose to measure against is silent", "[finance]") {
  CHECK(baseless(revenue("177357000000", "39.8").denominator("revenue.own_rate", plugin::DenominatorState::noneArose))
            .empty());
}

TEST_CASE("a rate without plan and without actual figure is pointed out, with nothing implied", "[finance]") {
  FakeSection section;
  section.number("revenue.own_rate", "39.8");
  const auto findings = baseless(section);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].arguments.at("implied") == "…");
}

TEST_CASE("a rate of nothing implies no plan", "[finance]") {
  const auto findings = baseless(revenue("177357000000", "0"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].arguments.at("implied") == "…");
}

TEST_CASE("the rate against the province's target needs that target too", "[finance]") {
  FakeSection section;
  section.number("revenue.actual", "50000000000").number("revenue.rate", "25");
  const auto findings = baseless(section);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].places == std::vector<std::string>{"revenue.rate"});
  CHECK(findings[0].arguments.at("implied") == "200,0 tỷ đồng");
}

TEST_CASE("an amount below a thousand million is told in millions", "[finance]") {
  CHECK(roughAmount(plugin::Decimal(87'450'000), plugin::vi) == "87,5 triệu đồng");
}

TEST_CASE("a project on two rows of one source is pointed out", "[finance]") {
  FakeSection section;
  section.text("treasury.0.project", "Đường huyện 394").text("treasury.0.source", "land");
  section.text("treasury.1.project", "Trường THCS Vũ Hữu").text("treasury.1.source", "land");
  section.text("treasury.2.project", "đường  huyện 394").text("treasury.2.source", "land");
  const auto findings = FakeCheck(section).run(&checkRepeatedProjects);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "finance.repeated-project");
  CHECK(findings[0].places == std::vector<std::string>{"treasury.2.project", "treasury.0.project"});
  CHECK(findings[0].arguments.at("first") == "1");
  CHECK(findings[0].arguments.at("later") == "3");
}

TEST_CASE("a project paid from two sources has a row for each", "[finance]") {
  FakeSection section;
  section.text("treasury.0.project", "Đường huyện 394").text("treasury.0.source", "land");
  section.text("treasury.1.project", "Đường huyện 394").text("treasury.1.source", "centralised");
  CHECK(FakeCheck(section).run(&checkRepeatedProjects).empty());
}

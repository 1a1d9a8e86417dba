// Sums over child units, compared with another period.
#include "tests/core/consolidation/past.h"
#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string compares = " compare=\"same-period-last-year\"";

FormPointer communes() {
  return definition(
      group(field("online", "type=\"integer\" unit=\"hồ sơ\" basis=\"cumulative\" aggregate=\"sum\"" + compares) +
            field("direct", "type=\"integer\" basis=\"cumulative\" aggregate=\"sum\"" + compares) +
            field("pending", "type=\"integer\" basis=\"as-at\" aggregate=\"sum\"" + compares) +
            field("rate", "type=\"rate\" decimals=\"1\"" + compares,
                  "<numerator>online</numerator><denominator>online + direct</denominator>") +
            field("note", "type=\"integer\" aggregate=\"sum\"")),
      "office.commune", "place=\"I\"");
}

// The district in 2026 over A, B, C and D, of which B was made of B1 and B2 on 1 July 2025 and C of a part of C1.
struct District {
  FormPointer form = communes();
  Round round;
  District() {
    round.form(form);
    round.input.period = aPeriod("2026-6T", "2026-01-01", "2026-06-30");
    round.input.period.lastYear = PeriodId("2025-6T");
    round.period(aPeriod("2025-6T", "2025-01-01", "2025-06-30")).period(round.input.period);
    const auto known = planUnits({}, {aUnit("A"), aUnit("B1"), aUnit("B2"), aUnit("C1"), aUnit("D")});
    auto plan = planUnits(known.after, {aUnit("B", "2025-07-01", "", "B1 B2"), aUnit("C", "2025-07-01", "", "C1*")});
    round.input.units = std::make_shared<const UnitHistory>(std::move(plan.after));
    for (const auto* unit : {"A", "B", "C", "D"}) round.below(unit).assign("office.commune", unit);
  }
  Section section(const std::string& online, const std::string& direct) const {
    Section section(form);
    section.with("online", online).with("direct", direct);
    return section;
  }
};

// "kind value change n/m: display"
std::string shown(const Told& told, const std::string& field) {
  std::string text;
  for (const auto& one : indicator(told.ofChildren("office.commune"), field).comparisons) {
    text += one.period.value + " " + (one.notComparable ? "-" : encodeValue(one.value)) + " " + one.change + " " +
            std::to_string(one.reported) + "/" + std::to_string(one.expected) + (one.regrouped ? " regrouped" : "");
  }
  return text;
}

}  // namespace

TEST_CASE("a sum is compared over the units that have the figure in both periods", "[comparing]") {
  District district;
  auto& round = district.round;
  round.received("A", district.section("30", "10"), {.asContribution = true});
  round.received("B", district.section("60", "20"), {.asContribution = true});
  round.received("C", district.section("1000", "1000"));
  round.receivedFor("2025-6T", "A", district.section("20", "20"));
  round.receivedFor("2025-6T", "B1", district.section("15", "15"))
      .receivedFor("2025-6T", "B2", district.section("10", "5"));
  round.receivedFor("2025-6T", "C1", district.section("7", "7"))
      .receivedFor("2025-6T", "D", district.section("1", "1"));
  const auto told = round.told();
  CHECK(valueOf(told.ofChildren("office.commune"), "online") == "1090");
  CHECK(shown(told, "online") == "2025-6T 45 100 2/4 regrouped");
  CHECK(shown(told, "rate") == "2025-6T 52.9 41.78 2/4 regrouped");
  CHECK(indicator(told.ofChildren("office.commune"), "online").comparisons[0].display ==
        "45 hồ sơ (2/4 đơn vị có số liệu cả hai kỳ; tính theo đơn vị hành chính sau sắp xếp)");
  REQUIRE(codesOf(told.findings) == std::vector<std::string>{"core.comparison-sums"});
  CHECK(told.findings[0].severity == Severity::information);
  CHECK(told.findings[0].viWhat.find("đơn vị C1 (C1) được chia") != std::string::npos);
}

TEST_CASE("a rate over figures of different units is not compared", "[comparing]") {
  District district;
  auto& round = district.round;
  round.received("A", district.section("30", "10")).received("D", district.section("30", "10"));
  round.receivedFor("2025-6T", "A", district.section("20", "20"));
  round.receivedFor("2025-6T", "D", Section(district.form).with("online", "1"));
  const auto told = round.told();
  CHECK(shown(told, "online") == "2025-6T 21 185.71 2/4");
  CHECK(shown(told, "direct") == "2025-6T 20 -50 1/4");
  // No count of units is stated, since "0/4" would say that no unit has the figure.
  CHECK(shown(told, "rate") == "2025-6T -  0/0");
}

TEST_CASE("sums over unlike spans are not compared, but stocks are", "[comparing]") {
  District district;
  auto& round = district.round;
  round.input.period.span = PeriodSpan::inPeriod;
  round.received("A", district.section("30", "10").with("pending", "4"));
  round.receivedFor("2025-6T", "A", district.section("20", "20").with("pending", "5"));
  const auto told = round.told();
  CHECK(shown(told, "online") == "2025-6T -  0/4");
  CHECK(shown(told, "pending") == "2025-6T 5 -20 1/4");
  CHECK(codesOf(told.findings) == std::vector<std::string>{"core.comparison-unlike"});
}

TEST_CASE("sums are compared with a period that its parts make up", "[comparing]") {
  District district;
  auto& round = district.round;
  round.period(aPeriod("2025-Q1", "2025-01-01", "2025-03-31"))
      .period(aPeriod("2025-Q2", "2025-04-01", "2025-06-30", PeriodSpan::inPeriod));
  round.received("A", district.section("30", "10").with("pending", "4"));
  round.received("D", district.section("3", "1"));
  round.receivedFor("2025-Q1", "A", district.section("8", "1").with("pending", "9"));
  round.receivedFor("2025-Q2", "A", district.section("2", "4").with("pending", "5"));
  round.receivedFor("2025-6T", "D", district.section("5", "1"));
  const auto told = round.told();
  CHECK(shown(told, "online") == "2025-6T 15 120 2/4");
  CHECK(shown(told, "pending") == "2025-6T 5 -20 1/4");
}

TEST_CASE("where no unit reported for the other period, sums are not compared", "[comparing]") {
  District district;
  district.round.received("A", district.section("30", "10"));
  const auto told = district.round.told();
  CHECK(shown(told, "online").empty());
  CHECK(told.findings.empty());
}

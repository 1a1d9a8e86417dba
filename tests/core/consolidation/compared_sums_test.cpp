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

TEST_CASE("a rate is compared over the units that have all of its parts in both periods", "[comparing]") {
  District district;
  auto& round = district.round;
  round.received("A", district.section("30", "10")).received("D", district.section("30", "10"));
  round.receivedFor("2025-6T", "A", district.section("20", "20"));
  round.receivedFor("2025-6T", "D", Section(district.form).with("online", "1"));
  const auto told = round.told();
  CHECK(shown(told, "online") == "2025-6T 21 185.71 2/4");
  CHECK(shown(told, "direct") == "2025-6T 20 -50 1/4");
  // A alone: 20 of 40 then, 30 of 40 now.
  CHECK(shown(told, "rate") == "2025-6T 50.0 50 1/4");
}

namespace {

// A table with fixed rows, whose cells are added over units; a total over it, one cell, and the growth of a sum.
FormPointer tables() {
  return definition(
      group(field("flow", "type=\"integer\" basis=\"cumulative\" aggregate=\"sum\"" + compares) +
            field("total", "type=\"integer\"" + compares, "<formula>sum(kinds.count)</formula>") +
            field("roads", "type=\"integer\"" + compares, "<formula>kinds[roads].count * 2</formula>") +
            field("known", "type=\"integer\"" + compares, "<formula>sum_known(flow, extra)</formula>") +
            field("extra", "type=\"integer\" basis=\"cumulative\" aggregate=\"sum\"") +
            field("growth", "type=\"integer\"" + compares, "<formula>flow - last_year(flow)</formula>") +
            field("score", "type=\"integer\"") +
            field("scored", "type=\"integer\" aggregate=\"computed\"" + compares,
                  "<formula>sum_known(flow, score)</formula>") +
            "<table id=\"kinds\" fixed-rows=\"yes\" aggregate=\"by-row\"><title vi=\"Loại\"/>"
            "<column id=\"count\" type=\"integer\" basis=\"cumulative\" aggregate=\"sum\"><label vi=\"Số\"/></column>"
            "<fixed-row id=\"roads\" vi=\"Đường\"/><fixed-row id=\"schools\" vi=\"Trường\"/></table>"),
      "office.commune", "place=\"I\"");
}

}  // namespace

TEST_CASE("totals over the cells of fixed rows are compared over the units that have all of them", "[comparing]") {
  District district;
  district.form = tables();
  auto& round = district.round;
  round.input.definitions.clear();
  round.form(district.form);
  const auto section = [&](const std::string& roads, const std::string& schools) {
    Section section(district.form);
    section.row("kinds", "roads", {{"count", roads}}).row("kinds", "schools", {{"count", schools}});
    return section.with("flow", "10");
  };
  round.received("A", section("3", "4"), {.asContribution = true}).received("B", section("5", "5"));
  round.received("D", section("7", "9"));
  round.receivedFor("2025-6T", "A", section("1", "4")).receivedFor("2025-6T", "D", section("2", ""));
  round.receivedFor("2025-6T", "B1", section("2", "1")).receivedFor("2025-6T", "B2", section("1", "1"));
  const auto told = round.told();
  const auto group = told.ofChildren("office.commune");
  CHECK(valueOf(group, "total") == "33");
  CHECK(shown(told, "total") == "2025-6T 10 70 2/4 regrouped");   // A 5, B 5; now 7 and 10
  CHECK(shown(told, "roads") == "2025-6T 12 150 3/4 regrouped");  // twice 1, 3 and 2; now 3, 5 and 7
  CHECK(shown(told, "known") == "2025-6T 40 -25 3/4 regrouped");  // without what none of them has
  // What is not added is named.
  CHECK(shown(told, "scored") == "2025-6T -  0/0");
  CHECK(codesOf(told.findings) ==
        std::vector<std::string>{"core.comparison-total-elsewhere", "core.comparison-total-parts"});
  CHECK(told.findings[1].place == Place::ofField("scored"));
  CHECK(told.findings[1].viWhat.find("score") != std::string::npos);
}

TEST_CASE("formulas of sums read the compared sum only if it is of the same units", "[comparing]") {
  for (const bool all : {true, false}) {
    INFO(all);
    District district;
    district.form = tables();
    auto& round = district.round;
    round.input.definitions.clear();
    round.form(district.form);
    const auto flow = [&](const std::string& figure) { return Section(district.form).with("flow", figure); };
    round.received("A", flow("30")).received("D", flow("12"), {.asContribution = true});
    round.receivedFor("2025-6T", "A", flow("20"));
    if (all) round.receivedFor("2025-6T", "D", flow("2"));
    const auto group = round.told().ofChildren("office.commune");
    CHECK(has(group, "growth") == all);
    if (all) CHECK(valueOf(group, "growth") == "20");
  }
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

// Which sections of which units and periods a section is compared with.
#include "tests/core/consolidation/past.h"

using namespace cchc;
using namespace cchc::test;

namespace {

using Texts = std::vector<std::string>;
constexpr auto inPeriod = PeriodSpan::inPeriod;

std::shared_ptr<const CompiledDefinition> form() {
  return definition(group(field("n", "type=\"integer\" basis=\"cumulative\"")));
}
Section any() { return Section(form()).with("n", "1"); }

// Old communes 10 to 14 end on 30/6/2025; 10 (the new holder) is made of 10, 11 and a part of 12, 13 of 13 and 14.
Past merged() {
  Past past(form());
  past.units({aUnit("10"), aUnit("11"), aUnit("12"), aUnit("13"), aUnit("14"), aUnit("20")});
  past.units(
      {aUnit("10", "2025-07-01", "", "10 11 12*"), aUnit("13", "2025-07-01", "", "13 14"), aUnit("15", "2025-07-01")});
  past.period(aPeriod("2025-Q1", "2025-01-01", "2025-03-31")).period(aPeriod("2026-Q1", "2026-01-01", "2026-03-31"));
  past.period(aPeriod("2025-6T", "2025-01-01", "2025-06-30"))
      .period(aPeriod("2025-Q3", "2025-07-01", "2025-09-30", inPeriod))
      .period(aPeriod("2025-9T", "2025-01-01", "2025-09-30"))
      .period(aPeriod("2026-9T", "2026-01-01", "2026-09-30"));
  return past;
}

// "10 2025-6T, 11 2025-6T | 10@2025-07-01 2025-Q3"
std::string planned(const ComparisonPlan& plan) {
  std::string text;
  for (const auto& span : plan.spans) {
    text += text.empty() ? "" : " | ";
    for (const auto& unit : span.units) {
      text += &unit == &span.units.front() ? "" : ", ";
      text += unit.unit.value;
      for (const auto& period : unit.periods) text += " " + period.value;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a unit that did not change is compared with its own section, or with nothing", "[comparing]") {
  auto past = merged();
  CHECK(past.plan("20", "2026-Q1", "2025-Q1") == ComparisonPlan());
  past.reported("20", "2025-Q1", any());
  const auto plan = past.plan("20", "2026-Q1", "2025-Q1");
  CHECK(planned(plan) == "20 2025-Q1");
  CHECK_FALSE(plan.regrouped);
}

TEST_CASE("whole predecessors are added, and one without a section is named", "[comparing]") {
  auto past = merged();
  past.reported("13", "2025-Q1", any());
  const auto unit = "13@2025-07-01";
  CHECK(reasonsOf(past.plan(unit, "2026-Q1", "2025-Q1").reasons) == Texts{"core.comparison-missing 14"});
  past.reported("14", "2025-Q1", any());
  const auto plan = past.plan(unit, "2026-Q1", "2025-Q1");
  CHECK(planned(plan) == "13 2025-Q1, 14 2025-Q1");
  CHECK(plan.regrouped);
}

TEST_CASE("a unit that was split, or of which nobody says what it was made of, is named", "[comparing]") {
  auto past = merged();
  past.reported("10", "2025-Q1", any()).reported("11", "2025-Q1", any()).reported("12", "2025-Q1", any());
  CHECK(reasonsOf(past.plan("10@2025-07-01", "2026-Q1", "2025-Q1").reasons) == Texts{"core.comparison-split 12"});
  CHECK(reasonsOf(past.plan("15", "2026-Q1", "2025-Q1").reasons) == Texts{"core.comparison-unstated 15"});
  CHECK(past.plan("15", "2026-Q1", "2025-Q1").spans.empty());
}

TEST_CASE("a span across a change is cut there, and each piece is filled by those who were there", "[comparing]") {
  auto past = merged();
  const auto unit = "13@2025-07-01";
  // Its own section of the whole span says nothing of who is in it.
  past.reported(unit, "2025-9T", any()).reported("13", "2025-6T", any()).reported("14", "2025-6T", any());
  CHECK(reasonsOf(past.plan(unit, "2026-9T", "2025-9T").reasons) ==
        Texts{"core.comparison-days 13 01/7/2025 30/9/2025"});
  past.reported(unit, "2025-Q3", any());
  CHECK(planned(past.plan(unit, "2026-9T", "2025-9T")) == "13 2025-6T, 14 2025-6T | 13@2025-07-01 2025-Q3");
}

TEST_CASE("days that nobody reported are named, with the unit", "[comparing]") {
  Past past(form());
  past.units({aUnit("13"), aUnit("14")});
  past.units({aUnit("13", "2025-07-01", "", "13 14")});
  past.period(aPeriod("2025-6T", "2024-12-15", "2025-06-14"))
      .period(aPeriod("2025-Q3", "2025-06-15", "2025-09-14", inPeriod))
      .period(aPeriod("2025-9T", "2024-12-15", "2025-09-14"))
      .period(aPeriod("2026-9T", "2025-12-15", "2026-09-14"));
  past.reported("13", "2025-6T", any()).reported("14", "2025-6T", any()).reported("13@2025-07-01", "2025-Q3", any());
  CHECK(reasonsOf(past.plan("13@2025-07-01", "2026-9T", "2025-9T").reasons) ==
        Texts{"core.comparison-days 13 15/6/2025 30/6/2025", "core.comparison-days 14 15/6/2025 30/6/2025",
              "core.comparison-days 13 01/7/2025 14/9/2025"});
}

TEST_CASE("sections that follow one another make up a period, but not cumulative ones", "[comparing]") {
  auto past = merged();
  past.period(aPeriod("2025-Q2", "2025-04-01", "2025-06-30", inPeriod));
  past.reported("20", "2025-Q1", any()).reported("20", "2025-Q3", any());
  CHECK(reasonsOf(past.plan("20", "2026-9T", "2025-9T").reasons) ==
        Texts{"core.comparison-days 20 01/4/2025 30/6/2025"});
  past.reported("20", "2025-Q2", any());
  CHECK(planned(past.plan("20", "2026-9T", "2025-9T")) == "20 2025-Q1 2025-Q2 2025-Q3");
  past.reported("20", "2025-6T", any());
  CHECK(planned(past.plan("20", "2026-9T", "2025-9T")) == "20 2025-6T 2025-Q3");

  Past cumulative(form());
  cumulative.units({aUnit("20")});
  cumulative.period(aPeriod("2025-6T", "2025-01-01", "2025-06-30"))
      .period(aPeriod("2025-Q3", "2025-07-01", "2025-09-30"))
      .period(aPeriod("2025-9T", "2025-01-01", "2025-09-30"))
      .period(aPeriod("2026-9T", "2026-01-01", "2026-09-30"));
  cumulative.reported("20", "2025-6T", any()).reported("20", "2025-Q3", any());
  CHECK(reasonsOf(cumulative.plan("20", "2026-9T", "2025-9T").reasons) == Texts{"core.comparison-span 20"});
}

TEST_CASE("a cumulative section of a unit that began with it is of its own days alone", "[comparing]") {
  Past past(form());
  past.units({aUnit("13"), aUnit("14")});
  past.units({aUnit("13", "2025-07-01", "", "13 14")});
  past.period(aPeriod("2025-6T", "2025-01-01", "2025-06-30"))
      .period(aPeriod("2025-Q3", "2025-07-01", "2025-09-30"))
      .period(aPeriod("2025-9T", "2025-01-01", "2025-09-30"))
      .period(aPeriod("2026-9T", "2026-01-01", "2026-09-30"));
  past.reported("13", "2025-6T", any()).reported("14", "2025-6T", any()).reported("13@2025-07-01", "2025-Q3", any());
  CHECK(planned(past.plan("13@2025-07-01", "2026-9T", "2025-9T")) == "13 2025-6T, 14 2025-6T | 13@2025-07-01 2025-Q3");
}

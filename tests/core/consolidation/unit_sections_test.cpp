// What a section that is being edited sees of the others around it.
#include "core/consolidation/unit_sections.h"

#include <catch2/catch.hpp>

#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

FormPointer form(const std::string& id) {
  return definition(group(field("n", "type=\"integer\" aggregate=\"sum\"")), id);
}
std::string figureOf(const SectionView& view) { return encodeValue(view.evaluation->fields[0].value()); }

}  // namespace

TEST_CASE("the sections around the one that is edited are the unit's own and the sums below it", "[consolidation]") {
  const auto own = form("a.own"), commune = form("b.commune"), absent = form("c.absent");
  Round round;
  for (const auto& one : {own, commune, absent}) round.form(one);
  round.below("A").below("B").below("C");
  for (const auto* unit : {"A", "B", "C"}) round.assign("b.commune", unit);
  round.received("296", Section(own).with("n", "5"));
  round.received("A", Section(commune).with("n", "10")).received("B", Section(commune));
  const auto around = UnitSections::read(round.input, round.source());
  REQUIRE(around);
  REQUIRE((*around)->section(DefinitionId("a.own")) != nullptr);
  CHECK(figureOf(*(*around)->section(DefinitionId("a.own"))) == "5");
  CHECK((*around)->section(DefinitionId("b.commune")) == nullptr);
  CHECK((*around)->section(DefinitionId("c.absent")) == nullptr);
  const auto* sums = (*around)->children(DefinitionId("b.commune"));
  REQUIRE(sums != nullptr);
  CHECK(figureOf(sums->section) == "10");
  CHECK(sums->reporting == 2);
  CHECK(sums->expected == 3);
  CHECK(sums->reported == std::vector<int>{1});
  CHECK((*around)->children(DefinitionId("a.own")) == nullptr);
  CHECK((*around)->input().period.id == PeriodId("2023-8T"));
}

TEST_CASE("where nothing has come in yet the sums are there with none of the units", "[consolidation]") {
  const auto commune = form("b.commune");
  Round round;
  round.form(commune).below("A").assign("b.commune", "A");
  const auto around = UnitSections::read(round.input, round.source());
  REQUIRE(around);
  const auto* sums = (*around)->children(DefinitionId("b.commune"));
  REQUIRE(sums != nullptr);
  CHECK(sums->reporting == 0);
  CHECK(sums->expected == 1);
  CHECK(figureOf(sums->section).empty());
}

TEST_CASE("a source that fails is told to whoever reads the sections", "[consolidation]") {
  Round round;
  round.form(form("a.own"));
  round.failsAt = "a.own";
  const auto around = UnitSections::read(round.input, round.source());
  REQUIRE_FALSE(around);
  CHECK(around.error().code == "test.source");
}

TEST_CASE("the findings of one section are those that the report has for it", "[consolidation]") {
  const auto own =
      definition(group(field("n", "type=\"integer\"")) +
                     "<rule id=\"sum\" severity=\"warning\" place=\"n\"><left>n</left><operator>=</operator>"
                     "<right>children(b.commune/n)</right><message vi=\"khác\"/><fix vi=\"Sửa\"/></rule>",
                 "a.own");
  const auto commune = form("b.commune"), other = form("c.other");
  Round round;
  for (const auto& one : {own, commune, other}) round.form(one);
  round.below("A").assign("b.commune", "A");
  round.received("296", Section(own).with("n", "5")).received("296", Section(other).with("n", "1"));
  round.received("A", Section(commune).with("n", "4"));
  round.checks = [](const SectionKey& key, const SectionView&, const Surroundings& around) {
    return std::vector<Finding>{makeFinding("test.sections", Severity::information, key, "",
                                            {{"count", std::to_string(around.sections().size())}})};
  };
  std::vector<Finding> expected;
  for (const auto& finding : round.told().findings) {
    if (finding.section.definition.value == "a.own") expected.push_back(finding);
  }
  REQUIRE(codesOf(expected) == std::vector<std::string>{"a.own.sum", "test.sections"});
  const auto around = UnitSections::read(round.input, round.source());
  REQUIRE(around);
  CHECK((*around)->findings(DefinitionId("a.own"), round.checks) == expected);
  CHECK((*around)->findings(DefinitionId("b.commune"), round.checks).empty());
  CHECK((*around)->sections().size() == 2);

  // Without the sums that the rule compares with, it is not held.
  round.input.sums = std::set<DefinitionId>{};
  const auto without = UnitSections::read(round.input, round.source());
  REQUIRE(without);
  CHECK((*without)->children(DefinitionId("b.commune")) == nullptr);
  CHECK(codesOf((*without)->findings(DefinitionId("a.own"), round.checks)) ==
        std::vector<std::string>{"test.sections"});
}

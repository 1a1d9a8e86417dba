// The annex: a row for each direct child unit, of the indicators that are marked for it.
#include <catch2/catch.hpp>

#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

FormPointer communeForm() {
  return definition(
      group(field("online", "type=\"integer\" code=\"X.1\" unit=\"hồ sơ\" aggregate=\"sum\" annex=\"yes\"") +
            field("direct", "type=\"integer\" aggregate=\"sum\"") +
            field("rate", "type=\"rate\" code=\"X.2\" decimals=\"2\" annex=\"yes\"",
                  "<numerator>online</numerator><denominator>online + direct</denominator>") +
            field("posts", "type=\"integer\" annex=\"yes\"") + field("head", "type=\"text\" annex=\"yes\"")),
      "office.commune");
}

struct Communes {
  FormPointer form = communeForm();
  Round round;
  explicit Communes(const std::vector<std::string>& units) {
    round.form(form);
    for (const auto& unit : units) below(unit, "296");
  }
  void below(const std::string& unit, const std::string& parent) {
    round.below(unit, parent).assign("office.commune", unit);
  }
  void received(const std::string& unit, const std::string& online, const std::string& direct,
                const std::string& posts = "", bool asContribution = false) {
    round.received(unit, Section(form).with("online", online).with("direct", direct).with("posts", posts),
                   {asContribution, true, {}});
  }
};

std::string line(const std::vector<std::optional<Decimal>>& values) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : " ") + (value ? value->toText() : std::string("-"));
  return text;
}
// "xã A: 10 66.67 -"
std::vector<std::string> rowsOf(const Annex& annex) {
  std::vector<std::string> rows;
  for (const auto& row : annex.rows) rows.push_back(row.unitName + ": " + line(row.values));
  return rows;
}

}  // namespace

TEST_CASE("the annex has the numeric indicators that are marked for it", "[consolidation][annex]") {
  Communes communes({"A"});
  communes.received("A", "10", "5");
  const auto told = communes.round.told();
  REQUIRE(told.annexes.size() == 1);
  const auto& annex = told.annexes[0];
  CHECK(annex.definition == DefinitionId("office.commune"));
  CHECK(annex.title == "Mẫu office.commune");
  REQUIRE(annex.columns.size() == 3);
  CHECK(annex.columns[0].id == "online");
  CHECK(annex.columns[0].code == "X.1");
  CHECK(annex.columns[0].label == "online");
  CHECK(annex.columns[0].unit == "hồ sơ");
  CHECK(annex.columns[1].id == "rate");
  CHECK(annex.columns[1].type == FieldType::rate);
  CHECK(annex.columns[2].id == "posts");
}

TEST_CASE("each child unit that is in has a row in the order of codes, and the totals stand below",
          "[consolidation][annex]") {
  Communes communes({"C", "A", "B", "D"});
  communes.received("C", "0", "5");
  communes.received("B", "10", "5", "3");
  communes.received("A", "7", "");
  for (const bool backwards : {false, true}) {
    communes.round.backwards = backwards;
    const auto told = communes.round.told();
    CHECK(rowsOf(told.annexes.at(0)) == std::vector<std::string>{"xã A: 7 - -", "xã B: 10 66.67 3", "xã C: 0 0.00 -"});
    // The posts are each unit's own and have no total.
    CHECK(line(told.annexes[0].totals) == "17 62.96 -");
  }
}

TEST_CASE("a child with units below it has one row over all of them, its own section included",
          "[consolidation][annex]") {
  Communes communes({"A", "B"});
  communes.below("A1", "A");
  communes.below("A2", "A");
  communes.below("A21", "A2");
  communes.received("A", "1", "1");
  communes.received("A1", "10", "0");
  communes.received("A21", "0", "8");
  communes.received("B", "3", "1");
  const auto told = communes.round.told();
  CHECK(rowsOf(told.annexes.at(0)) == std::vector<std::string>{"xã A: 11 55.00 -", "xã B: 3 75.00 -"});
  CHECK(line(told.annexes[0].totals) == "14 58.33 -");
}

TEST_CASE("the annex is the same from what was worked out at receipt", "[consolidation][annex]") {
  const auto rows = [](bool asContribution) {
    Communes communes({"A", "B"});
    communes.below("A1", "A");
    communes.received("A1", "10", "5", "2", asContribution);
    communes.received("B", "", "5", "4", asContribution);
    return rowsOf(communes.round.told().annexes.at(0));
  };
  CHECK(rows(false) == std::vector<std::string>{"xã A: 10 66.67 -", "xã B: - - 4"});
  CHECK(rows(true) == rows(false));
}

TEST_CASE("there is no annex where nothing came in, and none of the unit's own section", "[consolidation][annex]") {
  Communes communes({"A"});
  communes.round.assign("office.commune", "296");
  communes.received("296", "1000", "1");
  CHECK(communes.round.told().annexes.empty());
  communes.received("A", "10", "5");
  CHECK(rowsOf(communes.round.told().annexes.at(0)) == std::vector<std::string>{"xã A: 10 66.67 -"});
}

TEST_CASE("a form without indicators for the annex has none", "[consolidation][annex]") {
  const auto form = definition(
      group(field("n", "type=\"integer\" aggregate=\"sum\"") + field("head", "type=\"text\" annex=\"yes\"")), "a.form");
  Round round;
  round.form(form).below("A").assign("a.form", "A").received("A", Section(form).with("n", "1").with("head", "Mẫu"));
  CHECK(round.told().annexes.empty());
}

TEST_CASE("annexes follow the report order of their forms", "[consolidation][annex]") {
  const auto of = [](const char* id) {
    return definition(group(field("n", "type=\"integer\" aggregate=\"sum\" annex=\"yes\"")), id);
  };
  const auto one = of("b.one"), two = of("a.two");
  Round round;
  round.form(one).form(two).below("A").assign("a.two", "A").assign("b.one", "A");
  round.received("A", Section(two).with("n", "2")).received("A", Section(one).with("n", "1"));
  const auto told = round.told();
  REQUIRE(told.annexes.size() == 2);
  CHECK(told.annexes[0].definition.value == "b.one");
  CHECK(told.annexes[1].definition.value == "a.two");
}

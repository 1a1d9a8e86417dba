#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "core/rules/adding/aggregator.h"
#include "core/rules/adding/contribution.h"
#include "tests/core/rules/sample_definition.h"

using namespace cchc;
using namespace cchc::test;

namespace {

std::shared_ptr<const CompiledDefinition> communeForm() {
  return compiled(field("online", "type=\"integer\" aggregate=\"sum\" qualifier=\"any\"") +
                  field("direct", "type=\"integer\" aggregate=\"sum\"") +
                  field("rate", "type=\"rate\" decimals=\"2\"",
                        "<numerator>online</numerator><denominator>online + direct</denominator>") +
                  field("procedures", "type=\"integer\" aggregate=\"same\"") +
                  field("portal", "type=\"yes-no\" aggregate=\"count-if\" aggregate-value=\"yes\"") +
                  field("paid", "type=\"money\" aggregate=\"sum\""));
}

struct Sum {
  std::shared_ptr<const CompiledDefinition> form = communeForm();
  Aggregator aggregator{form};
  void add(const SectionData& data) {
    aggregator.add(contributionOf(*form, data, evaluate(*form, data, Surroundings())));
  }
  std::string operator[](const std::string& id) {
    const auto outcome = aggregator.finish();
    return textOf(evaluate(*form, outcome.data, Surroundings()), *form, id);
  }
};

}  // namespace

TEST_CASE("sums are exact to the đồng over 11,300 units", "[rules][aggregate]") {
  Sum sum;
  const auto data = Fields(*sum.form).with("paid", "9999999999999999").data;
  for (int i = 0; i < 11300; ++i) sum.add(data);
  CHECK(sum["paid"] == "112999999999999988700");
}

TEST_CASE("a rate is computed again over the sums", "[rules][aggregate]") {
  Sum sum;
  sum.add(Fields(*sum.form).with("online", "100").with("direct", "0").data);
  sum.add(Fields(*sum.form).with("online", "0").with("direct", "100").data);
  sum.add(Fields(*sum.form).with("online", "97").with("direct", "3").data);
  CHECK(sum["rate"] == "65.67");
}

TEST_CASE("blank adds nothing and is not counted", "[rules][aggregate]") {
  Sum sum;
  sum.add(Fields(*sum.form).with("online", "5").data);
  sum.add(Fields(*sum.form).data);
  CHECK(sum["online"] == "5");
  CHECK(sum["direct"] == "");
  const auto outcome = sum.aggregator.finish();
  CHECK(outcome.reported[0] == 1);
  CHECK(outcome.reported[1] == 0);
  CHECK(outcome.reporting == 2);
}

TEST_CASE("what must be the same is named where it differs", "[rules][aggregate]") {
  Sum sum;
  sum.add(Fields(*sum.form).with("procedures", "139").data);
  sum.add(Fields(*sum.form).with("procedures", "139").data);
  CHECK(sum["procedures"] == "139");
  sum.add(Fields(*sum.form).with("procedures", "140").data);
  CHECK(sum["procedures"] == "");
  CHECK(sum.aggregator.finish().disagreeing == std::vector<std::size_t>{3});
}

TEST_CASE("yes is counted", "[rules][aggregate]") {
  Sum sum;
  for (int i = 0; i < 16; ++i) sum.add(Fields(*sum.form).with("portal", Value{i != 3}).data);
  CHECK(sum["portal"] == "15");
}

TEST_CASE("a qualifier of one part marks the sum", "[rules][aggregate]") {
  Sum sum;
  sum.add(Fields(*sum.form).with("online", "5").data);
  sum.add(Fields(*sum.form).with("online", "6", Qualifier::estimated).data);
  CHECK(sum["online"] == "{estimated}11");
  sum.add(Fields(*sum.form).with("online", "7", Qualifier::over).data);
  CHECK(sum["online"] == "{about}18");
}

TEST_CASE("the order of child units does not matter, and splitting one keeps every sum", "[rules][aggregate]") {
  std::mt19937 random(16);
  std::vector<SectionData> units;
  const auto form = communeForm();
  for (int i = 0; i < 16; ++i) {
    units.push_back(Fields(*form)
                        .with("online", std::to_string(random() % 5000))
                        .with("direct", std::to_string(random() % 100))
                        .with("paid", std::to_string(random()))
                        .data);
  }
  Sum first, second;
  for (const auto& unit : units) first.add(unit);
  std::shuffle(units.begin(), units.end(), random);
  // One section is split into two.
  auto half = units.back();
  for (const std::size_t index : {0U, 1U, 5U}) {
    const auto whole = *units.back().fields[index].number();
    const auto part = *divide(whole, Decimal(3), 0);
    half.fields[index] = Value{part};
    units.back().fields[index] = Value{*subtract(whole, part)};
  }
  units.push_back(half);
  for (const auto& unit : units) second.add(unit);
  for (const auto* id : {"online", "direct", "rate", "paid"}) CHECK(first[id] == second[id]);
}

TEST_CASE("what a unit gives to sums comes back from its text as it was", "[rules][aggregate]") {
  const auto form = communeForm();
  const auto data = Fields(*form)
                        .with("online", "45", Qualifier::over)
                        .with("paid", "9999999999999999")
                        .with("portal", Value{true})
                        .data;
  const auto given = contributionOf(*form, data, evaluate(*form, data, Surroundings()));
  const auto text = contributionText(*form, given);
  Contribution read;
  REQUIRE(readContribution(*form, text, read));
  CHECK(read.fields == given.fields);
  CHECK(read.rows == given.rows);
  CHECK(contributionText(*form, read) == text);
  SECTION("into storage that held another one") {
    const auto blank = Fields(*form).data;
    const auto none = contributionOf(*form, blank, evaluate(*form, blank, Surroundings()));
    REQUIRE(readContribution(*form, contributionText(*form, none), read));
    CHECK(read.fields == none.fields);
  }
  SECTION("a text that was cut, lengthened or changed is refused") {
    CHECK_FALSE(readContribution(*form, text.substr(0, text.size() - 1), read));
    CHECK_FALSE(readContribution(*form, text + "1\n", read));
    auto wrong = text;
    wrong.replace(wrong.find("9999"), 4, "nine");
    CHECK_FALSE(readContribution(*form, wrong, read));
  }
}

TEST_CASE("the text tells no rows from rows that are not known, as that of version 0.1 did not", "[rules][aggregate]") {
  const auto form = compiled(
      "<table id=\"docs\" aggregate=\"rows\" nothing=\"yes\"><title vi=\"Văn bản\"/>"
      "<column id=\"title\" type=\"text\"><label vi=\"Tên\"/></column></table>");
  const auto rowsOf = [&](const SectionData& data) {
    Contribution read;
    const auto given = contributionOf(*form, data, evaluate(*form, data, Surroundings()));
    REQUIRE(readContribution(*form, contributionText(*form, given), read));
    CHECK(read.rows == given.rows);
    return read.rows.front();
  };
  auto data = emptyData(form->definition());
  CHECK(rowsOf(data) == std::nullopt);
  data.tables.front().nothing = true;
  CHECK(rowsOf(data) == 0U);
  data.tables.front() = {{{"r1", {Value{}}}, {"r2", {Value{}}}}, false, {}};
  CHECK(rowsOf(data) == 2U);

  Contribution old;
  REQUIRE(form->definition().tables.size() == 2);  // and other_facts
  REQUIRE(readContribution(*form, "0\n0\n", old));
  CHECK(old.rows == std::vector<std::optional<std::size_t>>(2));
  REQUIRE(readContribution(*form, "12\n0\n", old));
  CHECK(old.rows.front() == 12U);
  CHECK_FALSE(readContribution(*form, "none\n0\n", old));
}

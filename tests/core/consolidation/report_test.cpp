// The report as it is told: places, the unit's own sections in full, who is in, who is missing, where it comes from.
#include <catch2/catch.hpp>

#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

FormPointer plainForm(const std::string& id, const std::string& attributes = "place=\"I\"") {
  return definition(group(field("n", "type=\"integer\" aggregate=\"sum\" annex=\"yes\"")), id, attributes);
}
Section filled(const FormPointer& form) { return Section(form).with("n", "1"); }

}  // namespace

TEST_CASE("the report is told from its heading to its end in the order of the outline", "[consolidation]") {
  const auto later = plainForm("a.later", "place=\"II.1\""), first = plainForm("b.first", "place=\"I\"");
  Round round;
  round.form(first).form(later).below("A").assign("a.later", "A").assign("a.later", "296").assign("b.first", "296");
  round.received("296", filled(later)).received("A", filled(later));
  const auto rule = [](const SectionKey& key, const SectionView&, const Surroundings&) {
    return std::vector<Finding>{makeFinding("test.check", Severity::warning, key, "", {})};
  };
  round.checks = rule;
  CHECK(round.told().calls == std::vector<std::string>{"heading", "begin I", "end", "begin II", "begin II.1",
                                                       "group a.later/g", "group a.later/g of children", "end", "end",
                                                       "begin III.2", "end", "annex", "missing", "provenance",
                                                       "provenance", "finding", "finding", "finish"});
}

TEST_CASE("groups of a place stand by their own order, then by the definition's, then by its id", "[consolidation]") {
  const auto two = definition("<group id=\"late\" order=\"30\"><title vi=\"a\"/>" + field("a", "type=\"integer\"") +
                                  "</group><group id=\"early\" order=\"5\"><title vi=\"b\"/>" +
                                  field("b", "type=\"integer\"") + "</group>",
                              "a.two", "place=\"I\" order=\"20\"");
  const auto second = plainForm("c.second", "place=\"I\" order=\"10\""),
             third = plainForm("b.third", "place=\"I\" order=\"10\"");
  Round round;
  for (const auto& form : {two, second, third}) round.form(form);
  round.received("296", Section(two).with("a", "1").with("b", "1"));
  round.received("296", filled(second)).received("296", filled(third));
  std::vector<std::string> order;
  for (const auto& group : round.told().groups) order.push_back(group.section.definition.value + "/" + group.id);
  CHECK(order == std::vector<std::string>{"a.two/early", "b.third/g", "c.second/g", "a.two/late"});
}

TEST_CASE("a group can stand at another place than its section", "[consolidation]") {
  const auto form = definition("<group id=\"here\"><title vi=\"a\"/>" + field("a", "type=\"integer\"") +
                                   "</group><group id=\"there\" place=\"II.1\" untitled=\"yes\"><title vi=\"b\"/>" +
                                   field("b", "type=\"integer\"") + "</group>",
                               "a.form", "place=\"I\" version=\"3\"");
  Round round;
  round.form(form).received("296", Section(form).with("a", "1").with("b", "2"));
  const auto told = round.told();
  CHECK(told.calls == std::vector<std::string>{"heading", "begin I", "group a.form/here", "end", "begin II",
                                               "begin II.1", "group a.form/there", "end", "end", "begin III.2", "end",
                                               "provenance", "finish"});
  CHECK(told.groups[1].place == "II.1");
  CHECK(told.groups[1].untitled);
  CHECK(told.groups[1].title == "b");
  CHECK(told.groups[1].version == 3);
}

TEST_CASE("the unit's own section is told in full, as it was entered and as it prints", "[consolidation]") {
  const auto form = definition(
      group(field("target", "type=\"money\" entry-unit=\"triệu\" code=\"II5.01\" basis=\"as-at\"") +
            field("share", "type=\"rate\" decimals=\"2\" code=\"II5.03\" stated=\"yes\"",
                  "<numerator>a</numerator><denominator>b</denominator>") +
            field("a", "type=\"integer\" unit=\"hồ sơ\" qualifier=\"any\"") + field("b", "type=\"integer\"") +
            field("double", "type=\"integer\"", "<formula>a + a</formula>") +
            field("owed", "type=\"text\" required=\"submit\"") + field("blank", "type=\"text\"") +
            field("has", "type=\"yes-no\"") + field("if_has", "type=\"integer\"", "<relevant>has</relevant>") +
            "<narrative id=\"p\">Chỉ tiêu {{target}}.</narrative>"),
      "finance.budget");
  Round round;
  round.form(form).received("296", Section(form)
                                       .with("target", "387425000000")
                                       .with("a", "{over}296")
                                       .with("b", "371")
                                       .with("share", "79.7")
                                       .with("has", "no")
                                       .with("if_has", "7"));
  const auto told = round.told();
  const auto& own = told.own("finance.budget");
  std::vector<std::string> ids;
  for (const auto& one : own.indicators) ids.push_back(one.id);
  CHECK(ids == std::vector<std::string>{"target", "share", "a", "b", "double", "owed", "has"});

  const auto& target = indicator(own, "target");
  CHECK(target.code == "II5.01");
  CHECK(target.unit == "đồng");
  CHECK(target.basis == "as-at");
  CHECK(target.origin == "entered");
  CHECK(target.display == "387 tỷ 425 triệu đồng");
  CHECK(encodeValue(target.value) == "387425000000");
  CHECK(target.formula.empty());
  CHECK(target.uses.empty());

  const auto& share = indicator(own, "share");
  CHECK(encodeValue(share.value) == "{over}79.78");
  CHECK(share.origin == "computed");
  CHECK(share.stated == "79.7");
  CHECK(share.unit == "%");
  CHECK(share.display == "trên 79,78%");
  CHECK(share.formula == "rate(a, b, 2)");
  CHECK(share.uses == std::vector<std::string>{"a", "b"});

  CHECK(indicator(own, "a").unit == "hồ sơ");
  CHECK(indicator(own, "double").formula == "a + a");
  CHECK(indicator(own, "double").stated.empty());
  CHECK(indicator(own, "owed").origin == "blank");
  CHECK(indicator(own, "owed").display == "…");
  REQUIRE(own.paragraphs.size() == 1);
  CHECK(own.paragraphs[0].text == "Chỉ tiêu 387 tỷ 425 triệu đồng.");
  CHECK_FALSE(own.aggregate);
}

TEST_CASE("a rate that was given without its parts says that it was given", "[consolidation]") {
  const auto form = definition(
      group(field("a", "type=\"integer\"") +
            field("rate", "type=\"rate\" decimals=\"2\"", "<numerator>a</numerator><denominator>a + a</denominator>")),
      "a.form");
  Round round;
  round.form(form).received("296", Section(form).with("rate", "97.22"));
  const auto told = round.told();
  CHECK(indicator(told.own("a.form"), "rate").origin == "given");
  CHECK(indicator(told.own("a.form"), "rate").stated.empty());
}

TEST_CASE("a table is told by its filled cells, and one declared empty says so", "[consolidation]") {
  DocumentReference plan;
  plan.type = "KH", plan.number = "04", plan.issuerCode = "UBND", plan.title = "cải cách hành chính";
  const auto form = definition(
      group(table("plans", column("doc", "type=\"document\"") + column("pages", "type=\"integer\" unit=\"trang\""),
                  "annex=\"yes\"") +
            table("capital",
                  column("plan", "type=\"money\"") +
                      "<fixed-row id=\"land\" vi=\"Đất\"/><fixed-row id=\"other\" vi=\"Khác\"/>",
                  "fixed-rows=\"yes\"") +
            table("none", column("text", "type=\"text\""), "nothing=\"yes\"") +
            table("blank", column("text", "type=\"text\""))),
      "a.form");
  Round round;
  round.form(form).received("296", Section(form)
                                       .row("plans", "r1", {{"doc", Value{Documents{plan}}}})
                                       .row("plans", "r2", {})
                                       .row("plans", "r3", {{"pages", "12"}})
                                       .row("capital", "other", {{"plan", "5"}})
                                       .nothing("none"));
  const auto tables = round.told().own("a.form").tables;
  REQUIRE(tables.size() == 3);
  CHECK(tables[0].id == "plans");
  CHECK(tables[0].title == "Bảng plans");
  CHECK(tables[0].annex);
  REQUIRE(tables[0].columns.size() == 2);
  CHECK(tables[0].columns[1].unit == "trang");
  REQUIRE(tables[0].rows.size() == 2);
  REQUIRE(tables[0].rows[0].cells.size() == 1);
  CHECK(tables[0].rows[0].cells[0].display == "Kế hoạch số 04/KH-UBND cải cách hành chính");
  CHECK(tables[0].rows[1].id == "r3");
  CHECK(tables[0].rows[1].cells[0].column == "pages");
  CHECK(tables[0].rows[1].cells[0].display == "12 trang");
  REQUIRE(tables[1].rows.size() == 1);
  CHECK(tables[1].rows[0].label == "Khác");
  CHECK(tables[1].columns[0].unit == "đồng");
  CHECK(tables[2].id == "none");
  CHECK(tables[2].nothing);
  CHECK(tables[2].rows.empty());
}

TEST_CASE("a figure is compared with the period before, with last year and with its target", "[consolidation]") {
  const auto form =
      definition(group(field("actual",
                             "type=\"money\" entry-unit=\"triệu\" target=\"target\" compare=\"previous-period "
                             "same-period-last-year\"") +
                       field("target", "type=\"money\" entry-unit=\"triệu\"")),
                 "finance.budget");
  Round round;
  round.form(form).received("296", Section(form).with("actual", "150000000").with("target", "400000000"));
  round.input.previous[DefinitionId("finance.budget")] = round.compared(Section(form).with("actual", "120000000"));
  round.input.lastYear[DefinitionId("finance.budget")] = round.compared(Section(form).with("actual", "180000000"));
  const auto told = round.told();
  const auto& comparisons = indicator(told.own("finance.budget"), "actual").comparisons;
  std::vector<std::string> lines;
  for (const auto& one : comparisons)
    lines.push_back(one.kind + " " + encodeValue(one.value) + " " + one.display + " " + one.change);
  CHECK(lines == std::vector<std::string>{"previous-period 120000000 120 triệu đồng 25",
                                          "same-period-last-year 180000000 180 triệu đồng -16.67",
                                          "target 400000000 400 triệu đồng 37.5"});
  CHECK(indicator(told.own("finance.budget"), "target").comparisons.empty());
}

TEST_CASE("a comparison that has no figure is left out, and one with zero has no percentage", "[consolidation]") {
  const auto form =
      definition(group(field("n", "type=\"integer\" compare=\"previous-period same-period-last-year\"")), "a.form");
  Round round;
  round.form(form).received("296", filled(form));
  round.input.previous[DefinitionId("a.form")] = round.compared(Section(form).with("n", "0"));
  round.input.lastYear[DefinitionId("a.form")] = round.compared(Section(form));
  const auto told = round.told();
  const auto& comparisons = indicator(told.own("a.form"), "n").comparisons;
  REQUIRE(comparisons.size() == 1);
  CHECK(comparisons[0].kind == "previous-period");
  CHECK(comparisons[0].change.empty());
}

TEST_CASE("a fact of another section is shown where it is referred to, through a chain of them too",
          "[consolidation]") {
  const auto owner = definition(group(field("n", "type=\"integer\"")), "c.owner");
  const auto middle = definition(group(field("m", "type=\"integer\"", "<reference>c.owner/n</reference>")), "b.middle");
  const auto last =
      definition(group(field("l", "type=\"integer\" stated=\"yes\"", "<reference>b.middle/m</reference>")), "a.last");
  Round round;
  for (const auto& form : {last, middle, owner}) round.form(form);
  round.received("296", Section(owner).with("n", "42"));
  round.received("296", Section(middle)).received("296", Section(last).with("l", "41"));
  const auto told = round.told();
  CHECK(valueOf(told.own("a.last"), "l") == "42");
  CHECK(indicator(told.own("a.last"), "l").origin == "referred");
  CHECK(indicator(told.own("a.last"), "l").stated == "41");
  CHECK(indicator(told.own("a.last"), "l").uses == std::vector<std::string>{"b.middle/m"});
}

TEST_CASE("a section that refers to the sum of child units says how many of them it has", "[consolidation]") {
  const auto form = plainForm("office.commune");
  const auto assessment =
      definition(group(field("communes", "type=\"integer\"", "<reference>children(office.commune/n)</reference>") +
                       field("in", "type=\"integer\"", "<formula>reported(office.commune)</formula>") +
                       field("of", "type=\"integer\"", "<formula>expected(office.commune)</formula>")),
                 "office.assessment");
  Round round;
  round.form(form).form(assessment).below("A").below("B").below("C");
  for (const auto* unit : {"A", "B", "C"}) round.assign("office.commune", unit);
  round.received("A", Section(form).with("n", "10")).received("B", Section(form));
  round.received("296", Section(assessment));
  const auto told = round.told();
  const auto& own = told.own("office.assessment");
  CHECK(valueOf(own, "communes") == "10");
  CHECK(indicator(own, "communes").reported == 1);
  CHECK(indicator(own, "communes").expected == 3);
  CHECK(valueOf(own, "in") == "2");
  CHECK(valueOf(own, "of") == "3");
}

TEST_CASE("the heading counts sections, and a reporter is in when all of its sections are", "[consolidation]") {
  const auto one = plainForm("a.one"), two = plainForm("b.two");
  Round round;
  round.form(one).form(two).below("A").below("B");
  round.assign("a.one", "296", "296.VP").assign("b.two", "296", "296.VP").assign("b.two", "A").assign("b.two", "Z");
  round.received("296", filled(one)).received("A", filled(two)).received("Z", filled(two));
  auto head = round.told().head;
  CHECK(head.unit.name == "huyện Bình Giang");
  CHECK(head.parentName == "tỉnh Hải Dương");
  CHECK(head.period.name == "8 tháng đầu năm 2023");
  CHECK(timeText(head.createdAt) == "2023-08-29T08:00:00Z");
  CHECK(head.presentSections == 2);
  CHECK(head.expectedSections == 3);
  CHECK(head.presentUnits == 1);
  CHECK(head.expectedUnits == 2);
  CHECK_FALSE(head.complete);
  round.received("296", filled(two));
  head = round.told().head;
  CHECK(head.presentSections == 3);
  CHECK(head.presentUnits == 2);
  CHECK(head.complete);
}

TEST_CASE("each section that is not in has a line with its unit, its reporter and its deadline", "[consolidation]") {
  const auto form = plainForm("b.form");
  Round round;
  round.form(form).below("A").below("B");
  round.assign("b.form", "B", "296.VP", Date{2023, 8, 30}).assign("b.form", "A").assign("b.form", "296");
  round.assign("a.unknown", "296").assign("b.form", "Z");
  round.received("A", filled(form));
  const auto absent = round.told().absent;
  REQUIRE(absent.size() == 3);
  CHECK(keyText(absent[0].section) == "a.unknown/296/2023-8T");
  CHECK(absent[0].definitionTitle == "a.unknown");
  CHECK_FALSE(absent[0].deadline);
  CHECK(keyText(absent[1].section) == "b.form/296/2023-8T");
  CHECK(absent[1].unitName == "huyện Bình Giang");
  CHECK(absent[1].reporter == "296");
  CHECK(keyText(absent[2].section) == "b.form/B/2023-8T");
  CHECK(absent[2].unitName == "xã B");
  CHECK(absent[2].definitionTitle == "Mẫu b.form");
  CHECK(absent[2].reporter == "296.VP");
  CHECK(absent[2].deadline == Date{2023, 8, 30});
}

TEST_CASE("each submission of the tree has a line on where it comes from", "[consolidation]") {
  const auto form = plainForm("a.form", "place=\"I\" version=\"2\"");
  Round round;
  round.form(form).below("A").assign("a.form", "A").assign("a.form", "296");
  round.received("A", filled(form), {true, false, {}}).received("296", filled(form)).received("Z", filled(form));
  const auto lines = round.told().sources;
  REQUIRE(lines.size() == 2);
  CHECK(keyText(lines[0].section) == "a.form/296/2023-8T");
  CHECK(lines[0].unitName == "huyện Bình Giang");
  CHECK(lines[0].reviewed);
  CHECK(keyText(lines[1].section) == "a.form/A/2023-8T");
  CHECK(lines[1].unitName == "xã A");
  CHECK(lines[1].reporter == OrgUnitId("A"));
  CHECK(lines[1].revision == 1);
  CHECK(lines[1].digest == "digest of A");
  CHECK(timeText(lines[1].submittedAt) == "2023-08-28T03:00:00Z");
  CHECK(timeText(lines[1].receivedAt) == "2023-08-28T04:00:00Z");
  CHECK(lines[1].definitionVersion == 2);
  CHECK(lines[1].definitionTitle == "Mẫu a.form");
  CHECK_FALSE(lines[1].reviewed);
}

TEST_CASE("a source or a sink that fails ends the report with its own error", "[consolidation]") {
  const auto form = plainForm("a.form");
  Round round;
  round.form(form).below("A").assign("a.form", "A").received("A", filled(form)).received("296", filled(form));
  for (const auto* call : {"heading", "begin II", "group", "end", "annex", "provenance", "finish"}) {
    INFO(call);
    Told told;
    told.failsAt = call;
    CHECK(round.refusal(told).code == "test.sink");
    CHECK(told.calls.back().starts_with(call));
  }
  round.failsAt = "a.form";
  Told nothing;
  CHECK(round.refusal(nothing).code == "test.source");
  CHECK(nothing.calls.empty());
}

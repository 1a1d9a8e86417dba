// What is not in force is left out of sums and conditions, and is neither required nor checked.
#include <catch2/catch.hpp>

#include "core/rules/adding/aggregator.h"
#include "core/rules/live_section.h"
#include "core/rules/section_findings.h"
#include "tests/support/definitions.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const SectionKey anyKey{DefinitionId("sample.form"), OrgUnitId("1"), PeriodId("2025-Q3")};
const Period quarter{PeriodId("2025-Q3"), "quý III", "", {2025, 7, 1}, {2025, 9, 30}, {}, {}, {}, {}, false};

std::shared_ptr<const CompiledDefinition> form(const std::string& inner) {
  return definition(inner, "sample.form", "place=\"I\" minor=\"1\"");
}

WithinPeriod in(std::vector<std::string> forms, std::optional<int> children = {}) {
  return WithinPeriod(quarter, {quarter.end, std::move(forms), children});
}

// `a` is always in force, `b` for wards alone, `u` is never filled in. The value of the formula in a commune: "" if it
// is unknown or absent.
std::string inCommune(const std::string& formula, const std::string& type = "integer") {
  const auto compiled =
      form(group(field("a", "type=\"integer\"") + field("b", "type=\"integer\" unit-forms=\"phường\"") +
                 field("u", "type=\"integer\"") + field("yes1", "type=\"yes-no\"") +
                 field("b_yes", "type=\"yes-no\" unit-forms=\"phường\"") +
                 field("x", "type=\"" + type + (type == "percent" ? "\" decimals=\"2\"" : "\""),
                       "<formula>" + formula + "</formula>")));
  const auto data = Section(compiled).with("a", "5").with("b", "7").with("yes1", "yes").with("b_yes", "yes").data();
  const auto evaluation = evaluate(*compiled, data, in({"xã"}, 3));
  return encodeValue(evaluation.fields.back().value());
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const auto& finding : findings) all.push_back(finding.code + " " + placeText(finding.place));
  return all;
}

std::string spansOf(const std::string& inner) {
  const auto checked = checkSpansInForce(*form(inner));
  if (checked) return "accepted";
  for (const auto language : {Language::vi, Language::en})
    CHECK(message(checked.error(), language).what.find('{') == std::string::npos);
  return checked.error().code + " " + lineAlone(checked.error().place);
}

std::string rule(const std::string& left, const std::string& op, const std::string& right,
                 const std::string& attributes = "") {
  return "\n<rule id=\"r\" severity=\"error\" " + attributes + "><left>" + left + "</left><operator>" + op +
         "</operator><right>" + right + "</right><message vi=\"M\"/><fix vi=\"F\"/></rule>";
}

}  // namespace

TEST_CASE("what is not in force is left out of sums and conditions, and what needs it has no value", "[in-force]") {
  for (const auto& [formula, value] :
       std::vector<std::pair<std::string, std::string>>{{"a + b", "5"},
                                                        {"b + a", "5"},
                                                        {"a - b", "5"},
                                                        {"b - a", ""},
                                                        {"a + (b - a)", "5"},
                                                        {"a + 2 * b", "5"},
                                                        {"a * b", ""},
                                                        {"-b", ""},
                                                        {"b + b", ""},
                                                        {"a + u + b", ""},
                                                        {"b + u", ""},
                                                        {"min(a, b)", "5"},
                                                        {"max(b, a, 9)", "9"},
                                                        {"sum_known(a, b, u)", "5"},
                                                        {"sum_known(b, u)", ""},
                                                        {"coalesce(b, a)", "5"},
                                                        {"coalesce(b, u)", ""},
                                                        {"round(b, 0)", ""},
                                                        {"abs(b)", ""},
                                                        {"if(known(b), 1, 2)", "2"},
                                                        {"if(b > 0, 1, 2)", ""},
                                                        {"if(b > 0 or a > 0, 1, 2)", "1"},
                                                        {"if(a > 9 or b > 0, 1, 2)", "2"},
                                                        {"if(a > 0 and b > 0, 1, 2)", "1"},
                                                        {"if(not b_yes, 1, 2)", ""},
                                                        {"if(b_yes and yes1, 1, 2)", "1"}}) {
    INFO(formula);
    CHECK(inCommune(formula) == value);
  }
  CHECK(inCommune("rate(a, b, 2)", "percent") == "");
  CHECK(inCommune("rate(b, a, 2)", "percent") == "");
  CHECK(inCommune("rate(a, a + b, 2)", "percent") == "100.00");
}

TEST_CASE("expressions ask for the unit's form and number of child units, and for the period", "[in-force]") {
  CHECK(inCommune("if(unit.form = \"xã\", 1, 2)") == "1");
  CHECK(inCommune("if(unit.form != \"xã\", 1, 2)") == "2");
  CHECK(inCommune("unit.children") == "3");
  CHECK(inCommune("period.months") == "3");
  CHECK(inCommune("period.year") == "2025");
  CHECK(inCommune("period.start", "date") == "2025-07-01");
  CHECK(inCommune("period.end", "date") == "2025-09-30");
  const auto compiled = form(group(field("f", "type=\"text\"", "<formula>unit.form</formula>") +
                                   field("c", "type=\"integer\"", "<formula>unit.children</formula>") +
                                   field("m", "type=\"integer\"", "<formula>period.months</formula>")));
  const auto data = Section(compiled).data();
  // Unknown if they are not known; the form of a sum over units of two forms is not one.
  for (const auto& evaluation : {evaluate(*compiled, data, Surroundings()),
                                 evaluate(*compiled, data, CircumstancesAlone({{}, {"phường", "xã"}, {}}))}) {
    for (const auto& field : evaluation.fields) CHECK(field.value().blank());
  }
  for (const auto& [start, end, months] :
       std::vector<std::tuple<Date, Date, std::string>>{{{2023, 1, 1}, {2023, 8, 28}, "8"},
                                                        {{2024, 12, 15}, {2025, 6, 14}, "6"},
                                                        {{2025, 1, 1}, {2025, 12, 31}, "12"},
                                                        {{2025, 6, 15}, {2025, 9, 14}, "3"},
                                                        {{2025, 7, 1}, {2025, 7, 31}, "1"}}) {
    auto period = quarter;
    period.start = start, period.end = end;
    CHECK(encodeValue(evaluate(*compiled, data, WithinPeriod(period, {})).fields[2].value()) == months);
  }
  // A definition that says that it is of format 1.0 cannot use the names; a text of 1.0 keeps its meaning.
  CHECK_THROWS_WITH(definition(group(field("x", "type=\"text\"", "<formula>unit.form</formula>"))),
                    Catch::Contains("definition.minor"));
  CHECK_NOTHROW(definition(group(field("x", "type=\"date\"", "<formula>period_end()</formula>"))));
}

TEST_CASE("what is not in force is blank, not asked, not required and not checked, whatever a package has there",
          "[in-force]") {
  const auto compiled = form(
      group(field("a", "type=\"integer\" required=\"submit\"") +
            field("b", "type=\"integer\" required=\"submit\" maximum=\"3\" unit-forms=\"phường\"") +
            field("doubled", "type=\"integer\" unit-forms=\"phường\"", "<formula>2 * a</formula>") +
            field("grade", "type=\"choice\"",
                  "<choice value=\"good\" vi=\"Tốt\"/><choice value=\"ward\" vi=\"Phường\" unit-forms=\"phường\"/>") +
            table("t", column("c", "type=\"integer\" required=\"submit\" unit-forms=\"phường\"") +
                           column("d", "type=\"integer\"")) +
            table("w", column("e", "type=\"integer\""), "required=\"submit\" unit-forms=\"phường\"")) +
      rule("a", "=", "b") + rule("a", "&lt;", "0", "place=\"b\"").replace(11, 1, "s"));
  const auto data = Section(compiled)
                        .with("a", "5")
                        .with("b", "7")
                        .with("grade", "ward")
                        .row("t", "r", {{"d", "1"}})
                        .row("w", "r", {{"e", "2"}})
                        .data();
  const auto commune = in({"xã"});
  const auto evaluation = evaluate(*compiled, data, commune);
  for (const auto index : {1U, 2U}) {
    CHECK_FALSE(evaluation.fields[index].relevant);
    CHECK(evaluation.fields[index].value().blank());
  }
  CHECK(evaluation.fields[3].value().blank());
  CHECK(evaluation.fields[3].relevant);
  CHECK(codes(sectionFindings(*compiled, anyKey, data, evaluation, commune, true)) ==
        std::vector<std::string>{"core.not-in-force b", "core.not-in-force grade", "core.not-in-force w[r].e"});
  LiveSection live(compiled, anyKey, data, commune);
  CHECK(live.findings(true) == sectionFindings(*compiled, anyKey, data, evaluation, commune, true));
  CHECK(live.setField(0, Value{Decimal(6)}).fields == std::vector<std::size_t>{0});
  CHECK(live.evaluation().fields[2].value().blank());

  const auto ward = in({"phường"});
  const auto there = evaluate(*compiled, data, ward);
  CHECK(encodeValue(there.fields[2].value()) == "10");
  CHECK(codes(sectionFindings(*compiled, anyKey, data, there, ward, true)) ==
        std::vector<std::string>{"core.required t[r].c", "core.above-maximum b", "sample.form.r ", "sample.form.s b"});
}

TEST_CASE("a kept value says whether its place is not in force or is no longer in the form", "[in-force]") {
  const auto compiled = form(group(field("b", "type=\"integer\" unit-forms=\"phường\"")));
  auto data = Section(compiled).data();
  data.kept = {{Place("b"), "7"}, {Place("gone"), "8"}};
  const auto& definition = compiled->definition();
  const PartsInForce commune(definition, {quarter.end, {"xã"}, {}}), ward(definition, {quarter.end, {"phường"}, {}});
  CHECK(codes(keptFindings(definition, commune, anyKey, data)) ==
        std::vector<std::string>{"core.not-in-force b", "core.value-kept gone"});
  CHECK(codes(keptFindings(definition, ward, anyKey, data)) ==
        std::vector<std::string>{"core.value-kept b", "core.value-kept gone"});
  const auto told = keptFindings(definition, commune, anyKey, data).front();
  CHECK(told.severity == Severity::warning);
  CHECK(told.viWhat.find("“b” là “7”: nội dung này không áp dụng cho kỳ báo cáo hoặc loại hình đơn vị này") !=
        std::string::npos);
}

TEST_CASE("rows and columns that are not in force are neither counted nor added", "[in-force]") {
  const auto compiled =
      form(group(table("t",
                       column("n", "type=\"integer\"") + column("m", "type=\"integer\" unit-forms=\"phường\"") +
                           "<fixed-row id=\"x\" vi=\"X\"/><fixed-row id=\"y\" vi=\"Y\" unit-forms=\"phường\"/>",
                       "fixed-rows=\"yes\"") +
                 table("w", column("k", "type=\"integer\""), "unit-forms=\"phường\"") +
                 field("sum_n", "type=\"integer\"", "<formula>sum(t.n)</formula>") +
                 field("sum_m", "type=\"integer\"", "<formula>sum(t.m) + sum(t.n)</formula>") +
                 field("count_t", "type=\"integer\"", "<formula>count(t)</formula>") +
                 field("count_w", "type=\"integer\"", "<formula>count(w) + 1</formula>") +
                 field("cell", "type=\"integer\"", "<formula>t[x].n + t[y].n</formula>")));
  const auto data = Section(compiled)
                        .row("t", "x", {{"n", "1"}, {"m", "10"}})
                        .row("t", "y", {{"n", "2"}, {"m", "20"}})
                        .row("w", "r", {{"k", "1"}})
                        .data();
  const auto figures = [&](const std::string& of) {
    std::string all;
    for (const auto& field : evaluate(*compiled, data, in({of})).fields) all += encodeValue(field.value()) + " ";
    return all;
  };
  CHECK(figures("phường") == "3 33 2 2 3 ");
  CHECK(figures("xã") == "1 1 1 1 1 ");
}

TEST_CASE("a sum over units adds what each has in force, and counts a computed figure where it is", "[in-force]") {
  const auto compiled =
      form(group(field("a", "type=\"integer\" aggregate=\"sum\"") +
                 field("b", "type=\"integer\" aggregate=\"sum\" unit-forms=\"phường\"") +
                 field("both", "type=\"integer\"", "<formula>a + b</formula>") +
                 field("twice", "type=\"integer\" unit-forms=\"phường\"", "<formula>2 * b</formula>") +
                 table("t", column("c", "type=\"text\""), "aggregate=\"rows\" nothing=\"yes\" unit-forms=\"phường\"")));
  Aggregator sum(compiled);
  const auto add = [&](const Section& section, const std::string& of) {
    const auto evaluation = evaluate(*compiled, section.data(), in({of}));
    sum.add(contributionOf(*compiled, section.data(), evaluation), evaluation.inForce);
  };
  add(Section(compiled).with("a", "1").with("b", "99"), "xã");
  add(Section(compiled).with("a", "2").with("b", "20").row("t", "r", {{"c", "x"}}), "phường");
  const auto outcome = sum.finish();
  CHECK(outcome.reported == std::vector<int>{2, 1, 2, 1});
  CHECK(outcome.data.tables[0].counted == 1U);
  const auto evaluation = evaluate(*compiled, outcome.data, in({"phường", "xã"}));
  std::string all;
  for (const auto& field : evaluation.fields) all += encodeValue(field.value()) + " ";
  CHECK(all == "3 20 23 40 ");
}

TEST_CASE("an expression that reads what is never in force with it is refused by name and line", "[in-force]") {
  const std::string early = "until=\"2025-06-30\"", late = "from=\"2025-07-01\"";
  const auto parts = field("old", "type=\"integer\" " + early) + "\n" + field("new", "type=\"integer\" " + late) + "\n";
  const auto reading = [&](const std::string& formula, const std::string& attributes = "") {
    return spansOf(group(
        parts + field("x", "type=\"decimal\" decimals=\"2\" " + attributes, "<formula>" + formula + "</formula>")));
  };
  CHECK(reading("old + new") == "accepted");
  CHECK(reading("coalesce(new, old)") == "accepted");
  CHECK(reading("old + 1", late) == "definition.never-together 5");
  CHECK(reading("new - old", late) == "definition.never-together 5");
  CHECK(reading("previous(old) + new", late) == "accepted");
  CHECK(reading("old * new") == "definition.never-known 5");
  CHECK(reading("rate(new, old, 2)") == "definition.never-known 5");
  CHECK(reading("rate(new, old + new, 2)") == "accepted");
  CHECK(reading("old", "unit-forms=\"xã\" required=\"submit\"") == "accepted");
  CHECK(spansOf(group(parts) + rule("old", "&lt;=", "new")) == "definition.never-known 6");
  CHECK(spansOf(group(parts) + rule("old", "&lt;=", "1", late)) == "definition.never-together 6");
  CHECK(spansOf(group(parts) + rule("known(old)", "implies", "known(new)")) == "accepted");
  CHECK(spansOf(group(parts) + rule("old", "&lt;=", "1")) == "accepted");
  CHECK(
      spansOf(group(parts + field("x", "type=\"rate\"", "<numerator>new</numerator><denominator>old</denominator>"))) ==
      "definition.never-known 5");
  CHECK(spansOf(group(table("t",
                            column("c", "type=\"integer\" " + early) + column("d", "type=\"integer\"") +
                                "<fixed-row id=\"r\" vi=\"R\" unit-forms=\"xã\"/>",
                            "fixed-rows=\"yes\"") +
                      field("x", "type=\"integer\" unit-forms=\"phường\"", "<formula>t[r].d</formula>"))) ==
        "definition.never-together 3");
  CHECK(spansOf(group(table("t", column("c", "type=\"integer\" " + early) +
                                     column("d", "type=\"integer\" " + late, "<formula>c</formula>")))) ==
        "definition.never-together 3");
}

// What the figures of an earlier period are when they are added from several sections.
#include "tests/core/consolidation/past.h"

#include "core/rules/adding/openings.h"

using namespace cchc;
using namespace cchc::test;

namespace {

constexpr auto inPeriod = PeriodSpan::inPeriod;
const std::string compares = " compare=\"previous-period same-period-last-year\"";

std::shared_ptr<const CompiledDefinition> dossiers() {
  return definition(
      group(field("received", "type=\"integer\" basis=\"cumulative\" with-opening=\"carried\"" + compares) +
            field("online", "type=\"integer\" basis=\"cumulative\"" + compares) +
            field("carried", "type=\"integer\" basis=\"opening\" opening-of=\"pending\"" + compares) +
            field("resolved", "type=\"integer\" basis=\"cumulative\"" + compares) +
            field("pending", "type=\"integer\" basis=\"as-at\"" + compares) +
            field("rate", "type=\"rate\" decimals=\"2\"" + compares,
                  "<numerator>online</numerator><denominator>received - carried</denominator>") +
            field("score", "type=\"percent\" decimals=\"1\" basis=\"cumulative\"" + compares) +
            field("rank", "type=\"integer\" basis=\"as-at\"" + compares) +
            field("average", "type=\"decimal\" decimals=\"1\" basis=\"cumulative\"" + compares) +
            field("catalogue", "type=\"integer\" basis=\"as-at\" aggregate=\"same\"" + compares) +
            field("posts", "type=\"integer\"" + compares) + field("head", "type=\"text\"" + compares) +
            field("meetings", "type=\"integer\" basis=\"period\"" + compares) +
            table("by_field",
                  column("in", "type=\"integer\" basis=\"cumulative\" with-opening=\"open\"") +
                      column("open", "type=\"integer\" basis=\"opening\" opening-of=\"left\"") +
                      column("left", "type=\"integer\" basis=\"as-at\"") +
                      "<fixed-row id=\"land\" vi=\"Đất đai\"/><fixed-row id=\"other\" vi=\"Khác\"/>",
                  "fixed-rows=\"yes\"") +
            table("plans", column("title", "type=\"text\""), "nothing=\"yes\"") +
            field("planned", "type=\"integer\"" + compares, "<formula>count(plans)</formula>")),
      "sample.form", "place=\"I\" minor=\"1\"");
}

Past nineMonths() {
  Past past(dossiers());
  past.units({aUnit("13"), aUnit("14"), aUnit("20")});
  past.units({aUnit("13", "2025-07-01", "", "13 14")});
  past.period(aPeriod("6T", "2025-01-01", "2025-06-30"))
      .period(aPeriod("Q3", "2025-07-01", "2025-09-30", inPeriod))
      .period(aPeriod("9T", "2025-01-01", "2025-09-30"))
      .period(aPeriod("2026-9T", "2026-01-01", "2026-09-30"))
      .period(aPeriod("2026-Q3", "2026-07-01", "2026-09-30", inPeriod))
      .period(aPeriod("2026-6T", "2026-01-01", "2026-06-30"));
  return past;
}

// The figures of one section, in the order of the example.
Section figures(const std::string& carried, const std::string& received, const std::string& resolved,
                const std::string& pending) {
  return Section(dossiers())
      .with("carried", carried)
      .with("received", received)
      .with("resolved", resolved)
      .with("pending", pending);
}

}  // namespace

TEST_CASE("openings are the first's, closings the last's, and flows add", "[comparing]") {
  auto past = nineMonths();
  past.reported("20", "6T", figures("6", "1006", "980", "26")).reported("20", "Q3", figures("26", "526", "500", "26"));
  const auto compared = past.compared("20", "2026-9T", "9T");
  CHECK(figureOf(*compared, "carried") == "6");
  CHECK(figureOf(*compared, "received") == "1506");
  CHECK(figureOf(*compared, "resolved") == "1480");
  CHECK(figureOf(*compared, "pending") == "26");
  CHECK(compared->openingDifferences().empty());
  REQUIRE(compared->parts().size() == 2);
  CHECK(compared->parts()[1].periodName == "kỳ Q3");
  CHECK(encodeValue(compared->parts()[1].evaluation.fields[3].value()) == "500");
}

TEST_CASE("an opening stock that is not what was pending before is told with both figures", "[comparing]") {
  auto past = nineMonths();
  past.reported("20", "6T", figures("6", "1006", "980", "26")).reported("20", "Q3", figures("24", "524", "500", "24"));
  const auto compared = past.compared("20", "2026-9T", "9T");
  CHECK(figureOf(*compared, "received") == "1506");
  REQUIRE(compared->openingDifferences().size() == 1);
  const SectionKey key{DefinitionId("sample.form"), OrgUnitId("20"), PeriodId("2026-9T")};
  const auto findings = comparisonFindings(key, nullptr, compared.get(), emptyData(dossiers()->definition()));
  REQUIRE(codesOf(findings) == std::vector<std::string>{"core.added-opening-differs"});
  CHECK(findings[0].severity == Severity::warning);
  CHECK(placeText(findings[0].place) == "carried");
  CHECK(findings[0].viWhat.find("kỳ Q3: “carried” là 24, khác “pending” của kỳ 6T là 26, lệch -2") !=
        std::string::npos);
}

TEST_CASE("totals and rates are computed again from the sums, and tables are added by cell", "[comparing]") {
  auto past = nineMonths();
  past.reported("20", "6T",
                figures("6", "1006", "980", "26")
                    .with("online", "500")
                    .row("by_field", "land", {{"in", "60"}, {"open", "6"}, {"left", "20"}})
                    .row("plans", "a", {{"title", "x"}}));
  past.reported("20", "Q3",
                figures("26", "526", "500", "26")
                    .with("online", "250")
                    .row("by_field", "land", {{"in", "50"}, {"open", "20"}, {"left", "7"}})
                    .nothing("plans"));
  const auto compared = past.compared("20", "2026-9T", "9T");
  CHECK(figureOf(*compared, "rate") == "50.00");
  CHECK(figureOf(*compared, "planned") == "1");
  const auto& cells = compared->view()->evaluation->cells[0][0];
  CHECK(encodeValue(cells[0].value()) == "90");
  CHECK(encodeValue(cells[1].value()) == "6");
  CHECK(encodeValue(cells[2].value()) == "7");
  CHECK(compared->view()->evaluation->cells[0][1][0].value().blank());
}

TEST_CASE("what cannot be added over spans says why", "[comparing]") {
  auto past = nineMonths();
  past.reported("20", "6T",
                figures("6", "1006", "980", "26")
                    .with("posts", "5")
                    .with("score", "90.5")
                    .with("head", "A")
                    .with("meetings", "3")
                    .with("online", "9"));
  past.reported("20", "Q3",
                figures("26", "526", "500", "26")
                    .with("posts", "5")
                    .with("score", "90.5")
                    .with("head", "B")
                    .with("meetings", "4"));
  const auto compared = past.compared("20", "2026-9T", "9T");
  CHECK(figureOf(*compared, "posts") == "! core.comparison-basis");
  CHECK(figureOf(*compared, "score") == "! core.comparison-rate");
  CHECK(figureOf(*compared, "head") == "! core.comparison-differs");
  CHECK(figureOf(*compared, "online") == "! core.comparison-figure");
  CHECK(figureOf(*compared, "rate") == "! core.comparison-figure");  // that of its part
  CHECK(figureOf(*compared, "meetings") == "7");
  CHECK(figureOf(*compared, "planned") == "");
}

TEST_CASE("predecessors are added over the same days, stocks too", "[comparing]") {
  auto past = nineMonths();
  past.reported("13", "6T", figures("6", "106", "90", "16").with("head", "A").with("posts", "4").with("online", "40"));
  past.reported("14", "6T", figures("2", "52", "50", "2").with("head", "A").with("posts", "4").with("online", "10"));
  const auto compared = past.compared("13@2025-07-01", "2026-6T", "6T");
  CHECK(compared->regrouped());
  CHECK(figureOf(*compared, "carried") == "8");
  CHECK(figureOf(*compared, "received") == "158");
  CHECK(figureOf(*compared, "pending") == "18");
  CHECK(figureOf(*compared, "rate") == "33.33");
  CHECK(figureOf(*compared, "head") == "A");
  CHECK(figureOf(*compared, "posts") == "! core.comparison-basis");
}

TEST_CASE("ranks, scores and averages are not added, and what is the same everywhere stays so", "[comparing]") {
  auto past = nineMonths();
  const auto ranked = [](const char* rank, const char* catalogue) {
    return figures("1", "2", "3", "4").with("rank", rank).with("average", "2.5").with("catalogue", catalogue);
  };
  past.reported("13", "6T", ranked("3", "139")).reported("14", "6T", ranked("7", "139"));
  const auto units = past.compared("13@2025-07-01", "2026-6T", "6T");
  CHECK(figureOf(*units, "rank") == "! core.comparison-basis");
  CHECK(figureOf(*units, "average") == "! core.comparison-basis");
  CHECK(figureOf(*units, "catalogue") == "139");
  past.reported("14", "6T", ranked("7", "140"));
  CHECK(figureOf(*past.compared("13@2025-07-01", "2026-6T", "6T"), "catalogue") == "! core.comparison-differs");
  past.reported("20", "6T", ranked("3", "139")).reported("20", "Q3", ranked("7", "140"));
  const auto spans = past.compared("20", "2026-9T", "9T");
  CHECK(figureOf(*spans, "rank") == "7");
  CHECK(figureOf(*spans, "average") == "! core.comparison-basis");
  CHECK(figureOf(*spans, "catalogue") == "140");
}

TEST_CASE("across a change the openings of the old units are first, and their closings meet the new one's",
          "[comparing]") {
  auto past = nineMonths();
  past.reported("13", "6T", figures("6", "106", "90", "16")).reported("14", "6T", figures("2", "52", "50", "2"));
  past.reported("13@2025-07-01", "Q3", figures("18", "118", "100", "18"));
  const auto compared = past.compared("13@2025-07-01", "2026-9T", "9T");
  CHECK(figureOf(*compared, "carried") == "8");
  CHECK(figureOf(*compared, "received") == "258");
  CHECK(figureOf(*compared, "resolved") == "240");
  CHECK(figureOf(*compared, "pending") == "18");
  CHECK(compared->openingDifferences().empty());
  CHECK(compared->parts().size() == 3);
}

TEST_CASE("cumulative figures and those of a period alone are not compared, but stocks are", "[comparing]") {
  auto past = nineMonths();
  past.reported("20", "9T",
                figures("6", "1006", "980", "26").with("online", "5").with("meetings", "3").with("head", "A"));
  const auto compared = past.compared("20", "2026-Q3", "9T");
  CHECK(figureOf(*compared, "received") == "! core.comparison-unlike");
  CHECK(figureOf(*compared, "carried") == "! core.comparison-unlike");
  CHECK(figureOf(*compared, "rate") == "! core.comparison-unlike");
  CHECK(figureOf(*compared, "pending") == "26");
  CHECK(figureOf(*compared, "meetings") == "3");
  CHECK(figureOf(*compared, "head") == "A");
  CHECK(figureOf(*compared, "posts") == "");
}

TEST_CASE("a period that follows directly begins with what was pending, and a difference is a finding", "[comparing]") {
  auto past = nineMonths();
  past.reported("13", "6T", figures("6", "106", "90", "16").row("by_field", "land", {{"left", "3"}}));
  CHECK(past.preceding("13@2025-07-01", "Q3") == nullptr);  // 14 has no section
  past.reported("14", "6T", figures("2", "52", "50", "2").row("by_field", "land", {{"left", "4"}}));
  const auto before = past.preceding("13@2025-07-01", "Q3");
  REQUIRE(before != nullptr);
  const auto openings = openingsAfter(*before->view());
  CHECK(encodeValue(openings.fields[2]) == "18");
  CHECK(openings.fields[0].blank());
  CHECK(encodeValue(openings.tables[0].rows[0].cells[1]) == "7");

  const auto form = dossiers();
  const auto now = figures("17", "117", "100", "17").row("by_field", "land", {{"open", "7"}}).data();
  const auto evaluation = evaluate(*form, now, Surroundings());
  const auto found = openingDifferences(*before->view(), {form.get(), &now, &evaluation});
  REQUIRE(found.size() == 1);
  CHECK(placeText(found[0].place) == "carried");
  CHECK(found[0].difference == Decimal(-1));
}

TEST_CASE("an opening stock names a closing one, and what includes it says so of an opening one", "[definition]") {
  const auto refused = [](const std::string& fields) {
    const auto read = readDefinition(
        "<definition xmlns=\"urn:cchc:definition:1\" id=\"a.b\" owner=\"a\" place=\"I\" minor=\"1\"><title vi=\"x\"/>" +
            group(fields) + "</definition>",
        "a.xml");
    return read ? std::string() : read.error().code;
  };
  const auto closing = field("left", "type=\"integer\" basis=\"as-at\"");
  CHECK(refused(closing + field("open", "type=\"integer\" basis=\"opening\" opening-of=\"left\"")).empty());
  CHECK(refused(closing + field("open", "type=\"integer\" basis=\"period\" opening-of=\"left\"")) ==
        "definition.opening-of");
  CHECK(refused(closing + field("all", "type=\"integer\" basis=\"cumulative\" with-opening=\"left\"")) ==
        "definition.with-opening");
  CHECK(refused(closing + field("open", "type=\"integer\" basis=\"opening\" opening-of=\"gone\"")) ==
        "definition.unknown-field");
  CHECK(refused(table("t", column("left", "type=\"integer\" basis=\"as-at\"") +
                               column("open", "type=\"integer\" basis=\"opening\" opening-of=\"left\""))) ==
        "definition.unknown-field");
}

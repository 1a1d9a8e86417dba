// What the sections of child units give together.
#include <catch2/catch.hpp>

#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

FormPointer communeForm() {
  return definition(group(field("online", "type=\"integer\" unit=\"hồ sơ\" aggregate=\"sum\" qualifier=\"any\"") +
                          field("direct", "type=\"integer\" aggregate=\"sum\"") +
                          field("total", "type=\"integer\"", "<formula>online + direct</formula>") +
                          field("rate", "type=\"rate\" decimals=\"2\"",
                                "<numerator>online</numerator><denominator>online + direct</denominator>") +
                          field("procedures", "type=\"integer\" aggregate=\"same\"") +
                          field("portal", "type=\"yes-no\" aggregate=\"count-if\" aggregate-value=\"yes\"") +
                          field("head", "type=\"text\"") + field("posts", "type=\"integer\"") +
                          table("docs", column("title", "type=\"text\""), "aggregate=\"rows\" nothing=\"yes\"") +
                          field("documents", "type=\"integer\"", "<formula>count(docs)</formula>") +
                          table("capital",
                                column("plan", "type=\"money\" aggregate=\"sum\"") + column("note", "type=\"text\"") +
                                    "<fixed-row id=\"land\" vi=\"Đất\"/><fixed-row id=\"other\" vi=\"Khác\"/>",
                                "fixed-rows=\"yes\" aggregate=\"by-row\"")),
                    "office.commune", "place=\"I\"");
}

// A form, four communes of which the last sends nothing, and what comes in of the first three.
struct Communes {
  FormPointer form = communeForm();
  Round round;
  Communes() {
    round.form(form);
    for (const auto* unit : {"A", "B", "C", "D"}) round.below(unit).assign("office.commune", unit);
  }
  Section section() const { return Section(form); }
  ReportGroup sums() const { return round.told().ofChildren("office.commune"); }
};

// "15 (2/4)"
std::string shown(const ReportGroup& group, const std::string& id) {
  const auto& figure = indicator(group, id);
  return valueOf(group, id) + " (" + std::to_string(figure.reported) + "/" + std::to_string(figure.expected) + ")";
}

}  // namespace

TEST_CASE("a figure is summed over child units and says how many of them it has", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("online", "10"));
  communes.round.received("B", communes.section().with("online", "5").with("direct", "1"));
  communes.round.received("C", communes.section().with("direct", "0"));
  const auto sums = communes.sums();
  CHECK(shown(sums, "online") == "15 (2/4)");
  CHECK(shown(sums, "direct") == "1 (2/4)");
  CHECK(indicator(sums, "online").origin == "summed");
  CHECK(indicator(sums, "online").display == "15 hồ sơ");
  CHECK(indicator(sums, "online").stated.empty());
}

TEST_CASE("a unit that sends nothing is missing from the sum and not taken for zero", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("online", "10"));
  CHECK(shown(communes.sums(), "online") == "10 (1/4)");
  for (const auto* unit : {"B", "C", "D"}) communes.round.received(unit, communes.section().with("online", "1"));
  CHECK(shown(communes.sums(), "online") == "13 (4/4)");
}

TEST_CASE("a figure that no unit has is not told, and neither are sums where nothing came in", "[consolidation]") {
  Communes communes;
  CHECK(communes.round.told().groups.empty());
  communes.round.received("A", communes.section().with("online", "10"));
  const auto sums = communes.sums();
  CHECK(has(sums, "online"));
  CHECK_FALSE(has(sums, "direct"));
  CHECK_FALSE(has(sums, "rate"));
  CHECK(sums.tables.empty());
}

TEST_CASE("what is not to be summed is left out of the sums", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("online", "1").with("head", "Lê Thị Mẫu").with("posts", "3"));
  const auto sums = communes.sums();
  CHECK_FALSE(has(sums, "head"));
  CHECK_FALSE(has(sums, "posts"));
}

TEST_CASE("a rate and a total are computed again over the sums", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("online", "1").with("direct", "0"));      // 100 %
  communes.round.received("B", communes.section().with("online", "0").with("direct", "100"));    // 0 %
  communes.round.received("C", communes.section().with("online", "100").with("direct", "100"));  // 50 %
  const auto sums = communes.sums();
  CHECK(valueOf(sums, "rate") == "33.55");
  CHECK(indicator(sums, "rate").origin == "computed");
  CHECK(valueOf(sums, "total") == "301");
}

TEST_CASE("what must be the same in all units stands once", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("procedures", "139"));
  communes.round.received("B", communes.section().with("procedures", "139"));
  communes.round.received("C", communes.section());
  CHECK(shown(communes.sums(), "procedures") == "139 (2/4)");
  CHECK(communes.round.told().findings.empty());
}

TEST_CASE("what must be the same and is not is left blank and pointed out", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("procedures", "139").with("online", "1"));
  communes.round.received("B", communes.section().with("procedures", "140"));
  const auto told = communes.round.told();
  CHECK_FALSE(has(told.ofChildren("office.commune"), "procedures"));
  REQUIRE(codesOf(told.findings) == std::vector<std::string>{"core.not-same"});
  CHECK(told.findings[0].severity == Severity::warning);
  CHECK(told.findings[0].place == "procedures");
  CHECK(keyText(told.findings[0].section) == "office.commune/296/2023-8T");
}

TEST_CASE("units that say yes are counted among those that answer", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("portal", "no"));
  CHECK(shown(communes.sums(), "portal") == "0 (1/4)");
  communes.round.received("B", communes.section().with("portal", "yes"));
  communes.round.received("C", communes.section().with("portal", "yes"));
  communes.round.received("D", communes.section());
  CHECK(shown(communes.sums(), "portal") == "2 (3/4)");
  CHECK(indicator(communes.sums(), "portal").origin == "summed");
}

TEST_CASE("an estimate of one unit makes the sum an estimate", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().with("online", "10"));
  communes.round.received("B", communes.section().with("online", "{estimated}5"));
  CHECK(valueOf(communes.sums(), "online") == "{estimated}15");
  CHECK(indicator(communes.sums(), "online").display == "ước 15 hồ sơ");
}

TEST_CASE("a sum that leaves the exact range is left blank and is an error", "[consolidation]") {
  Communes communes;
  const std::string most(36, '9');
  communes.round.received("A", communes.section().with("online", most).with("direct", "1"));
  communes.round.received("B", communes.section().with("online", most));
  const auto told = communes.round.told();
  CHECK_FALSE(has(told.ofChildren("office.commune"), "online"));
  REQUIRE(codesOf(told.findings) == std::vector<std::string>{"core.overflow"});
  CHECK(told.findings[0].severity == Severity::error);
  CHECK(told.findings[0].place == "online");
}

TEST_CASE("rows of child units are counted", "[consolidation]") {
  Communes communes;
  communes.round.received(
      "A", communes.section().row("docs", "r1", {{"title", "Một"}}).row("docs", "r2", {{"title", "Hai"}}));
  communes.round.received("B", communes.section().row("docs", "r1", {{"title", "Ba"}}));
  communes.round.received("C", communes.section().nothing("docs"));
  CHECK(valueOf(communes.sums(), "documents") == "3");
  CHECK(communes.sums().tables.empty());  // counted, not told one by one
}

TEST_CASE("no rows in any unit that declares so are zero", "[consolidation]") {
  for (const bool asContribution : {false, true}) {
    Communes communes;
    for (const auto* unit : {"A", "B", "C", "D"})
      communes.round.received(unit, communes.section().nothing("docs"), {asContribution, true, {}});
    CHECK(valueOf(communes.sums(), "documents") == "0");
    CHECK(communes.sums().tables.empty());
  }
}

TEST_CASE("no rows are unknown where a unit neither has rows nor declares that it has none", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section().nothing("docs").with("online", "1"));
  communes.round.received("B", communes.section().with("online", "1"));
  CHECK_FALSE(has(communes.sums(), "documents"));
}

TEST_CASE("fixed rows are summed cell by cell", "[consolidation]") {
  Communes communes;
  communes.round.received("A", communes.section()
                                   .row("capital", "land", {{"plan", "10"}, {"note", "riêng xã A"}})
                                   .row("capital", "other", {{"plan", "1"}}));
  communes.round.received("B", communes.section().row("capital", "land", {{"plan", "32"}}));
  const auto sums = communes.sums();
  REQUIRE(sums.tables.size() == 1);
  REQUIRE(sums.tables[0].rows.size() == 2);
  CHECK(sums.tables[0].rows[0].label == "Đất");
  REQUIRE(sums.tables[0].rows[0].cells.size() == 1);  // the note is one unit's own
  CHECK(encodeValue(sums.tables[0].rows[0].cells[0].value) == "42");
  CHECK(encodeValue(sums.tables[0].rows[1].cells[0].value) == "1");
}

TEST_CASE("the unit's own section is told beside the sums and not added to them", "[consolidation]") {
  Communes communes;
  communes.round.assign("office.commune", "296").received("296", communes.section().with("online", "1000"));
  communes.round.received("A", communes.section().with("online", "10"));
  const auto told = communes.round.told();
  CHECK(shown(told.ofChildren("office.commune"), "online") == "10 (1/4)");
  CHECK(valueOf(told.own("office.commune"), "online") == "1000");
  CHECK(indicator(told.own("office.commune"), "online").origin == "entered");
  CHECK(indicator(told.own("office.commune"), "online").expected == 0);
}

TEST_CASE("units further down are added, each once", "[consolidation]") {
  Communes communes;
  communes.round.below("A1", "A").below("A2", "A").below("A21", "A2");
  for (const auto* unit : {"A1", "A2", "A21"}) communes.round.assign("office.commune", unit);
  for (const auto* unit : {"A", "A1", "A2", "A21", "B"})
    communes.round.received(unit, communes.section().with("online", "1"));
  CHECK(shown(communes.sums(), "online") == "5 (5/7)");
}

TEST_CASE("a unit that does not lie below is neither expected nor added", "[consolidation]") {
  Communes communes;
  communes.round.assign("office.commune", "Z");
  communes.round.received("Z", communes.section().with("online", "1000"));
  communes.round.received("A", communes.section().with("online", "10"));
  CHECK(shown(communes.sums(), "online") == "10 (1/4)");
}

TEST_CASE("one who reports for two units is counted by unit", "[consolidation]") {
  Communes communes;
  communes.round.below("E").assign("office.commune", "E", "A");
  communes.round.received("A", communes.section().with("online", "10"));
  communes.round.received("E", communes.section().with("online", "7"));
  CHECK(shown(communes.sums(), "online") == "17 (2/5)");
}

TEST_CASE("neither the order in which sections are read nor what was worked out at receipt changes a sum",
          "[consolidation]") {
  const auto figures = [](bool backwards, bool worked) {
    Communes communes;
    communes.round.backwards = backwards;
    const SentWith how{worked, true, {}};
    communes.round.received("A",
                            communes.section()
                                .with("online", "{over}10")
                                .with("direct", "3")
                                .with("procedures", "139")
                                .with("portal", "yes")
                                .row("docs", "r1", {{"title", "Một"}})
                                .row("capital", "land", {{"plan", "10"}}),
                            how);
    communes.round.received(
        "B", communes.section().with("online", "5").with("procedures", "139").row("capital", "other", {{"plan", "2"}}),
        how);
    communes.round.received("C", communes.section().with("direct", "4").with("portal", "no"), how);
    std::string text;
    const auto sums = communes.sums();
    for (const auto& one : sums.indicators) text += one.id + " " + shown(sums, one.id) + " " + one.display + "\n";
    for (const auto& row : sums.tables.at(0).rows) text += row.id + " " + row.cells.at(0).display + "\n";
    return text;
  };
  const auto usual = figures(false, false);
  CHECK(usual ==
        "online {over}15 (2/4) trên 15 hồ sơ\ndirect 7 (2/4) 7\ntotal {over}22 (0/0) trên 22\nrate {over}68.18 (0/0) "
        "trên 68,18%\nprocedures 139 (2/4) 139\nportal 1 (2/4) 1\ndocuments 1 (0/0) 1\nland 10 đồng\nother 2 đồng\n");
  CHECK(figures(true, false) == usual);
  CHECK(figures(false, true) == usual);
  CHECK(figures(true, true) == usual);
}

TEST_CASE("a figure computed from the period is that of the report's period", "[consolidation]") {
  const auto form =
      definition(group(field("year", "type=\"integer\" aggregate=\"sum\"", "<formula>period_year()</formula>")),
                 "office.commune", "place=\"I\"");
  Round round;
  round.form(form).below("A").assign("office.commune", "A").received("A", Section(form));
  CHECK(valueOf(round.told().ofChildren("office.commune"), "year") == "2023");
}

// The tables that set up a store, the outline and the catalogue of central documents.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/base/platform.h"
#include "core/base/texts.h"
#include "core/exchange/report/outline.h"
#include "core/exchange/setup/setup_tables.h"
#include "tests/core/exchange/workbook_file.h"

using namespace cchc;

namespace {

template <class T>
std::string codeOf(const Result<T>& result) {
  if (result) return "";
  const auto told = message(result.error(), Language::vi);
  INFO(messageLine(result.error(), Language::en));
  CHECK(findText(result.error().code) != nullptr);
  CHECK(told.what.find('{') == std::string::npos);
  CHECK_FALSE(told.fix.empty());
  return result.error().code + " " + result.error().place;
}

std::string file(const char* path) { return *readFile(std::filesystem::path(CCHC_SOURCE) / path); }

}  // namespace

TEST_CASE("units are read with their parents and dates") {
  const auto units = readUnits(
      "code\tkind\tname\tparent\tfrom\tto\tidentifier\n296\tdistrict\thuyện Bình Giang\t30\t\t2025-06-30\tH23.296\n",
      "u.tsv");
  REQUIRE(units);
  REQUIRE(units->size() == 1);
  CHECK(units->front().parent == "30");
  CHECK(units->front().until == Date::parse("2025-06-30"));
  CHECK_FALSE(units->front().from);
}

TEST_CASE("a unit is read with its form, what it was made of, and the document that ordered it") {
  const auto units = readUnits(
      "code\tkind\tform\tname\tparent\tfrom\tbefore\tbasis\n"
      "10945\tcommune\txã\txã Kẻ Sặt\t31\t2025-07-01\t10945 10951, 10960*\tNQ 1669/NQ-UBTVQH15\n"
      "10945\tcommune\t\tthị trấn Kẻ Sặt\t296\t\t\t\n",
      "u.tsv");
  REQUIRE(units);
  REQUIRE(units->front().before.has_value());
  const auto& before = *units->front().before;
  REQUIRE(before.size() == 3);
  CHECK((before[0].code == "10945" && before[0].whole));
  CHECK((before[2].code == "10960" && !before[2].whole));
  CHECK(units->front().form == "xã");
  CHECK(units->front().basis == "NQ 1669/NQ-UBTVQH15");
  CHECK_FALSE(units->back().before.has_value());
}

TEST_CASE("columns may come in another order, and optional ones may lack") {
  const auto units = readUnits("name\tcode\tkind\nxã A\t1\tcommune\n", "u.tsv");
  REQUIRE(units);
  CHECK(units->front().code == "1");
}

TEST_CASE("a table may be a workbook, whose codes, dates and merged cells are read as they are meant") {
  using test::textCell;
  const auto heading = "<row r=\"1\">" + textCell("A1", "code") + textCell("B1", "kind") + textCell("C1", "name") +
                       textCell("D1", "from") + "</row>";
  const auto rows = heading + "<row r=\"2\"><c r=\"A2\" s=\"5\"><v>10945</v></c>" + textCell("B2", "commune") +
                    textCell("C2", "xã Vĩnh Hưng") + "<c r=\"D2\" s=\"2\"><v>45166</v></c></row><row r=\"3\">" +
                    textCell("A3", "01") + textCell("C3", "xã Hùng Thắng") + "</row>";
  const auto units =
      readUnits(test::zipped(test::workbook(rows, R"(<mergeCells><mergeCell ref="B2:B3"/></mergeCells>)")), "u.xlsx");
  REQUIRE(units);
  REQUIRE(units->size() == 2);
  CHECK((units->front().code == "10945" && units->front().from == Date{2023, 8, 28}));
  CHECK((units->back().code == "01" && units->back().kind == "commune"));
  CHECK(codeOf(readUnits(
            test::zipped(test::workbook(heading + "<row r=\"2\">" + textCell("A2", "1") + textCell("B2", "commune") +
                                        "<c r=\"C2\" t=\"e\"><v>#REF!</v></c></row>")),
            "u.xlsx")) == "table.wrong u.xlsx:2");
}

TEST_CASE("a table of units in an old font is refused, or converted where it is asked for") {
  const std::string tcvn3 = "code\tkind\tname\n1\tcommune\tx\xb7 V\xdcnh H\xadng\n";
  CHECK(codeOf(readUnits(tcvn3, "u.tsv")).starts_with("values."));
  const auto units = readUnits(tcvn3, "u.tsv", OldTexts::convert);
  REQUIRE(units);
  CHECK(units->front().name == "xã Vĩnh Hưng");
}

TEST_CASE("a cell of a kind that its column cannot have is refused, not read as its text") {
  const auto heading = "<row r=\"1\">" + test::textCell("A1", "code") + test::textCell("B1", "kind") +
                       test::textCell("C1", "name") + test::textCell("D1", "identifier") + "</row><row r=\"2\">" +
                       test::textCell("B2", "commune") + test::textCell("C2", "xã Vĩnh Hưng");
  const auto read = [&](const std::string& cells) {
    return readUnits(test::zipped(test::workbook(heading + cells + "</row>")), "u.xlsx");
  };
  REQUIRE(read("<c r=\"A2\"><v>31</v></c><c r=\"D2\"><v>12</v></c>"));
  // A date, yes or no, an error, and a number with a fraction are no code.
  CHECK(codeOf(read("<c r=\"A2\" s=\"2\"><v>45166</v></c>")) == "table.wrong u.xlsx:2");
  CHECK(codeOf(read("<c r=\"A2\" t=\"b\"><v>1</v></c>")) == "table.wrong u.xlsx:2");
  CHECK(codeOf(read("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>")) == "table.wrong u.xlsx:2");
  CHECK(codeOf(read("<c r=\"A2\"><v>31.5</v></c>")) == "table.wrong u.xlsx:2");
  const auto dated = [](std::string_view serial) {
    const auto names = "<row r=\"1\">" + test::textCell("A1", "code") + test::textCell("B1", "kind") +
                       test::textCell("C1", "name") + test::textCell("D1", "to") + "</row><row r=\"2\">" +
                       test::textCell("A2", "1") + test::textCell("B2", "commune") + test::textCell("C2", "xã A");
    return readUnits(
        test::zipped(test::workbook(names + "<c r=\"D2\" s=\"2\"><v>" + std::string(serial) + "</v></c></row>")),
        "u.xlsx");
  };
  CHECK(dated("45166"));
  CHECK(codeOf(dated("110881")) == "table.wrong u.xlsx:2");  // 2203
  CHECK(codeOf(read("<c r=\"A2\"><v>31</v></c><c r=\"D2\" s=\"2\"><v>45166</v></c>")) == "table.wrong u.xlsx:2");
}

TEST_CASE("wrong tables of units are refused with the line") {
  const std::string header = "code\tkind\tname\tparent\tfrom\tto\tidentifier\n";
  CHECK(codeOf(readUnits("", "u")) == "table.no-header u:1");
  CHECK(codeOf(readUnits("296\tdistrict\tBình Giang\n", "u")) == "table.no-header u:1");
  CHECK(codeOf(readUnits(header + "1\tcommune\t\n", "u")) == "table.missing u:2");
  CHECK(codeOf(readUnits(header + "1\tcommune\tA\n1\tcommune\tB\n", "u")) == "table.duplicate u:3");
  CHECK(codeOf(readUnits(header + "1 2\tcommune\tA\n", "u")) == "table.wrong u:2");
  CHECK(codeOf(readUnits(header + "1\tcommune\tA\t\t2023-13-01\n", "u")) == "table.wrong u:2");
  CHECK(codeOf(readUnits(header + "1\tcommune\tA\t\t2023-02-01\t2023-01-01\n", "u")) == "table.order u:2");
  CHECK(codeOf(readUnits(header + "1@2\tcommune\tA\n", "u")) == "table.wrong u:2");
  const std::string before = "code\tkind\tname\tfrom\tbefore\tform\tbasis\n";
  CHECK(codeOf(readUnits(before + "1\tcommune\tA\t2025-07-01\t2 2*\n", "u")) == "table.wrong u:2");
  CHECK(codeOf(readUnits(before + "1\tcommune\tA\t2025-07-01\t*\n", "u")) == "table.wrong u:2");
  CHECK(codeOf(readUnits(header + "1\tcommune\tA\t\t\t\tthường\n", "u")) == "table.wrong u:2");
  CHECK(codeOf(readUnits(header + "1\tcommune\tA\x01\n", "u")) == "table.wrong u:2");
  CHECK(codeOf(readUnits("\xff\xff", "u")) == "values.encoding u");
  CHECK(codeOf(readUnits("code,kind,name\n1,commune,xã A, huyện B\n", "u")) == "values.too-many-cells u:2");
}

TEST_CASE("periods and assignments are read, and wrong ones refused with the line") {
  const std::string periods = "id\tname\tstart\tend\tclosing\tdeadline\tcomparison\tlast_year\tnext_name\tclosed\n";
  const auto read =
      readPeriods(periods + "2023-8T\t8 tháng\t2023-01-01\t28/8/2023\t\t\t2023-6T\t2022-8T\tcuối năm\tyes\n", "p");
  REQUIRE(read);
  CHECK(read->front().end == *Date::parse("2023-08-28"));
  CHECK(read->front().lastYear == PeriodId("2022-8T"));
  CHECK(read->front().closed);
  CHECK(codeOf(readPeriods(periods + "a\tb\t2023-01-01\t2022-01-01\n", "p")) == "table.order p:2");
  CHECK(codeOf(readPeriods(periods + "a\tb\t\t2022-01-01\n", "p")) == "table.missing p:2");
  CHECK(codeOf(readPeriods(periods + "a\tb\t2023-01\t2023-02-01\n", "p")) == "table.wrong p:2");
  CHECK(codeOf(readPeriods(periods + "a\tb\t2023-01-01\t2023-02-01\n\na\tb\t2023-01-01\t2023-02-01\n", "p")) ==
        "table.duplicate p:4");
  CHECK(read->front().span == PeriodSpan::cumulative);
  const std::string spans = "id\tname\tstart\tend\tspan\n";
  const auto quarter = readPeriods(spans + "Q3\tquý III\t2023-07-01\t2023-09-30\tperiod\n", "p");
  REQUIRE(quarter);
  CHECK(quarter->front().span == PeriodSpan::inPeriod);
  CHECK(codeOf(readPeriods(spans + "Q3\tquý III\t2023-07-01\t2023-09-30\tquarter\n", "p")) == "table.wrong p:2");
  const std::string assignments = "definition\tsubject\treporter\tperiod\tdeadline\n";
  CHECK(readAssignments(assignments + "finance.budget\t296\t296.TC\t2023-8T\t2023-08-30\n", "a", UnitCodes())
            .value()
            .front()
            .reporter == OrgUnitId("296.TC"));
  CHECK(codeOf(readAssignments(assignments + "finance.budget\t296\n", "a", UnitCodes())) == "table.missing a:2");
  CHECK(codeOf(readAssignments(assignments + "d\t1\t1\tp\nd\t1\t2\tp\n", "a", UnitCodes())) == "table.duplicate a:3");
}

TEST_CASE("the sample's tables, the outline and the list of central documents read") {
  CHECK(codeOf(readUnits(file("installer/sample/units.tsv"), "units.tsv")).empty());
  CHECK(codeOf(readPeriods(file("installer/sample/periods.tsv"), "periods.tsv")).empty());
  CHECK(codeOf(readAssignments(file("installer/sample/assignments.tsv"), "assignments.tsv", UnitCodes())).empty());
  CHECK(codeOf(readCentralDocuments(file("schemas/central-documents.xml"), "c.xml")).empty());
  const auto outline = readOutline(file("schemas/report-outline.xml"), "o.xml");
  REQUIRE(outline);
  CHECK(outline->places.size() >= 4);
  CHECK(outline->leftOut.empty());
}

TEST_CASE("a wrong outline or list of documents is refused with its line") {
  CHECK(codeOf(readOutline("<outline xmlns=\"urn:cchc:outline:1\">\n<place id=\"I\"/></outline>", "o")) ==
        "outline.structure o:2:1");
  CHECK(codeOf(readOutline(
            "<outline xmlns=\"urn:cchc:outline:1\">\n<place id=\"I\" vi=\"a\"/><place id=\"I\" vi=\"b\"/></outline>",
            "o")) == "outline.structure o:2:23");
  CHECK(codeOf(readOutline("<places/>", "o")) == "outline.not-an-outline o:1:1");
  // What is left out says what, who and when.
  const std::string before = "<outline xmlns=\"urn:cchc:outline:1\"><place id=\"I\" vi=\"a\"/>", after = "</outline>";
  const std::string by = " by=\"Chánh Văn phòng\"", at = " at=\"2023-08-28T02:00:00Z\"", of = " definition=\"a.b\"";
  const auto leftOut = [&](const std::string& attributes) {
    return codeOf(readOutline(before + "<left-out" + attributes + "/>" + after, "o"));
  };
  CHECK(leftOut(of + by + at).empty());
  CHECK(leftOut(of + by + at + " group=\"g\" reason=\"riêng\"").empty());
  for (const auto& attributes : {of + by, of + at, by + at, of + by + " at=\"hôm nay\""})
    CHECK(leftOut(attributes) == "outline.structure o:1:59");
  CHECK(codeOf(readCentralDocuments("<central-documents xmlns=\"urn:cchc:central-documents:1\"><document symbol=\"a\" "
                                    "date=\"b\" issuer=\"c\" title=\"d\"/></central-documents>",
                                    "c")) == "outline.structure c:1:57");
}

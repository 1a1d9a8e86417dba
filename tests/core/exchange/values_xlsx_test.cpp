// Values files that are workbooks, as Excel and LibreOffice write them.
#include <catch2/catch.hpp>

#include "tests/core/exchange/sample.h"
#include "tests/core/exchange/workbook_file.h"
#include "tests/support/sheet_import.h"

using namespace cchc;
using test::readValuesSheet, test::workbook, test::zipped;

namespace {

Result<ValuesFile> read(const std::string& rows, std::string_view table = {}) {
  return readValuesSheet(zipped(workbook(rows)), "v.xlsx", sample::definition(), table);
}

const std::string heading = R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>)";

std::string line(int row, std::string_view field, std::string_view cell) {
  const auto number = std::to_string(row);
  return "<row r=\"" + number + "\"><c r=\"B" + number + "\" t=\"inlineStr\"><is><t>" + std::string(field) +
         "</t></is></c><c r=\"C" + number + "\" " + std::string(cell) + "</c></row>";
}

std::string one(std::string_view field, std::string_view cell) {
  const auto values = read(heading + line(5, field, cell));
  if (!values) {
    const auto& error = values.error();
    const bool value = error.code == "values.wrong-value";
    return (value ? error.parameters.back().value : error.code) + " " + error.place;
  }
  return values->values.empty() ? "" : values->values.size() == 1 ? lexical(values->values[0].value) : "?";
}

}  // namespace

TEST_CASE("the first sheet of a workbook is read with shared, inline and formula strings") {
  CHECK(one("name", "t=\"s\"><v>2</v>") == " Vũ Thị ");
  CHECK(one("name", "t=\"str\"><f>A1</f><v>Hồng</v>") == "Hồng");
  CHECK(one("name", "t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is>") == "ab");
  CHECK(one("done", "t=\"b\"><v>1</v>") == "yes");
  CHECK(one("count", "/><c r=\"D5\">") == "");
}

TEST_CASE("numbers of a workbook are exact to fifteen digits, whatever binary fraction stores them") {
  CHECK(one("weight", "><v>97.219999999999999</v>") == "97.22");
  CHECK(one("amount", "><v>1.353135296E9</v>") == "1353135296");
  CHECK(one("amount", "><v>1E+16</v>") == "10000000000000000");
  CHECK(one("count", "><v>45</v>") == "45");
  CHECK(one("count", "><v>45.5</v>") == "value.not-whole v.xlsx!A!C5");
  CHECK(one("weight", "t=\"inlineStr\"><is><t>1.234,5</t></is>") == "1234.5");
}

TEST_CASE("a cell with a percentage format means that percentage, and a dated one that day") {
  CHECK(one("share", "s=\"1\"><v>0.9722</v>") == "97.22");
  CHECK(one("share", "s=\"1\"><v>1</v>") == "100");
  CHECK(one("share", "><v>97.22</v>") == "97.22");
  CHECK(one("share", "s=\"4\"><v>97.2</v>") == "97.2");
  CHECK(one("as_at", "s=\"2\"><v>45166</v>") == "2023-08-28");
  CHECK(one("as_at", "s=\"3\"><v>45166.75</v>") == "2023-08-28");
  CHECK(one("as_at", "t=\"d\"><v>2023-08-28T00:00:00</v>") == "2023-08-28");
  CHECK(one("as_at", "><v>45166</v>") == "value.not-a-date v.xlsx!A!C5");
  // What Excel makes of "8/2023" has no day; a day that is only hidden stays.
  CHECK(one("as_at", "s=\"9\"><v>45139</v>") == "2023-08");
  CHECK(one("as_at", "s=\"9\"><v>45166</v>") == "2023-08-28");
  CHECK(one("note", "s=\"9\"><v>45139</v>") == "08-23");
}

TEST_CASE("rows of a table are read from a workbook") {
  const auto values = read(
      R"(<row><c t="inlineStr"><is><t>Biểu 1</t></is></c></row><row><c t="inlineStr"><is><t>Tên lớp</t></is></c><c t="inlineStr"><is><t>Số người</t></is></c></row>)"
      R"(<row><c t="inlineStr"><is><t>Một cửa</t></is></c><c><v>60</v></c></row><row/>)",
      "classes");
  if (!values) FAIL(messageLine(values.error(), Language::en));
  REQUIRE(values->values.size() == 2);
  CHECK(lexical(values->values[1].value) == "60");
}

TEST_CASE("a cell whose value is not known is refused with its place, if it is imported") {
  CHECK(one("count", "t=\"e\"><v>#REF!</v>") == "value.cell-error v.xlsx!A!C5");
  CHECK(one("note", "t=\"e\"><v>#DIV/0!</v>") == "value.cell-error v.xlsx!A!C5");
  CHECK(one("count", "><f>B3+B4</f>") == "value.formula-no-result v.xlsx!A!C5");
  CHECK(one("count", "><f>B3+B4</f><v></v>") == "value.formula-no-result v.xlsx!A!C5");
  CHECK(one("note", "t=\"str\"><f>B3&amp;B4</f><v></v>") == "");
  CHECK(one("count", "><v>5</v></c><c r=\"D5\" t=\"e\"><v>#DIV/0!</v></c><c r=\"E5\"><f>1/0</f>") == "5");
}

TEST_CASE("a text field takes what a cell of another kind shows") {
  CHECK(one("note", "><v>1234</v>") == "1234");
  CHECK(one("note", "><v>1.5</v>") == "1,5");
  CHECK(one("note", "><v>1000000000000000</v>") == "1000000000000000");
  CHECK(one("note", "s=\"1\"><v>0.5</v>") == "50,00%");
  CHECK(one("note", "s=\"2\"><v>45166</v>") == "28/08/2023");
  CHECK(one("note", "s=\"6\"><v>45167.75</v>") == "29/08/2023 18:00");
  CHECK(one("note", "s=\"5\"><v>1234.5</v>") == "1.234,50");
  CHECK(one("note", "t=\"b\"><v>1</v>") == "TRUE");
}

TEST_CASE("a line that is broken in a cell becomes one line in a field of one line") {
  CHECK(one("name", "t=\"inlineStr\"><is><t>Trường mầm non\nxã Vĩnh Hồng</t></is>") == "Trường mầm non xã Vĩnh Hồng");
  CHECK(one("note", "t=\"inlineStr\"><is><t>Còn thiếu._x000D_\nĐề nghị.</t></is>") == "Còn thiếu.\nĐề nghị.");
}

TEST_CASE("a percentage, a date and yes or no are no amounts") {
  CHECK(one("amount", "s=\"1\"><v>0.5</v>") == "value.not-a-number v.xlsx!A!C5");
  CHECK(one("count", "s=\"2\"><v>45166</v>") == "value.not-a-number v.xlsx!A!C5");
  CHECK(one("count", "t=\"b\"><v>1</v>") == "value.not-a-number v.xlsx!A!C5");
  CHECK(one("count", "><v>1E+400</v>") == "value.cell-error v.xlsx!A!C5");
}

TEST_CASE("a figure has all its digits, and money the unit that its cell shows") {
  CHECK(one("amount", "><v>1234567890123456</v>") == "1234567890123456");
  CHECK(one("amount", "s=\"8\"><v>5000</v>") == "5000");
  CHECK(one("amount", "s=\"7\"><v>-1234</v>") == "-1234");
  CHECK(one("count", "s=\"7\"><v>0</v>") == "0");
}

TEST_CASE("a figure has the words that the format of its cell shows beside it") {
  const auto read = [](std::string_view field, std::string_view cell) {
    return readValuesSheet(zipped(workbook(heading + line(5, field, cell))), "v.xlsx", sample::definition(), {});
  };
  const auto estimated = read("amount", "s=\"10\"><v>5000</v>");
  REQUIRE(estimated);
  CHECK(estimated->values[0].value.qualifier == Qualifier::estimated);
  CHECK(lexical(estimated->values[0].value) == "5000");
  CHECK(one("count", "s=\"10\"><v>5000</v>") == "value.qualifier-not-allowed v.xlsx!A!C5");
  CHECK(one("count", "s=\"11\"><v>5</v>") == "5000000");
  CHECK(one("amount", "s=\"11\"><v>5</v>") == "5000000");
  CHECK(one("share", "s=\"11\"><v>5</v>") == "5");
}

TEST_CASE("a cell that another one covers has its value, if it can be one for several rows") {
  const auto rows = heading + line(5, "name", "t=\"inlineStr\"><is><t>Hồng</t></is>") + line(6, "note", ">") +
                    line(7, "count", "><v>5</v>") + line(8, "amount", ">");
  const auto merged = [&](const std::string& ranges) {
    return readValuesSheet(zipped(workbook(rows, "<mergeCells>" + ranges + "</mergeCells>")), "v.xlsx",
                           sample::definition(), "");
  };
  const auto texts = merged(R"(<mergeCell ref="C5:C6"/>)");
  REQUIRE(texts);
  CHECK(lexical(texts->values[1].value) == "Hồng");
  const auto figures = merged(R"(<mergeCell ref="C7:C8"/>)");
  REQUIRE_FALSE(figures);
  CHECK(figures.error().place == "v.xlsx!A!C8");
  CHECK(figures.error().parameters.back().value == "value.merged-cell");
  CHECK(merged(R"(<mergeCell ref="C8:D8"/><mergeCell ref="B1:E1"/>)").has_value());
}

TEST_CASE("a unit that is merged over several lines is that of each") {
  const auto rows = R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>)" +
                    test::textCell("D2", "ĐVT") + "</row>" +
                    line(5, "name", "><v>5</v></c>" + test::textCell("D5", "triệu đồng") + "<c r=\"E5\">") +
                    line(6, "amount", "><v>5</v>");
  const auto values = readValuesSheet(zipped(workbook(rows, R"(<mergeCells><mergeCell ref="D5:D6"/></mergeCells>)")),
                                      "v.xlsx", sample::definition(), "");
  REQUIRE(values);
  CHECK(lexical(values->values[1].value) == "5000000");
}

TEST_CASE("the date of a document in a cell of its own is that of the cell, in whatever order it is shown") {
  const auto rows = "<row r=\"1\">" + test::textCell("A1", "Tên lớp") + test::textCell("B1", "decision") +
                    test::textCell("C1", "decision.date") + "</row><row r=\"2\">" + test::textCell("A2", "Một cửa") +
                    test::textCell("B2", "08/KH-UBND") + "<c r=\"C2\" s=\"2\"><v>45148</v></c></row><row r=\"3\">" +
                    test::textCell("A3", "Tiếp dân") + test::textCell("B3", "09/KH-UBND") + "</row>";
  auto parts = workbook(rows, R"(<mergeCells><mergeCell ref="C2:C3"/></mergeCells>)");
  auto& styles = parts["xl/styles.xml"];
  styles.replace(styles.find("[$-42A]dd/mm/yyyy"), 17, "mm/dd/yyyy");
  const auto values = readValuesSheet(zipped(parts), "v.xlsx", sample::definition(), "classes");
  REQUIRE(values);
  std::vector<std::optional<Date>> dates;
  for (const auto& edit : values->values) {
    if (const auto* documents = edit.value.documents()) dates.push_back(documents->front().date);
  }
  const Date date{2023, 8, 10};
  CHECK(dates == std::vector<std::optional<Date>>{date, date});
}

TEST_CASE("the first sheet that is not hidden is read") {
  auto parts = workbook(heading + line(5, "count", "><v>1</v>"));
  parts["xl/worksheets/other.xml"] =
      "<worksheet><sheetData>" + heading + line(5, "count", "><v>2</v>") + "</sheetData></worksheet>";
  auto& book = parts["xl/workbook.xml"];
  book.insert(book.find("sheetId=\"7\""), "state=\"veryHidden\" ");
  const auto values = readValuesSheet(zipped(parts), "v.xlsx", sample::definition(), "");
  REQUIRE(values);
  CHECK(lexical(values->values[0].value) == "2");
}

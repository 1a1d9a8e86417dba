// The cells of workbooks: their kind, what they show, and what hides or covers them.
#include <catch2/catch.hpp>

#include "core/base/texts.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/exchange/sheets/stored_number.h"
#include "tests/core/exchange/workbook_file.h"

using namespace cchc;
using test::textCell, test::workbook, test::zipped;
using Kind = SheetCell::Kind;

namespace {

std::string codeOf(std::string_view bytes) {
  const auto read = readSheetFile(bytes, "v.xlsx");
  if (read) return "";
  for (const auto language : {Language::vi, Language::en}) {
    const auto told = message(read.error(), language);
    INFO(messageLine(read.error(), language));
    CHECK(told.what.find('{') == std::string::npos);
    CHECK_FALSE(told.fix.empty());
  }
  return read.error().code;
}
std::string codeOfRows(const std::string& rows, const std::string& after = {}) {
  return codeOf(zipped(workbook(rows, after)));
}

Sheet sheetOf(const std::string& rows, const std::string& after = {}) {
  auto read = readSheetFile(zipped(workbook(rows, after)), "v.xlsx");
  if (!read) FAIL(messageLine(read.error(), Language::en));
  return std::move(read->sheets.front());
}
SheetCell cellOf(const std::string& attributes, const std::string& content) {
  return sheetOf("<row r=\"1\"><c r=\"A1\" " + attributes + ">" + content + "</c></row>").at(0, 0);
}
std::string shown(int style, const std::string& stored) {
  return cellOf("s=\"" + std::to_string(style) + "\"", "<v>" + stored + "</v>").text;
}

}  // namespace

TEST_CASE("each cell of a workbook has its kind, its value and what it shows") {
  const auto number = cellOf("", "<v>1234.5</v>");
  CHECK(number.kind == Kind::number);
  CHECK(number.number == *Decimal::parse("1234.5"));
  CHECK(number.text == "1234,5");
  const auto percent = cellOf("s=\"1\"", "<v>0.97219999999999995</v>");
  CHECK(percent.kind == Kind::percent);
  CHECK(percent.number == *Decimal::parse("97.22"));
  CHECK(percent.text == "97,22%");
  const auto day = cellOf("s=\"6\"", "<v>45166.75</v>");
  CHECK(day.kind == Kind::date);
  CHECK(day.date == Date{2023, 8, 28});
  CHECK(day.text == "28/08/2023 18:00");
  const auto yes = cellOf("t=\"b\"", "<v>1</v>");
  CHECK((yes.kind == Kind::yesNo && yes.yes && yes.text == "TRUE"));
  const auto error = cellOf("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>");
  CHECK((error.kind == Kind::error && error.text == "#DIV/0!"));
  const auto formula = cellOf("", "<f>SUM(B1:B9)</f>");
  CHECK((formula.kind == Kind::formulaWithoutResult && formula.text == "=SUM(B1:B9)"));
  CHECK(cellOf("", "<f>2+3</f><v>5</v>").number == Decimal(5));
  CHECK(cellOf("t=\"d\"", "<v>2023-08-28T00:00:00</v>").date == Date{2023, 8, 28});
  CHECK(cellOf("", "<v>1E+300</v>").kind == Kind::error);
}

TEST_CASE("a number is shown as its format says, with the marks of this country") {
  CHECK(shown(5, "1234567.891") == "1.234.567,89");
  CHECK(shown(5, "-0.001") == "0,00");
  CHECK(shown(5, "-5") == "-5,00");
  CHECK(shown(7, "-1234") == "(1.234)");
  CHECK(shown(7, "0") == "-");
  CHECK(shown(8, "5000") == "5.000 đồng");
  CHECK(shown(4, "97.22") == "97,2%");
  CHECK(shown(0, "97.22") == "97,22");
  CHECK(shown(2, "45166") == "28/08/2023");
  CHECK(shown(2, "-5") == "-5");
  CHECK(shown(0, "1000000000000000.0") == "1000000000000000");
}

TEST_CASE("strings are decoded: runs, escapes, line ends") {
  CHECK(cellOf("t=\"s\"", "<v>1</v>").text == "value");
  CHECK(cellOf("t=\"inlineStr\"", "<is><t>a_x000D_\nb</t></is>").text == "a\nb");
  CHECK(cellOf("t=\"inlineStr\"", "<is><t>_x005F_x000D_</t></is>").text == "_x000D_");
  CHECK(cellOf("t=\"inlineStr\"", "<is><t>_x00e2_</t></is>").text == "â");
  CHECK(cellOf("t=\"inlineStr\"", "<is><t>_xD800_</t></is>").text == "_xD800_");
  CHECK(cellOf("t=\"inlineStr\"", "<is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>&amp;b</t></r></is>").text == "a&b");
  // A raised digit is the mark of a note, or of square metres.
  CHECK(cellOf("t=\"inlineStr\"",
               "<is><r><t>63</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>"
               "<r><t> m</t></r></is>")
            .text == "63² m");
  CHECK(codeOfRows("<row><c t=\"s\"><v>9</v></c></row>") == "values.not-xlsx");
}

TEST_CASE("rows, columns and sheets that are hidden are marked, and rows keep their numbers") {
  auto parts = workbook("<row r=\"4\" hidden=\"1\">" + textCell("A4", "x") + "</row><row r=\"9\">" +
                        textCell("A9", "y") + textCell("C9", "z") + "</row>");
  auto& part = parts["xl/worksheets/sheet7.xml"];
  part.insert(part.find("<sheetData>"), "<cols><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols>");
  auto read = readSheetFile(zipped(parts), "v.xlsx");
  REQUIRE(read);
  const auto& sheet = read->sheets.front();
  REQUIRE(sheet.rows.size() == 2);
  CHECK((sheet.rows[0].number == 4 && sheet.rows[0].hidden && sheet.at(0, 0).hidden));
  CHECK((sheet.rows[1].number == 9 && !sheet.at(1, 0).hidden && sheet.at(1, 2).hidden));
  CHECK(cellPosition(sheet, "v.xlsx", sheet.rows[1], 2) == "v.xlsx!C9");
  CHECK(sheet.at(0, 7).kind == Kind::blank);
  CHECK((read->sheets.size() == 2 && read->sheets[1].name == "B"));
  auto& book = parts["xl/workbook.xml"];
  book.insert(book.find("sheetId=\"7\""), "state=\"hidden\" ");
  read = readSheetFile(zipped(parts), "v.xlsx");
  REQUIRE(read);
  CHECK((read->sheets[0].hidden && read->sheets[0].at(1, 0).hidden && read->firstVisible() == 1));
}

TEST_CASE("the cell that covers a merged one is found") {
  const auto sheet = sheetOf("<row r=\"1\">" + textCell("A1", "Biểu") + textCell("C1", "c") + "</row><row r=\"2\">" +
                                 textCell("B2", "Nguồn") + "</row><row r=\"3\">" + textCell("A3", "a") + "</row>",
                             R"(<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B2:B3"/></mergeCells>)");
  CHECK((sheet.at(0, 1).merged && sheet.covering(0, 1).text == "Biểu"));
  CHECK_FALSE(sheet.at(0, 0).merged);
  CHECK((sheet.at(2, 1).merged && sheet.covering(2, 1).text == "Nguồn"));
  CHECK(sheet.covering(2, 0).text == "a");
  CHECK(sheet.merged.size() == 2);
  const auto alone = sheetOf("<row r=\"5\">" + textCell("A5", "x") + textCell("B5", "y") + "</row>",
                             R"(<mergeCells><mergeCell ref="B4:B5"/></mergeCells>)");
  CHECK((alone.at(0, 1).merged && alone.covering(0, 1).kind == Kind::blank));
}

TEST_CASE("dates of 1904 are dates of that calendar") {
  auto parts = workbook("<row><c s=\"2\"><v>43704</v></c></row>");
  auto& book = parts["xl/workbook.xml"];
  book.insert(book.find("<sheets>"), "<workbookPr date1904=\"1\"/>");
  const auto read = readSheetFile(zipped(parts), "v.xlsx");
  REQUIRE(read);
  CHECK(read->sheets.front().at(0, 0).date == Date{2023, 8, 28});
}

TEST_CASE("formatted rows without content cost nothing, and far rows with content are read") {
  const auto sheet = sheetOf("<row r=\"2\">" + textCell("A2", "x") +
                             "<c r=\"XFD2\" s=\"2\"/></row><row r=\"900000\"><c r=\"A900000\"><v>1</v></c></row>"
                             "<row r=\"1048576\" s=\"2\"><c r=\"A1048576\" s=\"2\"/></row>");
  REQUIRE(sheet.rows.size() == 2);
  CHECK((sheet.rows[0].cells.size() == 1 && sheet.rows[1].number == 900'000));
}

TEST_CASE("a workbook that exceeds a limit is refused with the limit") {
  const auto limitOf = [](const std::string& rows, const std::string& after = {}) {
    const auto bytes = zipped(workbook(rows, after));
    CHECK(codeOf(bytes) == "values.sheet-too-large");
    const auto read = readSheetFile(bytes, "v.xlsx");
    return read ? std::string() : read.error().parameters.back().value;
  };
  CHECK(limitOf("<row><c r=\"SG1\"><v>1</v></c></row>") == "500 columns");
  std::string rows, wide, texts;
  for (int i = 0; i < 50'001; ++i) rows += "<row><c><v>1</v></c></row>";
  CHECK(limitOf(rows) == "50,000 rows with content");
  for (int i = 1; i < 4'100; ++i) wide += "<row><c r=\"SF" + std::to_string(i) + "\"><v>1</v></c></row>";
  CHECK(limitOf(wide) == "500,000 cells");
  const std::string megabyte(std::size_t(1) << 20U, 'x');
  for (int i = 0; i < 65; ++i) texts += "<row><c t=\"inlineStr\"><is><t>" + megabyte + "</t></is></c></row>";
  CHECK(limitOf(texts) == "16 MB of text");
  std::string ranges = "<mergeCells>";
  for (int i = 0; i < 10'001; ++i) ranges += "<mergeCell ref=\"A1:B2\"/>";
  CHECK(limitOf("", ranges + "</mergeCells>") == "10,000 merged ranges");
}

TEST_CASE("one long string that many cells share is counted for each of them") {
  auto parts = workbook("");
  parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(std::size_t(1) << 20U, 'x') + "</t></si></sst>";
  std::string rows;
  for (int i = 0; i < 65; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
  parts["xl/worksheets/sheet7.xml"] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  CHECK(codeOf(zipped(parts)) == "values.sheet-too-large");
}

TEST_CASE("a damaged workbook is refused") {
  CHECK(codeOf(zipped({{"a.txt", "b"}})) == "values.not-xlsx");
  CHECK(codeOf("PK\x03\x04") == "values.not-xlsx");
  const auto whole = zipped(workbook("<row/>"));
  CHECK(codeOf(whole.substr(0, whole.size() / 2)) == "values.not-xlsx");
  auto parts = workbook("<row/>");
  parts["xl/worksheets/sheet7.xml"] = "<worksheet><sheetData>";
  CHECK(codeOf(zipped(parts)) == "values.not-xlsx");
  parts["xl/worksheets/sheet7.xml"] = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>";
  CHECK(codeOf(zipped(parts)) == "values.not-xlsx");
  parts.erase("xl/worksheets/sheet7.xml");
  CHECK(codeOf(zipped(parts)) == "values.not-xlsx");
  CHECK(codeOfRows("<row r=\"3\"><c><v>1</v></c></row><row r=\"3\"><c><v>1</v></c></row>") == "values.not-xlsx");
  CHECK(codeOfRows("<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"A3\"><v>2</v></c></row>") == "values.not-xlsx");
  CHECK(codeOfRows("<row r=\"1048577\"><c><v>1</v></c></row>") == "values.not-xlsx");
  CHECK(codeOfRows("<row><c t=\"z\"><v>1</v></c></row>") == "values.not-xlsx");
}

TEST_CASE("stored numbers and serial days are read exactly") {
  const auto text = [](std::string_view stored) {
    const auto number = storedNumber(stored);
    return number ? number->toText() : "none";
  };
  CHECK(text("0.30000000000000004") == "0.3");
  CHECK(text("-1.5E-3") == "-0.0015");
  CHECK(text("1234567890123456") == "1234567890123456");
  CHECK(text("123456789012345678901") == "123456789012345678901");
  CHECK(text("9.9999999999999996E+22") == "99999999999999996000000");
  CHECK(text("1234567890123456.7") == "1234567890123456.7");
  CHECK(text("12345678901234.567") == "12345678901234.6");
  CHECK(text("0") == "0");
  CHECK(text("1e400") == "none");
  CHECK(text("1e-400") == "none");
  CHECK(text("1,5") == "none");
  CHECK(text("-") == "none");
  CHECK(text("") == "none");
  const auto day = [](int serial, bool from1904 = false) {
    const auto date = dateOfSerial(Decimal(serial), from1904);
    return date ? date->date.toText() : "none";
  };
  CHECK(day(1) == "1900-01-01");
  CHECK(day(59) == "1900-02-28");
  CHECK(day(60) == "none");
  CHECK(day(61) == "1900-03-01");
  CHECK(day(0) == "none");
  CHECK(day(2'958'465) == "9999-12-31");
  CHECK(day(2'958'466) == "none");
  CHECK(day(43704, true) == "2023-08-28");
  CHECK(dateOfSerial(*Decimal::parse("45166.9999999"), false)->second == 86'399);
}

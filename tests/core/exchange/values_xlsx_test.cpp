// Workbooks, as Excel and LibreOffice write them.
#include <zip.h>

#include <catch2/catch.hpp>
#include <map>

#include "core/exchange/sheets/sheet.h"
#include "core/exchange/sheets/workbook_number.h"
#include "core/exchange/values/values_file.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

using Parts = std::map<std::string, std::string>;

Parts workbook(const std::string& rows) {
  return {
      {"xl/workbook.xml",
       R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"><sheets><sheet name="A" sheetId="7" r:id="rId3"/><sheet name="B" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="rId1" Target="worksheets/other.xml"/><Relationship Id="rId3" Target="worksheets/sheet7.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml",
       R"(<sst><si><t>field</t></si><si><r><t>val</t></r><r><rPr><b/></rPr><t>ue</t></r><rPh><t>x</t></rPh></si><si><t xml:space="preserve"> Vũ Thị </t></si></sst>)"},
      {"xl/styles.xml",
       R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>)"},
      {"xl/worksheets/sheet7.xml",
       R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" + rows +
           "</sheetData></worksheet>"}};
}

std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  auto* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  REQUIRE(zip != nullptr);
  for (const auto& [name, text] : parts)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
  REQUIRE(zip_close(zip) == 0);
  zip_source_open(source);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  zip_source_read(source, bytes.data(), stat.size);
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

Result<ValuesFile> read(const std::string& rows, std::string_view table = {}) {
  return readValuesXlsx(zipped(workbook(rows)), "v.xlsx", sample::definition(), table);
}

const std::string heading = R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>)";

std::string line(int row, std::string_view field, std::string_view cell) {
  const auto number = std::to_string(row);
  return "<row r=\"" + number + "\"><c r=\"B" + number + "\" t=\"inlineStr\"><is><t>" + std::string(field) +
         "</t></is></c><c r=\"C" + number + "\" " + std::string(cell) + "</c></row>";
}

std::string one(std::string_view field, std::string_view cell) {
  const auto values = read(heading + line(5, field, cell));
  if (!values) return values.error().code + " " + values.error().place;
  return values->values.size() == 1 ? lexical(values->values[0].value) : "?";
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
  CHECK(one("count", "><v>45.5</v>") == "values.wrong-value v.xlsx!C5");
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
  CHECK(one("as_at", "><v>45166</v>") == "values.wrong-value v.xlsx!C5");
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

TEST_CASE("a workbook with a formula error is refused with the cell") {
  CHECK(one("count", "t=\"e\"><v>#REF!</v>") == "values.cell-error v.xlsx!C5");
}

TEST_CASE("what is no workbook is refused") {
  CHECK(readValuesXlsx("not a zip", "v.xlsx", sample::definition(), "").error().code == "values.not-xlsx");
  CHECK(readValuesXlsx("", "v.xlsx", sample::definition(), "").error().code == "values.not-xlsx");
  CHECK(readValuesXlsx(zipped({{"a.txt", "b"}}), "v.xlsx", sample::definition(), "").error().code == "values.not-xlsx");
  auto parts = workbook(heading);
  parts["xl/worksheets/sheet7.xml"] = "<worksheet><sheetData>";
  CHECK(readValuesXlsx(zipped(parts), "v.xlsx", sample::definition(), "").error().code == "values.not-xlsx");
  const auto whole = zipped(workbook(heading));
  CHECK(readValuesXlsx(whole.substr(0, whole.size() / 2), "v.xlsx", sample::definition(), "").error().code ==
        "values.not-xlsx");
}

TEST_CASE("a workbook that unpacks to more than it should, or reaches too far, is refused") {
  auto parts = workbook(heading);
  parts["xl/worksheets/sheet7.xml"] = std::string(std::size_t(65) << 20, ' ');
  CHECK(readValuesXlsx(zipped(parts), "v.xlsx", sample::definition(), "").error().code == "values.sheet-too-large");
  CHECK(read("<row r=\"900000\"><c r=\"A900000\"><v>1</v></c></row>").error().code == "values.sheet-too-large");
  CHECK(read("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").error().code == "values.sheet-too-large");
}

TEST_CASE("stored numbers and serial days are read exactly") {
  const auto text = [](std::string_view stored) {
    const auto number = storedNumber(stored);
    return number ? number->toText() : "none";
  };
  CHECK(text("0.30000000000000004") == "0.3");
  CHECK(text("-1.5E-3") == "-0.0015");
  CHECK(text("9.9999999999999996E+22") == "100000000000000000000000");
  CHECK(text("0") == "0");
  CHECK(text("1e400") == "none");
  CHECK(text("1,5") == "none");
  CHECK(dateOfSerial(Decimal(1), false) == "1900-01-01");
  CHECK(dateOfSerial(Decimal(59), false) == "1900-02-28");
  CHECK(dateOfSerial(Decimal(60), false) == std::nullopt);
  CHECK(dateOfSerial(Decimal(61), false) == "1900-03-01");
  CHECK(dateOfSerial(Decimal(43704), true) == "2023-08-28");
}

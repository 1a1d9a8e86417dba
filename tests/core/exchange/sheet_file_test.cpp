// What a file of cells is, by its content: its encoding, its separator, and whether it is a workbook at all.
#include <catch2/catch.hpp>

#include "core/base/texts.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/exchange/sheets/sheet_file.h"
#include "tests/core/exchange/workbook_file.h"

using namespace cchc;

namespace {

std::string codeOf(std::string_view bytes, OldTexts old = OldTexts::refuse) {
  const auto read = readSheetFile(bytes, "v.csv", old);
  if (read) return "";
  const auto told = message(read.error(), Language::vi);
  CHECK(told.what.find('{') == std::string::npos);
  CHECK_FALSE(told.fix.empty());
  return read.error().code;
}

// The cells, with "|" between them and "/" between rows.
std::string cellsOf(const Sheet& sheet) {
  std::string text;
  for (const auto& row : sheet.rows) {
    text += text.empty() ? "" : "/";
    for (std::size_t i = 0; i < row.cells.size(); ++i) text += (i == 0 ? "" : "|") + row.cells[i].text;
  }
  return text;
}
std::string cellsOf(std::string_view bytes, OldTexts old = OldTexts::refuse) {
  const auto read = readSheetFile(bytes, "v.csv", old);
  return read ? cellsOf(read->sheets.front()) : messageLine(read.error(), Language::en);
}

// "Trung tâm Tư vấn và dịch vụ tài chính" in the bytes of the font.
const std::string tcvn3 =
                      "Trung t\xa9m T\xad v\xcan v\xb5 d\xde"
                      "ch v\xf4 t\xb5i ch\xddnh",
                  vni =
                      "Trung ta\xe2m T\xf6 va\xe1n va\xf8 d\xf2"
                      "ch vu\xef ta\xf8i ch\xednh",
                  unicode = "Trung tâm Tư vấn và dịch vụ tài chính";
// The same bytes as a program shows them that takes them for Windows-1252.
std::string shown(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      text += c;
    else
      text += {static_cast<char>(0xc0 | byte >> 6), static_cast<char>(0x80 | (byte & 0x3f))};
  }
  return text;
}

}  // namespace

TEST_CASE("the separator is the one that the whole text agrees on") {
  CHECK(cellsOf("a;b\n1,5;2,5\n3,5;4,5\n") == "a|b/1,5|2,5/3,5|4,5");
  CHECK(cellsOf("Biểu 1, năm 2023; nháp\na,b\n1,2\n3,4\n") == "Biểu 1| năm 2023; nháp/a|b/1|2/3|4");
  CHECK(cellsOf("một, hai; ba, bốn, năm\na\tb\nc\td\n") == "một, hai; ba, bốn, năm/a|b/c|d");
  CHECK(cellsOf("a|b\n1,5|2\n3|4,5\n") == "a|b/1,5|2/3|4,5");
  CHECK(cellsOf("sep=;\r\n1,5;2\r\n") == "1,5|2");
  CHECK(cellsOf("một cột\n1\n") == "một cột/1");
  CHECK(cellsOf("a,\"b;c\nd;e\nf;g\"\nh,i\n") == "a|b;c\nd;e\nf;g/h|i");
}

TEST_CASE("lines have the numbers that people see, whatever their ends are") {
  const auto sheet = readDelimitedText("a\tb\r\"1\n2\"\t3\n\n\n4\t5", "f");
  REQUIRE(sheet);
  CHECK(cellsOf(*sheet) == "a|b/1\n2|3/4|5");
  CHECK((sheet->rows[1].number == 2 && sheet->rows[2].number == 6));
  CHECK(readDelimitedText("a,b\n\"c,d\n", "f").error().place == "f:2");
  CHECK(readDelimitedText("sep=,\na,b\n\"c,d\n", "f").error().place == "f:3");
}

TEST_CASE("content beyond the headings of a text is found, and a remark beside those of a workbook is not") {
  auto sheet = *readDelimitedText("Biểu 1\nfield,value,\nx,45,8\ny,1,\n", "f");
  CHECK(firstBeyondHeadings(sheet, 1, 2) == 2);
  CHECK(firstBeyondHeadings(sheet, 1, 3) == 3);
  sheet.workbook = true;
  CHECK(firstBeyondHeadings(sheet, 1, 2) == 3);
}

TEST_CASE("the clipboard keeps blank cells, quoted line ends and quotation marks, and drops the last line end") {
  CHECK(cellsOf(readClipboard("177.357\r\n")) == "177.357");
  CHECK(cellsOf(readClipboard("1\r\n\r\n3\r\n")) == "1//3");
  CHECK(readClipboard("1\r\n\r\n3\r\n").rows.size() == 3);
  CHECK(cellsOf(readClipboard("\"a\r\nb\"\tc\n")) == "a\nb|c");
  CHECK(cellsOf(readClipboard("\"a \"\"b\"\"\"\t\"c")) == "a \"b\"|\"c");
  CHECK(cellsOf(readClipboard("\"a\" b\tc")) == "\"a\" b|c");
  CHECK(readClipboard("").rows.empty());
  for (const std::string text : {"a", "a\tb", "a\nb", "\"", "\"a\""}) {
    const auto again = readClipboard(clipboardCell(text) + "\tx\n");
    CHECK(again.at(0, 0).text == text);
    CHECK(again.at(0, 1).text == "x");
  }
}

TEST_CASE("Windows-1258 is recognised by its words") {
  // The tones stand behind their vowels.
  CHECK(cellsOf("t\xean;s\xf4\xec\nNguy\xea\xden Thi\xf2 H\xf4\xccng;5 \xfe\n") == "tên|số/Nguyễn Thị Hồng|5 ₫");
  CHECK(cellsOf("a;1\xa0"
                "234\n") ==
        "a|1\xc2\xa0"
        "234");
  CHECK(codeOf("caf\xe9;cr\xe8me\n") == "values.encoding");
  CHECK(codeOf("\x83\x65\x83\x58\x83\x67;\x8a\xbf\n") == "values.encoding");
}

TEST_CASE("texts of old fonts are recognised in any encoding, and converted when that is asked for") {
  for (const auto& [bytes, name] : {std::pair(tcvn3, "TCVN3 (ABC)"), std::pair(vni, "VNI")}) {
    for (const auto& text : {bytes, shown(bytes)}) {
      INFO(text);
      const auto file = "field;value\nnote;" + text + "\n";
      const auto read = readSheetFile(file, "v.csv");
      REQUIRE_FALSE(read);
      CHECK(read.error().code == "values.old-encoding");
      CHECK(read.error().place == "v.csv:2");
      CHECK(read.error().parameters.front().value == name);
      CHECK(cellsOf(file, OldTexts::convert) == "field|value/note|" + unicode);
      CHECK(readSheetFile(file, "v.csv", OldTexts::convert)->text == "field;value\nnote;" + unicode + "\n");
    }
  }
}

TEST_CASE("a workbook with texts of an old font names the first such cell, and keeps its Unicode texts") {
  using test::textCell;
  const auto bytes = test::zipped(test::workbook("<row r=\"2\">" + textCell("A2", "Nguyễn Thị Hồng hé") +
                                                 textCell("B2", shown(tcvn3)) + "</row><row r=\"3\">" +
                                                 textCell("A3", "hé") + "</row>"));
  const auto read = readSheetFile(bytes, "v.xlsx");
  REQUIRE_FALSE(read);
  CHECK((read.error().code == "values.old-encoding" && read.error().place == "v.xlsx!A!B2"));
  const auto converted = readSheetFile(bytes, "v.xlsx", OldTexts::convert);
  REQUIRE(converted);
  CHECK(cellsOf(converted->sheets.front()) == "Nguyễn Thị Hồng hé|" + unicode + "/hé");
}

TEST_CASE("all letters of the old fonts are known") {
  CHECK(cellsOf("x;\xa7\xacn v\xde h\xb5nh ch\xddnh, \xae\xb7 gi\xb6i quy\xd5t \xae\xf3ng h\xb9n\n",
                OldTexts::convert) == "x|Đơn vị hành chính, đã giải quyết đúng hạn");
  CHECK(cellsOf("x;\xd1\xf4n v\xf2 ha\xf8nh ch\xednh, \xf1"
                "a\xf5 gia\xfbi quye\xe1t \xf1u\xf9ng ha\xefn\n",
                OldTexts::convert) == "x|Đơn vị hành chính, đã giải quyết đúng hạn");
}

TEST_CASE("texts of other languages and signs are not taken for old fonts") {
  for (const std::string text : {"Citroën;Müller;naïve;café;José\n", "25 °C;12 m²;5 µm;± 3;§ 5;© 2023\n",
                                 "Đắk Lắk;Pleiku;Krông Pắc\n", "TôHiến;VNĐồng;hòaBình\n", "Ê a;Ô tô;Ý;Á\n"}) {
    INFO(text);
    CHECK(codeOf(text) == "");
  }
}

TEST_CASE("files that are no workbooks of this format are refused with how to save them") {
  CHECK(codeOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(600, '\0')) == "values.old-workbook");
  std::string encrypted = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  for (const char c : std::string_view("EncryptedPackage")) encrypted += {c, '\0'};
  CHECK(codeOf(encrypted) == "values.not-xlsx");
  CHECK(codeOf(test::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                             {"content.xml", "<a/>"}})) == "values.old-workbook");
  CHECK(codeOf(test::zipped({{"xl/workbook.bin", "x"}})) == "values.old-workbook");
  CHECK(codeOf("\n <HTML><body><table>") == "values.old-workbook");
  CHECK(codeOf("<?xml version=\"1.0\"?><Workbook/>") == "values.old-workbook");
}

TEST_CASE("running text is the text of a file, or the lines of a sheet under their own numbers") {
  const auto text = readSheetFile("Kế hoạch số 4\r\nngày 5\r\n", "v.txt");
  REQUIRE(text);
  CHECK(runningText(*text, 0) == "Kế hoạch số 4\nngày 5\n");
  const auto book = readSheetFile(
      test::zipped(test::workbook("<row r=\"2\">" + test::textCell("A2", "a\nb") + "<c r=\"C2\"><v>1.5</v></c></row>")),
      "v.xlsx");
  REQUIRE(book);
  CHECK(runningText(*book, 0) == "\na b\t\t1,5\n");
}

TEST_CASE("a file is taken by the ending of its name in any case") {
  CHECK(hasSheetEnding("Số liệu.XLSX"));
  CHECK(hasSheetEnding("a.b.Csv"));
  CHECK(hasSheetEnding("a.ODS"));
  CHECK_FALSE(hasSheetEnding("a.docx"));
}

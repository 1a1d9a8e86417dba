#include "tests/core/exchange/workbook_file.h"

#include <zip.h>

#include <catch2/catch.hpp>

namespace cchc::test {

namespace {

const std::string sheetBegin =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";

}  // namespace

Parts workbook(const std::string& rows, const std::string& after) {
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return {
      {"_rels/.rels", R"(<Relationships><Relationship Id="rId1" Type=")" + relation +
                          R"(officeDocument" Target="/xl/workbook.xml"/></Relationships>)"},
      {"xl/workbook.xml",
       R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"><sheets><sheet name="A" sheetId="7" r:id="rId3"/><sheet name="B" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="rId1" Type=")" + relation +
           R"(worksheet" Target="worksheets/other.xml"/><Relationship Id="rId3" Type=")" + relation +
           R"(worksheet" Target="/xl/worksheets/sheet7.xml"/><Relationship Id="rId4" Type=")" + relation +
           R"(sharedStrings" Target="../xl/sharedStrings.xml"/><Relationship Id="rId5" Type=")" + relation +
           R"(styles" Target="styles.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml",
       R"(<sst><si><t>field</t></si><si><r><t>val</t></r><r><rPr><b/></rPr><t>ue</t></r><rPh><t>x</t></rPh></si><si><t xml:space="preserve"> Vũ Thị </t></si></sst>)"},
      {"xl/styles.xml",
       R"x(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\ hh:mm"/><numFmt numFmtId="167" formatCode="_(* #,##0_);_(* \(#,##0\);_(* &quot;-&quot;??_);_(@_)"/><numFmt numFmtId="168" formatCode="#,##0\ &quot;đồng&quot;"/><numFmt numFmtId="169" formatCode="mmm\-yy"/><numFmt numFmtId="170" formatCode="&quot;ước &quot;#,##0"/><numFmt numFmtId="171" formatCode="0&quot; triệu&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="4"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>)x"},
      {"xl/worksheets/sheet7.xml", sheetBegin + rows + "</sheetData>" + after + "</worksheet>"},
      {"xl/worksheets/other.xml", sheetBegin + "</sheetData></worksheet>"}};
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

std::string textCell(std::string_view reference, std::string_view text) {
  return "<c r=\"" + std::string(reference) + "\" t=\"inlineStr\"><is><t>" + std::string(text) + "</t></is></c>";
}

}  // namespace cchc::test

// Values files as XML.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "core/base/digest.h"
#include "core/definition/located_place.h"
#include "core/exchange/values/values_file.h"
#include "tests/core/exchange/libxml_oracle.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

Result<ValuesFile> read(std::string_view content) {
  return readValuesXml("<values xmlns=\"urn:cchc:values:1\">" + std::string(content) + "</values>", "v.xml",
                       sample::definition());
}

std::string codeOf(std::string_view content) {
  const auto values = read(content);
  if (values) return "";
  for (const auto language : {Language::vi, Language::en}) {
    const auto told = message(values.error(), language);
    INFO(messageLine(values.error(), language));
    CHECK(findText(values.error().code) != nullptr);
    CHECK(told.what.find('{') == std::string::npos);
    CHECK_FALSE(told.fix.empty());
  }
  CHECK(values.error().place.substr(0, 6) == "v.xml:");
  return values.error().code;
}

// A blank section after the edits of a file.
SectionData applied(const ValuesFile& values) {
  const auto& form = sample::definition();
  auto data = emptyData(form);
  for (const auto& edit : values.tables) {
    if (edit.nothing) data.tables[*form.tableIndex(edit.table)].nothing = *edit.nothing;
  }
  for (const auto& edit : values.rows) {
    const auto index = *form.tableIndex(edit.table);
    if (!form.tables[index].fixed)
      data.tables[index].rows.push_back({edit.row, std::vector<Value>(form.tables[index].columns.size())});
  }
  for (const auto& edit : values.values) {
    auto* value = valueAt(form, data, edit.place);
    REQUIRE(value != nullptr);
    *value = edit.value;
  }
  data.paragraphs = values.paragraphs;
  data.explanations = values.explanations;
  for (const auto& [id, nothing] : values.groups) {
    for (std::size_t i = 0; i < form.groups.size(); ++i) {
      if (form.groups[i].id == id) data.groupNothing[i] = nothing;
    }
  }
  return data;
}

}  // namespace

TEST_CASE("a section written as a values file reads back whole") {
  auto data = sample::data();
  data.kept.clear();
  data.groupNothing[0] = true;
  const auto xml = writeValuesXml(sample::definition(), data);
  const auto values = readValuesXml(xml, "v.xml", sample::definition());
  if (!values) FAIL(messageLine(values.error(), Language::en));
  CHECK(applied(*values) == data);
  CHECK(oracle::Schema(CCHC_SOURCE "/schemas/values.xsd").accepts(oracle::Document(xml)));
}

TEST_CASE("a values file sets what it names and leaves the rest") {
  const auto values = read(
      "<!-- by hand -->\n  <field id=\"count\" qualifier=\"over\"> 45 </field>\n<field id=\"amount\"/>"
      "<table id=\"classes\"><row id=\"r1\" remove=\"yes\"/><row id=\"r9\"><cell id=\"people\">7</cell></row></table>"
      "<paragraph id=\"standing\" confirmed=\"2023\"/>");
  if (!values) FAIL(messageLine(values.error(), Language::en));
  REQUIRE(values->values.size() == 3);
  CHECK(values->values[0].place == Place::ofField("count"));
  CHECK(lexical(values->values[0].value) == "45");
  CHECK(values->values[0].value.qualifier == Qualifier::over);
  CHECK(values->values[1].value.blank());
  CHECK(values->values[2].place == Place::ofCell("classes", "r9", "people"));
  REQUIRE(values->rows.size() == 2);
  CHECK(values->rows[0].remove);
  CHECK_FALSE(values->tables[0].replace);
  REQUIRE(values->paragraphs.size() == 1);
  CHECK_FALSE(values->paragraphs[0].text);
  CHECK(values->paragraphs[0].confirmed == 2023);
}

TEST_CASE("a comment in the middle of a text leaves the text whole") {
  const auto values =
      read("<field id=\"note\">một <!-- a -->hai</field><paragraph id=\"revenue\">Thu<!-- b --> đạt</paragraph>");
  REQUIRE(values);
  CHECK(*values->values[0].value.text() == "một hai");
  CHECK(*values->paragraphs[0].text == "Thu đạt");
}

TEST_CASE("wrong values files are refused with the line and what to mend") {
  CHECK(codeOf("<field id=\"counts\">1</field>") == "values.unknown-field");
  CHECK(codeOf("<table id=\"class\"/>") == "values.unknown-field");
  CHECK(codeOf("<table id=\"classes\"><row id=\"a\"><cell id=\"x\">1</cell></row></table>") == "values.unknown-field");
  CHECK(codeOf("<paragraph id=\"x\">a</paragraph>") == "values.unknown-field");
  CHECK(codeOf("<group id=\"x\" nothing=\"yes\"/>") == "values.unknown-field");
  CHECK(codeOf("<field id=\"amount\">nhiều</field>") == "values.wrong-value");
  CHECK(codeOf("<field id=\"amount\">1.000</field>") == "values.wrong-value");
  CHECK(codeOf("<field id=\"total\">1</field>") == "values.wrong-value");
  CHECK(codeOf("<field id=\"plan\">111/KH-UBND</field>") == "values.wrong-value");
  CHECK(codeOf("<field id=\"parts.first\" qualifier=\"over\">1</field>") == "values.wrong-value");
  CHECK(codeOf("<field id=\"count\">1</field><field id=\"count\">2</field>") == "values.duplicate");
  CHECK(codeOf("<table id=\"classes\"><row id=\"a\"/><row id=\"a\"/></table>") == "values.duplicate");
  CHECK(codeOf("<table id=\"sources\"><row id=\"commune\"/></table>") == "values.unknown-row");
  CHECK(codeOf("<table id=\"sources\"><row id=\"district\" remove=\"yes\"/></table>") == "values.attribute");
  CHECK(codeOf("<table id=\"classes\" nothing=\"yes\"><row id=\"a\"/></table>") == "values.nothing");
  CHECK(codeOf("<table id=\"sources\" nothing=\"yes\"/>") == "values.nothing");
  CHECK(codeOf("<field>1</field>") == "values.attribute");
  CHECK(codeOf("<field id=\"count\" unit=\"x\">1</field>") == "values.attribute");
  CHECK(codeOf("<fields/>") == "values.structure");
  CHECK(codeOf("stray") == "values.structure");
  CHECK(codeOf("<table id=\"classes\">stray</table>") == "values.structure");
  CHECK(codeOf("<field id=\"scan\"><attachment file=\"none.pdf\"/></field>") == "values.attachment");
  CHECK(codeOf("<field id=\"count\">1</fields>") == "package.mismatched-tag");
  std::string rows;
  for (int i = 0; i < 6; ++i) rows += "<row id=\"" + std::to_string(i) + "\"/>";
  CHECK(codeOf("<table id=\"classes\">" + rows + "</table>") == "package.too-many-rows");
  CHECK(readValuesXml(sample::package(), "v.xml", sample::definition()).error().code == "values.not-values");
}

TEST_CASE("the line of the wrong value is named") {
  const auto values = read("\n<field id=\"count\">1</field>\n  <field id=\"amount\">nhiều</field>");
  CHECK(values.error().place == "v.xml:3:3");
}

TEST_CASE("an attachment beside the values file is taken in with its digest") {
  const auto folder = std::filesystem::temp_directory_path() / ("cchc-values-" + newId());
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "scan.pdf", std::ios::binary) << "bytes";
  const auto values = readValuesXml(
      "<values xmlns=\"urn:cchc:values:1\"><field id=\"scan\"><attachment file=\"scan.pdf\" "
      "media-type=\"application/pdf\"/></field></values>",
      folder / "v.xml", sample::definition());
  std::filesystem::remove_all(folder);
  if (!values) FAIL(messageLine(values.error(), Language::en));
  REQUIRE(values->attachments.size() == 1);
  CHECK(values->attachments[0].bytes == "bytes");
  CHECK(values->attachments[0].about.digest == sha256("bytes"));
  CHECK(std::get<Attachment>(values->values[0].value.content) == values->attachments[0].about);
}

TEST_CASE("errors name fields, tables, rows and choices by their labels, and figures as a clerk writes them") {
  const auto told = [](std::string_view content, Language language) {
    return message(read(content).error(), language).what;
  };
  const auto choice = "<field id=\"mark\">bad</field>";
  CHECK(told(choice, Language::vi) == "“Xếp loại” ghi sai: “bad” không có trong danh sách: Tốt; Khá");
  CHECK(told(choice, Language::en) == "“Xếp loại” is wrong: “bad” is not in the list: Good; Fair");
  CHECK(told("<field id=\"areas\">finance finance</field>", Language::vi) ==
        "“Lĩnh vực” ghi sai: “Tài chính” được chọn hai lần");
  CHECK(told("<field id=\"amount\">10000000000000001</field>", Language::en) ==
        "“Amount” is wrong: “10.000.000.000.000.001” is beyond the limit of 10.000.000.000.000.000");
  CHECK(told("<field id=\"weight\">1234.567</field>", Language::vi) ==
        "“Điểm” ghi sai: “1.234,567” có nhiều hơn 2 chữ số thập phân");
  const auto twice = "<table id=\"sources\"><row id=\"central\"/><row id=\"central\"/></table>";
  CHECK(told(twice, Language::vi) == "“Nguồn vốn, Trung ương” có hai lần trong tệp");
  CHECK(told(twice, Language::en) == "“Sources, Central” occurs twice in the file");
}

TEST_CASE("a place is called by the labels that its definition has for it") {
  const auto& form = sample::definition();
  CHECK(placeLabel(form, "count") == Label{"Số lượng", "Count"});
  CHECK(placeLabel(form, "group:lists") == Label{"Bảng", "Lists"});
  CHECK(placeLabel(form, "classes") == Label{"Lớp tập huấn", "Classes"});
  CHECK(placeLabel(form, "classes[r1]") == Label{"Lớp tập huấn, r1", "Classes, r1"});
  CHECK(placeLabel(form, "classes[r1].people") == Label{"Lớp tập huấn, Số người", "Classes, People"});
  CHECK(placeLabel(form, "sources[central].planned").vi == "Nguồn vốn, Trung ương, Kế hoạch");
  // A row that the definition no longer has is named by its id, so that two of them are not called the same.
  CHECK(placeLabel(form, "sources[gone].planned").vi == "Nguồn vốn, gone, Kế hoạch");
  CHECK(placeLabel(form, "nowhere").vi == "nowhere");
  auto data = emptyData(form);
  const auto table = *form.tableIndex("classes");
  for (const auto* id : {"r1", "r2"}) data.tables[table].rows.push_back({id, {}});
  CHECK(placeLabel(form, data, "classes[r2].people") ==
        Label{"Lớp tập huấn, dòng 2, Số người", "Classes, row 2, People"});
  CHECK(placeLabel(form, data, "classes[r3].people") == Label{"Lớp tập huấn, r3, Số người", "Classes, r3, People"});
  CHECK(placeLabel(form, data, "sources[gone].planned").vi == "Nguồn vốn, gone, Kế hoạch");
}

// A section as a workbook, written in either language and read back.
#include "core/exchange/sheets/section_workbook.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/exchange/importing/own_workbook.h"
#include "core/exchange/sheets/workbook_reader.h"
#include "tests/core/exchange/sample.h"

using namespace cchc;

namespace {

const SectionKey key{DefinitionId("sample.all"), OrgUnitId("10945"), PeriodId("2023")};

// The sample without what a cell cannot hold: a document without a symbol ("bases"), and the last zero of a figure.
SectionData sampleData() {
  auto data = sample::data();
  data.fields[*sample::definition().fieldIndex("bases")] = Value{};
  data.fields[*sample::definition().fieldIndex("weight")] = Value{*Decimal::parse("-7.5")};
  return data;
}

std::string written(const SectionData& data, Language language) {
  const auto bytes = writeSectionWorkbook({sample::definition(), key, "Xã A", "Năm 2023"}, data, language);
  REQUIRE(bytes);
  return *bytes;
}

DryRun tried(const std::string& bytes, const SectionData& present, RowChoices choices = {},
             const SectionKey& expected = key) {
  const auto about = aboutWorkbook(bytes, "w.xlsx");
  const auto content = readSheetFile(bytes, "w.xlsx");
  REQUIRE((about && *about && content));
  const PartsInForce parts;
  return importWorkbook({sample::definition(), parts, present, 0}, expected, **about, *content, "w.xlsx", choices, "n");
}

Result<ValuesFile> read(const std::string& bytes, const SectionData& present, RowChoices choices = {},
                        const SectionKey& expected = key) {
  auto run = tried(bytes, present, choices, expected);
  for (const auto& finding : run.findings) {
    if (finding.blocks) return fail(finding.error);
  }
  return std::move(run.values);
}

// The value of a place in the file, in the form in which values are stored; "none" if the file has no such place.
std::string valueAt(const ValuesFile& file, std::string_view place) {
  const auto found = std::find_if(file.values.begin(), file.values.end(),
                                  [&](const ValueEdit& edit) { return placeText(edit.place) == place; });
  return found == file.values.end() ? "none" : encodeValue(found->value);
}

}  // namespace

TEST_CASE("a workbook in either language reads back to the values of its section") {
  const auto data = sampleData(), blank = emptyData(sample::definition());
  for (const auto language : {Language::vi, Language::en}) {
    const auto file = read(written(data, language), blank);
    INFO((file ? std::string() : messageLine(file.error(), Language::en)));
    REQUIRE(file);
    for (const auto* field : {"count", "weight", "amount", "as_at", "name", "mark", "areas", "done"}) {
      INFO(field);
      const auto index = sample::definition().fieldIndex(field);
      REQUIRE(index);
      CHECK(valueAt(*file, field) == encodeValue(data.fields[*index]));
    }
    CHECK(file->rows.size() >= data.tables[0].rows.size());
    CHECK(valueAt(*file, "scan") == "none");
    CHECK(valueAt(*file, "total") == "none");
  }
}

TEST_CASE("a workbook that nobody changed changes nothing") {
  const auto data = sampleData();
  for (const auto language : {Language::vi, Language::en}) {
    const auto file = read(written(data, language), data);
    INFO((file ? std::string() : messageLine(file.error(), Language::en)));
    REQUIRE(file);
    std::string changed;
    for (const auto& edit : file->values) changed += placeText(edit.place) + "=" + encodeValue(edit.value) + " ";
    CHECK(changed == "");
    CHECK(std::none_of(file->rows.begin(), file->rows.end(), [](const RowEdit& row) { return row.remove; }));
  }
}

TEST_CASE("a row that is missing in the workbook stays in its table, unless rows are replaced") {
  const auto& definition = sample::definition();
  auto longer = sampleData();
  auto& rows = longer.tables[*definition.tableIndex("classes")].rows;
  rows.push_back({"added", std::vector<Value>(definition.tables[*definition.tableIndex("classes")].columns.size())});
  const auto kept = tried(written(sampleData(), Language::vi), longer);
  CHECK(kept.values.rows.empty());
  CHECK(std::count_if(kept.findings.begin(), kept.findings.end(),
                      [](const ImportFinding& finding) { return finding.error.code == "import.rows-kept"; }) == 1);
  const auto file = read(written(sampleData(), Language::vi), longer, {.replace = true});
  INFO((file ? std::string() : messageLine(file.error(), Language::en)));
  REQUIRE(file);
  CHECK(std::count_if(file->rows.begin(), file->rows.end(), [](const RowEdit& row) {
          return row.remove && row.table == "classes" && row.row == "added";
        }) == 1);
}

TEST_CASE("the sheets and headings of a workbook are those that workbooks of version 0.1 have") {
  const auto sheets = readWorkbook(written(sampleData(), Language::vi), "w.xlsx");
  REQUIRE(sheets);
  CHECK(sheets->front().name == "1. Chỉ tiêu");
  const auto& rows = sheets->front().rows;
  const auto headings = std::find_if(rows.begin(), rows.end(), [](const SheetRow& row) {
    return !row.cells.empty() && row.cells.front().text == "Mã chỉ tiêu";
  });
  REQUIRE(headings != rows.end());
  std::vector<std::string> texts;
  for (const auto& cell : headings->cells) texts.push_back(cell.text);
  CHECK(texts == std::vector<std::string>{"Mã chỉ tiêu", "Nội dung", "Số liệu", "Đơn vị", "Hướng dẫn"});
  CHECK(sheets->back().name == "cchc");
}

TEST_CASE("a workbook says which definition it is of, and is refused for another section") {
  const auto bytes = written(sampleData(), Language::vi);
  CHECK(aboutWorkbook(bytes, "w.xlsx").value()->section == "sample.all");
  CHECK_FALSE(aboutWorkbook("PK", "w.xlsx").value().has_value());
  const auto blank = emptyData(sample::definition());
  for (const auto& other : {SectionKey{key.definition, OrgUnitId("10946"), key.period},
                            SectionKey{key.definition, key.unit, PeriodId("2024")}}) {
    CHECK(read(bytes, blank, {}, other).error().code == "values.other-section");
  }
}

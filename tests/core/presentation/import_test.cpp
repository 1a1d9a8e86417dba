// Values from a sheet of any layout: columns are guessed and mapped, wrong lines are named with how to fix them, and
// the correct ones are imported in one step of undo.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "core/app/suite/catalogue.h"
#include "core/exchange/importing/sheet_import.h"
#include "core/presentation/import/import_words.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using test::Department;

namespace {

const Words vi{Language::vi};

// A text file read as the window reads it.
ImportSource source(const test::TemporaryFolder& folder, const std::string& text, const char* name = "so-lieu.csv") {
  std::ofstream(folder / name, std::ios::binary) << text;
  auto opened = openImport(folder / name);
  REQUIRE(opened);
  return std::move(*opened);
}

std::string meaning(const SectionEditing& editing, const SheetMapping& mapping, std::size_t column) {
  const auto& one = mapping.columns[column];
  switch (one.kind) {
    case ColumnMeaning::Kind::ignored:
      return "";
    case ColumnMeaning::Kind::fieldName:
      return "field";
    case ColumnMeaning::Kind::figure:
      return "figure";
    case ColumnMeaning::Kind::rowName:
      return "row";
    case ColumnMeaning::Kind::count:
      return "count";
    case ColumnMeaning::Kind::unit:
      return "unit";
    case ColumnMeaning::Kind::qualifier:
      return "qualifier";
    case ColumnMeaning::Kind::documentPart:
      return "part";
    case ColumnMeaning::Kind::column:
      return editing.definition().tables[*mapping.table].columns[one.column].id;
  }
  return "?";
}

DryRun tried(const SectionEditing& editing, const Sheet& sheet, const SheetMapping& mapping, RowChoices rows = {}) {
  return importSheet({editing.definition(), editing.evaluation().inForce, editing.data(), 2023}, sheet, "so-lieu.csv",
                     mapping, {rows, "n", false});
}
DryRun tried(const SectionEditing& editing, const ImportSource& file, const SheetMapping& mapping,
             RowChoices rows = {}) {
  return tried(editing, file.content.sheets.front(), mapping, rows);
}
// What blocks.
std::vector<ImportFinding> wrong(const DryRun& run) {
  std::vector<ImportFinding> all;
  for (const auto& finding : run.findings) {
    if (finding.blocks) all.push_back(finding);
  }
  return all;
}
std::size_t count(const DryRun& run, std::string_view code) {
  return static_cast<std::size_t>(
      std::count_if(run.findings.begin(), run.findings.end(),
                    [&](const ImportFinding& finding) { return finding.error.code == code; }));
}
// The plan of the import of a file with a mapping, as the dialog makes it.
ImportPlan planned(const SectionEditing& editing, const ImportSource& file, const SheetMapping& mapping,
                   RowChoices rows = {}, std::map<std::string, ImportedFile> imported = {}) {
  const ImportSection section{editing.key(),
                              editing.period(),
                              editing.shared(),
                              editing.evaluation().inForce,
                              std::make_shared<SectionData>(editing.data()),
                              std::move(imported)};
  ImportChoices choices;
  choices.mapping = mapping;
  choices.rows = rows;
  auto plan = planImport(PluginHost(), section, file, choices);
  REQUIRE(plan);
  return std::move(*plan);
}

constexpr const char* listOfFields =
    "Phụ lục số liệu tài chính\n"
    "Đơn vị tính: triệu đồng\n"
    "TT,Chỉ tiêu,ĐVT,Thực hiện,Ghi chú\n"
    "I,Thu ngân sách,,,\n"
    "1,1. CHỈ TIÊU THU NGÂN SÁCH TỈNH GIAO,triệu đồng,\"400.000\",\n"
    "2,II5.02,triệu đồng,\"177.357,5\",\n"
    "3,II5.40,đơn vị,mười hai,\n"
    "4,Một dòng lạ,,5,\n";

}  // namespace

TEST_CASE("a list of indicators is understood by its labels and codes, under a title, with the unit of its money") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  const auto file = source(folder, listOfFields);
  const auto mapping = guessImport(editing->definition(), file.content.sheets.front());
  CHECK_FALSE(mapping.table);
  CHECK(meaning(*editing, mapping, 1) == "field");
  CHECK(meaning(*editing, mapping, 3) == "figure");
  CHECK(meaning(*editing, mapping, 0) == "count");
  CHECK(meaning(*editing, mapping, 2) == "unit");

  const auto run = tried(*editing, file, mapping);
  CHECK(run.right == 2);
  CHECK(run.wrong == 2);
  const auto said = wrong(run);
  REQUIRE(said.size() == 2);
  CHECK(said[0].line == 7);
  CHECK(said[0].column == "D (Thực hiện)");
  CHECK(whatIsWrong(said[0], vi).find("“mười hai” không phải là số") == 0);
  CHECK(said[1].line == 8);
  CHECK(whatIsWrong(said[1], vi).find("“Một dòng lạ” không phải là nội dung") == 0);

  // The correct lines are imported as one step, and one undo removes them.
  const auto before = editing->data();
  const auto plan = planned(*editing, file, mapping);
  CHECK(plan.changes.size() == 2);
  CHECK(changeText(plan.changes[0], vi).find(": ") != std::string::npos);
  REQUIRE(editing->apply(plan.step));
  CHECK(encodeValue(editing->data().fields[*editing->definition().fieldIndex("revenue.target")]) == "400000000000");
  CHECK(encodeValue(editing->data().fields[*editing->definition().fieldIndex("revenue.actual")]) == "177357500000");
  CHECK(editing->undoable()->name.vi == "Nhập từ so-lieu.csv");
  // The journal names the file until the import is taken back.
  const auto imported = importedFiles(department.suite(), Department::budget());
  REQUIRE((imported && imported->contains(file.digest)));
  CHECK(imported->at(file.digest).name == "so-lieu.csv");
  REQUIRE(editing->undo());
  CHECK(editing->data() == before);
  CHECK(importedFiles(department.suite(), Department::budget())->empty());
}

TEST_CASE("a line's own unit that is none of money, and a figure that no name stands beside, are refused as in fill") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  for (const auto* unit : {"USD", "người", "%"}) {
    INFO(unit);
    const auto file = source(folder, std::string("Chỉ tiêu,ĐVT,Thực hiện\nII5.02,") + unit + ",\"177.357,5\"\n");
    const auto run = tried(*editing, file, guessImport(editing->definition(), file.content.sheets.front()));
    CHECK(run.right == 0);
    REQUIRE(wrong(run).size() == 1);
    CHECK(wrong(run)[0].error.code == "value.unknown-currency");
    CHECK(run.values.values.empty());
  }
  const auto file = source(folder,
                           "Chỉ tiêu,ĐVT,Thực hiện\nII5.02,triệu đồng,\"177.357,5\"\n,,\"12.345\"\n,,4\n"
                           ",,\"Bình Giang, ngày 28/8\"\n,,\n");
  const auto run = tried(*editing, file, guessImport(editing->definition(), file.content.sheets.front()));
  CHECK(run.right == 1);
  CHECK(run.wrong == 2);
  REQUIRE(wrong(run).size() == 2);
  CHECK(wrong(run)[0].line == 3);
  CHECK(wrong(run)[0].error.code == "values.unnamed-figure");
  CHECK(whatIsWrong(wrong(run)[1], vi).find("“4”") != std::string::npos);
}

TEST_CASE("the person's choice of the unit of money and of a column's meaning counts") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  const auto file = source(folder, "Tên,Năm nay,Năm ngoái\nII5.01,400,300\n");
  auto mapping = guessImport(editing->definition(), file.content.sheets.front());
  // Two columns of figures, neither of which the heading names: a question.
  CHECK(wrong(tried(*editing, file, mapping)).front().error.code == "import.no-figures");
  mapping.columns[2] = {ColumnMeaning::Kind::figure, 0};
  mapping.moneyPower = 9;
  const auto run = tried(*editing, file, mapping);
  REQUIRE(run.values.values.size() == 1);
  CHECK(encodeValue(run.values.values.front().value) == "300000000000");
  mapping.columns[0] = {};
  CHECK(wrong(tried(*editing, file, mapping)).front().error.code == "import.no-figures");
}

TEST_CASE(
    "rows of a table come in below those that are there, while totals, numbered headings and rows that are there "
    "already are left out") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  const auto index = *editing->definition().tableIndex("treasury");
  const auto before = editing->data().tables[index].rows.size();
  const std::string text =
      "BẢNG ĐỐI CHIẾU;;;\n"
      "Tên dự án;Nguồn vốn;Kế hoạch vốn phân bổ (nghìn đồng);Ghi chú\n"
      "(1);(2);(3);(4)\n"
      "Trường học A;xây dựng cơ bản TẬP TRUNG;1.500;\n"
      "Trạm y tế B;Không rõ nguồn;200;\n"
      "Đường C;xây dựng cơ bản TẬP TRUNG;20.5;\n"
      "Tổng cộng;;1.700;\n";
  const auto file = source(folder, text);
  auto mapping = guessMapping(editing->definition(), file.content.sheets.front(), index);
  REQUIRE(mapping.heading == 1U);
  // Whatever the guess, the meaning of each column can be set.
  const auto& columns = editing->definition().tables[index];
  mapping.columns[0] = {ColumnMeaning::Kind::column, *columns.columnIndex("project")};
  mapping.columns[1] = {ColumnMeaning::Kind::column, *columns.columnIndex("source")};
  mapping.columns[2] = {ColumnMeaning::Kind::column, *columns.columnIndex("allocated")};
  const auto run = tried(*editing, file, mapping);
  const auto& choice = columns.columns[*columns.columnIndex("source")].choices.front().label.vi;
  INFO(choice);
  std::size_t choiceWrong = 0, ambiguous = 0, totals = 0;
  for (const auto& finding : run.findings) {
    choiceWrong += finding.error.code == "value.unknown-choice" ? 1 : 0;
    ambiguous += finding.error.code == "value.ambiguous" && finding.line == 6 ? 1 : 0;
    totals += finding.error.code == "import.total" && !finding.blocks ? 1 : 0;
  }
  CHECK(choiceWrong >= 1);
  CHECK(ambiguous == 1);
  CHECK(totals == 1);

  // Without the column of sources two lines are correct; imported twice, they are there once.
  mapping.columns[1] = {};
  const auto again = tried(*editing, file, mapping);
  CHECK(again.right == 2);
  CHECK(again.wrong == 1);
  REQUIRE(editing->apply(planned(*editing, file, mapping).step));
  CHECK(editing->data().tables[index].rows.size() == before + 2);
  CHECK(encodeValue(editing->data().tables[index].rows.back().cells[*columns.columnIndex("allocated")]) == "200000");
  const auto third = tried(*editing, file, mapping);
  CHECK((third.added == 0 && third.same == 2));
  CHECK(count(third, "import.there-already") == 2);
  CHECK(planned(*editing, file, mapping).step.edits.empty());
  REQUIRE(editing->apply(planned(*editing, file, mapping, {.replace = true}).step));
  CHECK(editing->data().tables[index].rows.size() == 2);
}

TEST_CASE("fixed rows are found by their names, and a wrong name is reported with its line") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  const auto index = *editing->definition().tableIndex("disbursement");
  const auto& table = editing->definition().tables[index];
  const auto file = source(
      folder, "Nguồn vốn\tKế hoạch vốn\n1. " + table.fixedRows[0].label.vi + "\t12\nNguồn trên trời\t5\n", "von.tsv");
  auto mapping = guessMapping(editing->definition(), file.content.sheets.front(), index);
  CHECK(meaning(*editing, mapping, 0) == "row");
  mapping.columns[1] = {ColumnMeaning::Kind::column, *table.columnIndex("plan")};
  mapping.moneyPower = 6;
  const auto run = tried(*editing, file, mapping);
  REQUIRE(run.right == 1);
  CHECK(encodeValue(run.values.values.front().value) == "12000000");
  REQUIRE(wrong(run).size() == 1);
  CHECK(wrong(run).front().error.code == "import.unknown-row");
  CHECK(wrong(run).front().line == 3);
}

TEST_CASE("a line with more cells than headings, and a cell whose value is not known, are named and not imported") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  const auto file = source(folder, "field,value\nrevenue.actual,177\nrevenue.own_rate,45,8\n");
  const auto run = tried(*editing, file, guessImport(editing->definition(), file.content.sheets.front()));
  CHECK((run.right == 1 && run.wrong == 1));
  REQUIRE(wrong(run).size() == 1);
  CHECK((wrong(run).front().error.code == "values.too-many-cells" && wrong(run).front().line == 3));

  // The same kinds of cells in a workbook, in a column that is imported and in one that is not.
  Sheet sheet;
  sheet.workbook = true;
  SheetCell error;
  error.kind = SheetCell::Kind::error;
  error.text = "#DIV/0!";
  const auto text = [](const char* given) { return SheetCell::ofText(given); };
  sheet.rows = {{1, false, {text("field"), text("value"), text("Tỷ lệ")}},
                {2, false, {text("revenue.actual"), SheetCell::ofNumber(Decimal(177)), error}},
                {3, false, {text("revenue.target"), error, {}}}};
  const auto mapping = guessImport(editing->definition(), sheet);
  const auto book = tried(*editing, sheet, mapping);
  CHECK((book.right == 1 && book.wrong == 1));
  REQUIRE(wrong(book).size() == 1);
  CHECK((wrong(book).front().error.code == "value.cell-error" && wrong(book).front().column == "B (value)"));
  CHECK(count(book, "import.column-left-out") == 1);
}

TEST_CASE("texts of an old font are imported once the user has agreed to convert them") {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "cu.CSV", std::ios::binary) << "field;value\nnotes;Trung t\xa9m T\xad v\xcan\n";
  CHECK(openImport(folder / "cu.CSV").error().code == "values.old-encoding");
  const auto opened = openImport(folder / "cu.CSV", OldTexts::convert);
  REQUIRE(opened);
  CHECK(opened->content.sheets.front().at(1, 1).text == "Trung tâm Tư vấn");
}

TEST_CASE("a values file is recognised, and a file of another kind is refused") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  std::ofstream(folder / "so-lieu.xml") << "<values xmlns=\"urn:cchc:values:1\"/>";
  const auto own = openImport(folder / "so-lieu.xml");
  REQUIRE(own);
  CHECK(own->kind == ImportSource::Kind::values);
  CHECK(openImport(folder / "khong-co.csv").error().code == "file.read");
  std::ofstream(folder / "anh.png") << "x";
  CHECK(openImport(folder / "anh.png").error().code == "values.unknown-format");
}

TEST_CASE("a row that an import would add is named by its number, not by its id") {
  Department department;
  const test::TemporaryFolder folder;
  auto editing = department.open(Department::budget());
  const auto file = source(folder, "Nội dung,Số liệu,Đơn vị tính\nĐường,12,km\nKênh,3,km\n");
  const auto mapping = guessImport(editing->definition(), file.content.sheets.front());
  REQUIRE(mapping.table);
  const auto plan = planned(*editing, file, mapping);
  REQUIRE(plan.changes.size() == 2);
  CHECK(changeText(plan.changes[1], vi) == "Số liệu khác, dòng 2: — → Kênh; 3; km");
}

// What an importer gives: rows, values by their columns, and the lines that it refuses. The importer of the probe
// plugin does what its input says.
#include <catch2/catch.hpp>
#include <set>

#include "tests/core/plugin/loaded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

using Lines = std::vector<std::string>;
const SectionDefinition& form() { return probe().forms.at("probe.form")->definition(); }

SheetFile textFile(const std::string& text) {
  auto file = readSheetFile(text, "orders.txt");
  REQUIRE(file);
  return *file;
}
Imported import(const std::string& orders) {
  auto imported = probe().host.import(form(), {}, "text-orders", textFile(orders), 0);
  INFO((imported ? "" : messageLine(imported.error(), Language::en)));
  REQUIRE(imported);
  return *imported;
}
// Of a sheet, whose rows are given.
Imported import(const Sheet& sheet) {
  auto imported = probe().host.import(form(), {}, "orders", {{sheet}, {}}, 0);
  INFO((imported ? "" : messageLine(imported.error(), Language::en)));
  REQUIRE(imported);
  return *imported;
}
std::string refusal(const std::string& importer, const std::string& orders) {
  const auto imported = probe().host.import(form(), {}, importer, textFile(orders), 0);
  return imported ? "taken" : imported.error().code;
}

// "items[1].count = 12": rows by their position among those imported.
Lines valuesOf(const Imported& imported) {
  Lines lines;
  for (const auto& edit : imported.values.values) {
    auto place = edit.place;
    for (std::size_t i = 0; i < imported.values.rows.size(); ++i) {
      const auto* cell = place.cell();
      if (cell != nullptr && imported.values.rows[i].row == cell->row)
        place = Place::ofCell(cell->table, std::to_string(i), cell->column);
    }
    lines.push_back(placeText(place) + " = " + encodeValue(edit.value));
  }
  return lines;
}
// "value.not-a-number 7, Số"
Lines refusedOf(const Imported& imported) {
  Lines lines;
  for (const auto& error : imported.refused) lines.push_back(error.code + " " + error.place);
  return lines;
}

}  // namespace

TEST_CASE("an importer's rows are collected with their values by type", "[plugin][import]") {
  const auto imported =
      import("row items\nvalue title Sở Nội vụ\nvalue count 12\nrow items\nvalue count -3\nrow items\nvalue title Ba");
  REQUIRE(imported.values.rows.size() == 3);
  for (const auto& row : imported.values.rows) {
    CHECK(row.table == "items");
    CHECK_FALSE(row.remove);
  }
  CHECK(valuesOf(imported) ==
        Lines{"items[0].title = Sở Nội vụ", "items[0].count = 12", "items[1].count = -3", "items[2].title = Ba"});
  CHECK(imported.refused.empty());
}

TEST_CASE("what is imported twice is added twice, so no row that is there is written over", "[plugin][import]") {
  std::set<std::string> rows;
  for (int i = 0; i < 3; ++i) {
    for (const auto& row : import("row items\nvalue count 1\nrow items\nvalue count 2").values.rows)
      rows.insert(row.row);
  }
  CHECK(rows.size() == 6);
}

TEST_CASE("values before the first row go to fields of the section, each as a clerk writes it", "[plugin][import]") {
  const auto imported = import(
      "value online ước 45\nvalue large 1.234,50\nvalue paid 1 tỷ 353 triệu đồng\nvalue on 28/8/2023\nvalue window "
      "10/8/2023 - 8/9/2023\nvalue name Bình Giang\nvalue kind letter\nvalue kinds plan letter\nvalue shared có\n"
      "value plan Kế hoạch số 04/KH-UBND ngày 10/01/2023\nrow items\nvalue count 1.234");
  CHECK(imported.refused.empty());
  auto lines = valuesOf(imported);
  REQUIRE(lines.size() == 11);
  CHECK(lines[9].starts_with("plan = "));
  lines.erase(lines.begin() + 9);
  CHECK(lines == Lines{"online = {estimated}45", "large = 1234.50", "paid = 1353000000", "on = 2023-08-28",
                       "window = 2023-08-10/2023-09-08", "name = Bình Giang", "kind = letter", "kinds = plan letter",
                       "shared = yes", "items[0].count = 1234"});
}

TEST_CASE("a value that is not of its field's type is left out with line and label, the others are taken",
          "[plugin][import]") {
  const auto imported = import(
      "value online ba\nvalue on 31/02/2023\nvalue shared maybe\nvalue direct 7\nrow items 8\nvalue count 1,5\nvalue "
      "title Một\nrow items 9\nvalue count x\nvalue count 2");
  CHECK(refusedOf(imported) == Lines{"value.not-a-number Trực tuyến", "value.not-a-date Ngày",
                                     "value.not-yes-no Có chung", "value.not-whole 8, Số", "value.not-a-number 9, Số"});
  CHECK(valuesOf(imported) == Lines{"direct = 7"});  // a row of which something is refused does not come in half
}

TEST_CASE("a value that its field does not allow is left out like one of another type", "[plugin][import]") {
  const std::pair<const char*, const char*> orders[] = {
      {"value kind wish", "value.unknown-choice Loại"},
      {"value kinds plan wish", "value.unknown-choice Các loại"},
      {"value kinds plan plan", "value.repeated-choice Các loại"},
      {"value large 1,234", "value.too-many-decimals Số lớn"},
      {"number large 1.234", "value.too-many-decimals Số lớn"},
      {"number direct 1.5", "value.not-whole Trực tiếp"},
      {"number name 1", "value.unexpected-element Tên"},
      {"number paid 99999999999999999", "value.too-large Số tiền"},
      {"value name Một cái tên dài hơn hai mươi chữ", "value.too-long Tên"},
      {"row items 3\nvalue twice 4", "value.computed 3, Gấp đôi"},
      {"row items 3\nnumber twice 4", "value.computed 3, Gấp đôi"},
      {"document online KH 04 UBND 2023 1 10", "value.unexpected-element Trực tuyến"},
      {"row items 4\ndocument twice KH 04 UBND 2023 1 10", "value.computed 4, Gấp đôi"},
      {"document plan KH 04 UBND 2023 13 45", "plugin.wrong-date Kế hoạch"},
      {"row items\ndocument basis KH 04 UBND 2023 2 29", "plugin.wrong-date Căn cứ"},
  };
  for (const auto& [order, refused] : orders) {
    INFO(order);
    const auto imported = import(order);
    CHECK(valuesOf(imported).empty());
    CHECK(refusedOf(imported) == Lines{refused});
  }
  // A computed figure that may be stated is entered. A blank value gives none, so it wipes none.
  CHECK(valuesOf(import("value total 5\nvalue kind ")) == Lines{"total = 5"});
  CHECK(valuesOf(import("number total 5.00\nnumber large 1.50")) == Lines{"total = 5", "large = 1.5"});
}

TEST_CASE("a value of a field or table that the definition does not have is named", "[plugin][import]") {
  const auto imported = import("value wish 1\nrow wish 5\nvalue count 1\nrow items\nvalue online 1\nvalue count 2");
  CHECK(refusedOf(imported) == Lines{"plugin.importer-field ", "plugin.importer-field 5", "plugin.importer-field "});
  CHECK(imported.refused[0].parameters == std::vector<Parameter>{{"given", "wish"}});
  CHECK(imported.refused[2].parameters == std::vector<Parameter>{{"given", "online"}});
  CHECK(valuesOf(imported).empty());
  CHECK(imported.values.rows.empty());
}

TEST_CASE("texts are composed as the suite keeps them", "[plugin][import]") {
  // "Bình" with the accent as a character of its own.
  const auto imported = import("value name Bi\xcc\x80nh\nvalue note Một\\nHai");
  CHECK(valuesOf(imported) == Lines{"name = Bình", "note = Một\nHai"});
  CHECK(imported.refused.empty());
}

TEST_CASE("documents are taken with their parts", "[plugin][import]") {
  const auto imported = import("document plan KH 04 UBND 2023 1 10\nrow items\ndocument basis QĐ 296 UBND 0 0 0");
  REQUIRE(imported.values.values.size() == 2);
  const auto& plan = imported.values.values[0].value.documents()->at(0);
  CHECK(symbolOf(plan) == "04/KH-UBND");
  CHECK(plan.date == Date{2023, 1, 10});
  CHECK(plan.forYear == 2024);
  CHECK(plan.role == DocumentRole::issued);
  CHECK(plan.numberState == NumberState::known);
  const auto& basis = imported.values.values[1];
  REQUIRE(basis.place.cell() != nullptr);
  CHECK(basis.place.cell()->table == "items");
  CHECK(basis.place.cell()->column == "basis");
  CHECK(symbolOf(basis.value.documents()->at(0)) == "296/QĐ-UBND");
  CHECK_FALSE(basis.value.documents()->at(0).date);
}

TEST_CASE("an importer of cells sees what a person sees, and gives cells by their place", "[plugin][import]") {
  Sheet sheet;
  sheet.workbook = true;
  sheet.name = "Tháng 8";
  const auto date = [] {
    SheetCell cell;
    cell.kind = SheetCell::Kind::date;
    cell.date = Date{2023, 8, 28};
    cell.text = "28/08/2023";
    return cell;
  }();
  auto wrong = SheetCell::ofText("#DIV/0!");
  wrong.kind = SheetCell::Kind::error;
  auto covered = SheetCell();
  covered.merged = true;
  covered.hidden = true;
  sheet.rows = {{3, false, {SheetCell::ofText("cell online"), SheetCell::ofNumber(Decimal(45))}},
                {4, false, {SheetCell::ofText("cell on"), date}},
                {7, false, {SheetCell::ofText("cell direct"), wrong}},
                {8, false, {SheetCell::ofText("tell note"), covered}},
                {9, false, {SheetCell::ofText("row items 9"), SheetCell::ofText("1,234.50")}},
                {10, false, {SheetCell::ofText("cell count"), SheetCell::ofText("1,234")}},
                // An importer that takes what an error shows for a name.
                {11, false, {SheetCell::ofText("row items 11"), wrong}},
                {12, false, {SheetCell::ofText("value title #DIV/0!")}},
                {13, false, {SheetCell::ofText("value title #1")}}};
  sheet.merged = {{7, 1, 8, 1}};
  const auto imported = import(sheet);
  CHECK(valuesOf(imported) ==
        Lines{"online = 45", "on = 2023-08-28", "note = 0  0 0-0-0 8 hidden merged #DIV/0!", "items[0].count = 1234"});
  CHECK(refusedOf(imported) == Lines{"value.cell-error Tháng 8!B7", "value.cell-error 11, Tên"});
}

TEST_CASE("lines that the importer refuses are handed on with their number and what they hold", "[plugin][import]") {
  const auto imported = import("row items\nvalue count 1\nrefuse 7 probe.own given ba\nrefuse 12 probe.no-such");
  CHECK(valuesOf(imported) == Lines{"items[0].count = 1"});
  CHECK(refusedOf(imported) == Lines{"plugin.importer-refused 7", "plugin.unknown-code 12"});
  CHECK(message(imported.refused[0], Language::vi).what == "Không hiểu “ba”");
  CHECK(message(imported.refused[0], Language::en).what == "cannot read ba");
  CHECK(imported.refused[0].kind == ErrorKind::refusal);
}

TEST_CASE("refused lines alone are an answer, and nothing at all is none", "[plugin][import]") {
  CHECK(import("refuse 1 probe.own").values.values.empty());
  CHECK(refusal("text-orders", "words that are no order") == "plugin.nothing-imported");
  CHECK(refusal("text-orders", "row items") == "plugin.nothing-imported");  // a row without a value
}

TEST_CASE("an importer that gives up has imported nothing, whatever it had begun", "[plugin][import]") {
  CHECK(refusal("text-orders", "row items\nvalue count 1\ngive up") == "plugin.nothing-imported");
  CHECK(refusal("text-orders", "refuse 1 probe.own\ngive up") == "plugin.nothing-imported");
}

TEST_CASE("what an importer throws is the reason of its failure", "[plugin][import]") {
  const auto imported = probe().host.import(form(), {}, "text-orders", textFile("value online 1\nthrow hết-giấy"), 0);
  REQUIRE_FALSE(imported);
  CHECK(imported.error().code == "plugin.importer-failed");
  CHECK(message(imported.error(), Language::vi).what.find("hết-giấy") != std::string::npos);
}

TEST_CASE("an importer that is not there, or is another form's, is wrong use", "[plugin][import]") {
  const auto unknown = probe().host.import(form(), {}, "wishes", textFile("value online 1"), 0);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == "plugin.no-importer");
  CHECK(unknown.error().kind == ErrorKind::usage);
  CHECK(unknown.error().parameters.at(0) == Parameter{"importer", "wishes"});
  const auto other = definition(group(field("online", "type=\"integer\"")), "probe.second");
  const auto foreign = probe().host.import(other->definition(), {}, "orders", textFile("value online 1"), 0);
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().code == "plugin.no-importer");
  CHECK(foreign.error().kind == ErrorKind::usage);
}

TEST_CASE("an importer runs only for the versions of the form that it was written for", "[plugin][import]") {
  const auto other = definition(group(field("online", "type=\"integer\"")), "other.versioned");
  const auto imported = probe().host.import(other->definition(), {}, "later-orders", textFile("value online 1"), 0);
  REQUIRE_FALSE(imported);
  CHECK(imported.error().code == "plugin.importer-other-version");
}

TEST_CASE("a second value for a field is refused, not written over the first, and documents are added",
          "[plugin][import]") {
  const auto imported = import(
      "value online 1\nnumber online 2\nvalue direct \nvalue direct 7\nrow items 8\nvalue count 1\nvalue count 1\n"
      "row items 9\nvalue count 2");
  CHECK(valuesOf(imported) == Lines{"online = 1", "direct = 7", "items[0].count = 2"});
  CHECK(refusedOf(imported) == Lines{"values.duplicate Trực tuyến", "values.duplicate 8, Số"});
  const auto cited = import(
      "document plan KH 04 UBND 2023 1 10\ndocument plan KH 05 UBND 2023 1 10\n"
      "document letters CV 1 UBND 2023 1 10\ndocument letters CV 2 UBND 2023 1 10");
  CHECK(refusedOf(cited) == Lines{"values.duplicate Kế hoạch"});
  REQUIRE(cited.values.values.size() == 2);
  CHECK(cited.values.values[1].value.documents()->size() == 2);
}

// Lists as offices make them: whatever stands in a sheet is imported or named, by `fill` and by the importer alike.
#include <catch2/catch.hpp>

#include "tests/scenarios/importing/book.h"

using namespace cchc::test;

namespace {

using Lines = std::vector<std::string>;
const Lines school = {"Trường mầm non|land|5000000000|2500000000"};
const std::vector<std::string> schoolRow = {"#1", "Trường mầm non", "Thu tiền sử dụng đất", "#5000000000",
                                            "#2500000000"};

}  // namespace

TEST_CASE("a total is recognised wherever it stands, held against its rows, and left out by name", "[importing]") {
  for (const std::string total : {"Tổng cộng", "Cộng:", "TỔNG SỐ (1+2)", "Tổng cộng nguồn vốn"}) {
    for (const bool first : {false, true}) {
      INFO(total << first);
      const Treasury desk;
      std::vector<std::vector<std::string>> rows{headings, schoolRow};
      rows.insert(rows.begin() + (first ? 1 : 2), {"", total, "", "#5000000000", "#2500000000"});
      const auto file = desk.file("a.xlsx", book({{"S", rows}}));
      const auto done = desk.fill(file);
      CHECK(done.status == 0);
      CHECK(names(done, total));
      CHECK_FALSE(names(done, "cộng lại là"));
      CHECK(desk.lines() == school);
    }
  }
  const Treasury desk;
  const auto wrong =
      desk.file("b.xlsx", book({{"S", {headings, schoolRow, {"", "Tổng cộng", "", "#6000000000", ""}}}}));
  const auto differs = desk.fill(wrong);
  CHECK(names(differs, "Dòng tổng cộng ghi 6.000.000.000, nhưng các dòng được nhập cộng lại là 5.000.000.000"));
  // The importer says the same.
  const Treasury other;
  const auto imported = other.import(wrong);
  CHECK(names(imported, "cộng lại là 5.000.000.000"));
  CHECK(other.lines() == school);
}

TEST_CASE("a project whose name begins like a total is a project", "[importing]") {
  for (const std::string name : {"Cống Bà Đa", "Công trình thủy lợi", "Tổng kho thóc Bình Giang"}) {
    INFO(name);
    for (const bool importer : {false, true}) {
      const Treasury desk;
      auto row = schoolRow;
      row[1] = name;
      const auto file = desk.file("a.xlsx", book({{"S", {headings, row}}}));
      CHECK((importer ? desk.import(file) : desk.fill(file)).status == 0);
      CHECK(desk.lines() == Lines{name + "|land|5000000000|2500000000"});
    }
  }
}

TEST_CASE("headings of two lines are read together, with merged cells and without", "[importing]") {
  const std::vector<std::string> upper = {"TT", "Dự án, công trình", "Nguồn vốn", "Kế hoạch", ""},
                                 lower = {"", "", "", "vốn đã phân bổ", "Đã thanh toán"};
  const std::vector<std::string> numbers = {"(1)", "(2)", "(3)", "(4)", "(5)"};
  const Treasury merged;
  CHECK(merged
            .fill(merged.file("a.xlsx", book({{"S",
                                               {{"BIỂU SỐ 1"}, upper, lower, numbers, schoolRow},
                                               false,
                                               {},
                                               {},
                                               {"A2:A3", "B2:B3", "C2:C3", "D2:E2"}}})))
            .status == 0);
  CHECK(merged.lines() == school);
  const Treasury plain;
  CHECK(plain
            .fill(plain.file("a.csv",
                             "TT;Dự án, công trình;Nguồn vốn;Kế hoạch;\n;;;vốn đã phân bổ;Đã thanh toán\n"
                             "1;Trường mầm non;Thu tiền sử dụng đất;5.000.000.000;2.500.000.000\n"))
            .status == 0);
  CHECK(plain.lines() == school);
  // The same heading below two years is a question, and not the first of them.
  const Treasury twice;
  const auto asked = twice.fill(twice.file(
      "a.csv",
      "Dự án, công trình;Nguồn vốn;Năm 2022;Năm 2023\n;;Đã thanh toán;Đã thanh toán\nTrường;Nguồn khác;1;2\n"));
  CHECK(asked.status == 1);
  CHECK(asked.err.find("import.column-twice") != std::string::npos);
}

TEST_CASE("what is hidden is left out by name, and imported on request", "[importing]") {
  auto second = schoolRow;
  second[1] = "Trạm bơm";
  const BookSheet rows{"S", {headings, schoolRow, second}, false, {3}};
  for (const bool importer : {false, true}) {
    const Treasury desk;
    const auto file = desk.file("a.xlsx", book({rows}));
    const auto done = importer ? desk.import(file) : desk.fill(file);
    CHECK(done.status == 0);
    CHECK(names(done, "Trạm bơm"));
    CHECK(desk.lines() == school);
    const Treasury whole;
    const auto all = whole.file("a.xlsx", book({rows}));
    CHECK((importer ? whole.import(all, {"--with-hidden"}) : whole.fill(all, {"--with-hidden"})).status == 0);
    CHECK(whole.lines().size() == 2);
  }
  const Treasury column;
  const auto done = column.fill(column.file("b.xlsx", book({{"S", {headings, schoolRow}, false, {}, {5}}})));
  CHECK(names(done, "E (Đã thanh toán) bị ẩn"));
  CHECK(column.lines() == Lines{"Trường mầm non|land|5000000000|"});
  const Treasury sheets;
  const auto file = sheets.file(
      "c.xlsx",
      book({{"Cũ", {headings, second}, true}, {"Số liệu", {headings, schoolRow}}, {"Ghi chú", {{"Xem biểu 2"}}}}));
  const auto first = sheets.fill(file);
  CHECK(names(first, "“Cũ”"));
  CHECK(names(first, "“Ghi chú”"));
  CHECK(sheets.lines() == school);
  CHECK(sheets.fill(file, {"--sheet", "Cũ", "--with-hidden", "--again"}).status == 0);
  CHECK(sheets.lines().size() == 2);
}

TEST_CASE("of several sheets that fit, none is taken without asking", "[importing]") {
  const Treasury desk;
  auto second = schoolRow;
  second[1] = "Trạm bơm";
  const auto file = desk.file("a.xlsx", book({{"Tháng 7", {headings, schoolRow}}, {"Tháng 8", {headings, second}}}));
  const auto asked = desk.fill(file);
  CHECK(asked.status == 1);
  CHECK(names(asked, "Tháng 7; Tháng 8"));
  CHECK(desk.fill(file, {"--sheet", "Tháng 8"}).status == 0);
  CHECK(desk.lines() == Lines{"Trạm bơm|land|5000000000|2500000000"});
  CHECK(desk.fill(file, {"--sheet", "Tháng 9"}).err.find("import.unknown-sheet") != std::string::npos);
}

TEST_CASE("a merged text is that of each row, a merged figure of none, and what lies below is not seen",
          "[importing]") {
  auto second = schoolRow;
  second[1] = "Đường trục xã", second[2] = "";
  const BookSheet text{"S", {headings, schoolRow, second}, false, {}, {}, {"C2:C3"}};
  for (const bool importer : {false, true}) {
    const Treasury desk;
    const auto file = desk.file("a.xlsx", book({text}));
    CHECK((importer ? desk.import(file) : desk.fill(file)).status == 0);
    CHECK(desk.lines() == Lines{school[0], "Đường trục xã|land|5000000000|2500000000"});
  }
  auto below = text;
  below.rows[2][2] = "Nguồn khác";
  const Treasury seen;
  const auto said = seen.fill(seen.file("b.xlsx", book({below})));
  CHECK(names(said, "Nguồn khác"));
  CHECK(seen.lines()[1] == "Đường trục xã|land|5000000000|2500000000");
  auto figure = text;
  figure.rows[2][2] = "Nguồn khác", figure.rows[2][3] = "";
  figure.merged = {"D2:D3"};
  const Treasury refused;
  const auto outcome = refused.fill(refused.file("c.xlsx", book({figure})));
  CHECK(outcome.status == 1);
  CHECK(names(outcome, "D3"));
  CHECK(refused.lines().empty());
}

TEST_CASE("the unit of money is that of the sheet, the column or the line, or a question", "[importing]") {
  const std::vector<std::string> row = {"#1", "Trường mầm non", "Thu tiền sử dụng đất", "#5000", "#2500"};
  auto inHeading = headings;
  inHeading[3] += " (triệu đồng)", inHeading[4] += " (triệu đồng)";
  auto mixed = headings;
  mixed[3] += " (triệu đồng)", mixed[4] += " (nghìn đồng)";
  auto withUnit = headings;
  withUnit.insert(withUnit.begin() + 3, "ĐVT");
  auto unitRow = row;
  unitRow.insert(unitRow.begin() + 3, "triệu đồng");
  const Lines meant = {"Trường mầm non|land|5000000000|2500000000"};
  const std::vector<std::pair<std::vector<std::vector<std::string>>, Lines>> cases = {
      {{{"", "", "", "Đơn vị tính: triệu đồng"}, headings, row}, meant},
      {{{"(ĐVT: Triệu đồng)"}, headings, row}, meant},
      {{inHeading, row}, meant},
      {{mixed, row}, {"Trường mầm non|land|5000000000|2500000"}},
      {{withUnit, unitRow}, meant},
      {{headings, row}, {"Trường mầm non|land|5000|2500"}}};
  for (const auto& [rows, expected] : cases) {
    INFO(rows[0].back());
    const Treasury desk;
    CHECK(desk.fill(desk.file("a.xlsx", book({{"S", rows}}))).status == 0);
    CHECK(desk.lines() == expected);
  }
  const Treasury said;
  const auto file = said.file("b.xlsx", book({{"S", {headings, row}}}));
  CHECK(names(said.fill(file), "hiểu là đồng"));
  const Treasury chosen;
  CHECK(chosen.fill(chosen.file("b.xlsx", contentOf(file)), {"--money-unit", "triệu"}).status == 0);
  CHECK(chosen.lines() == meant);
  for (const std::string unit : {"Đơn vị tính: USD", "ĐVT: nghìn USD", "(Đơn vị: đô la Mỹ)"}) {
    INFO(unit);
    for (const bool importer : {false, true}) {
      const Treasury desk;
      const auto foreign = desk.file("c.xlsx", book({{"S", {{unit}, headings, row}}}));
      const auto refused = importer ? desk.import(foreign) : desk.fill(foreign);
      CHECK(refused.status == 1);
      CHECK(refused.err.find("import.money-unit-unknown") != std::string::npos);
      CHECK(desk.lines().empty());
    }
  }
}

TEST_CASE("sections, notes and signatures around the rows are no rows", "[importing]") {
  const Treasury desk;
  auto second = schoolRow;
  second[0] = "#2", second[1] = "Trạm bơm";
  const auto file = desk.file("a.xlsx", book({{"S",
                                               {{"ỦY BAN NHÂN DÂN HUYỆN"},
                                                headings,
                                                {"I", "Nguồn vốn huyện", "", "#10000000000", "#5000000000"},
                                                schoolRow,
                                                second,
                                                {"", "Tổng cộng", "", "#10000000000", "#5000000000"},
                                                {"", "Ghi chú: số liệu tính đến 14/8/2023"},
                                                {"", "", "", "", "Bình Giang, ngày 28 tháng 8 năm 2023"},
                                                {"", "NGƯỜI LẬP BIỂU", "", "", "CHỦ TỊCH"}}}}));
  const auto done = desk.fill(file);
  INFO(done.out << done.err);
  CHECK(done.status == 0);
  CHECK(desk.lines().size() == 2);
  for (const auto* said : {"Nguồn vốn huyện", "Ghi chú", "NGƯỜI LẬP BIỂU", "ỦY BAN NHÂN DÂN HUYỆN"})
    CHECK(names(done, said));
  // A section whose figure is not the sum of its rows may be a row itself.
  const Treasury doubt;
  const auto asked = doubt.fill(
      doubt.file("b.xlsx", book({{"S", {headings, {"I", "Nguồn vốn huyện", "Nguồn khác", "#7", ""}, schoolRow}}})));
  CHECK(asked.status == 1);
  CHECK(asked.err.find("import.section-differs") != std::string::npos);
}

TEST_CASE("an error is wrong where it is imported, and only said elsewhere", "[importing]") {
  auto more = headings;
  more.emplace_back("Tỷ lệ %");
  for (const std::string cell : {"!#DIV/0!", "!#REF!", "=E2/D2"}) {
    INFO(cell);
    for (const bool importer : {false, true}) {
      const Treasury desk;
      auto row = schoolRow;
      row.push_back(cell);
      const auto file = desk.file("a.xlsx", book({{"S", {more, row}}}));
      const auto done = importer ? desk.import(file) : desk.fill(file);
      CHECK(done.status == 0);
      CHECK(names(done, "F (Tỷ lệ %)"));
      CHECK(desk.lines() == school);
    }
    const Treasury wrong;
    auto row = schoolRow;
    row[4] = cell;
    const auto refused = wrong.fill(wrong.file("b.xlsx", book({{"S", {headings, row}}})));
    CHECK(refused.status == 1);
    CHECK(names(refused, "!S!E2"));
    CHECK(wrong.lines().empty());
  }
}

TEST_CASE("a quotation mark with text behind it is refused, and not read as one figure", "[importing]") {
  const Treasury desk;
  for (const std::string cell : {"\"5\"6", "\"5\" 6", "\"1.000\"000"}) {
    INFO(cell);
    const auto refused =
        desk.office().run(budget("fill", {desk.file("a.csv", "field;value\nrevenue.target;" + cell + "\n")}));
    CHECK(refused.status == 1);
    CHECK(names(refused, "a.csv:2"));
  }
  CHECK(desk.office().run(budget("fill", {desk.file("b.csv", "field;value\nrevenue.target;\"56\"\n")})).status == 0);
}

// The printed sheet of a section: its lines, and how they are broken into pages.
#include <catch2/catch.hpp>

#include <algorithm>

#include "core/presentation/paper/printed_sheet.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using test::Department;
using Kind = SheetLine::Kind;

namespace {

const Words vi{Language::vi};

bool has(const std::vector<SheetLine>& lines, Kind kind, const std::vector<std::string>& cells) {
  return std::find(lines.begin(), lines.end(), SheetLine{kind, cells}) != lines.end();
}

std::vector<SheetLine> sheetOf(SectionEditing& editing) {
  return sheetLines({editing.definition(),
                     editing.data(),
                     editing.evaluation(),
                     {"Thu ngân sách đạt khá."},
                     "Phòng Tài chính - Kế hoạch",
                     "8 tháng năm 2023",
                     "Đang nhập",
                     editing.findings()},
                    vi);
}

}  // namespace

TEST_CASE(
    "the printed sheet has the figures with their units, the tables, the narrative, the findings, and where to sign") {
  Department department;
  auto editing = department.open(Department::budget());
  const auto lines = sheetOf(*editing);
  CHECK(lines.front() == SheetLine{Kind::heading, {"PHÒNG TÀI CHÍNH - KẾ HOẠCH"}});
  CHECK(has(lines, Kind::figure, {"Chỉ tiêu thu ngân sách tỉnh giao", "387.425", "triệu đồng"}));
  CHECK(has(lines, Kind::subtitle, {"8 tháng năm 2023 · Đang nhập"}));
  CHECK(has(lines, Kind::paragraph, {"Thu ngân sách đạt khá."}));
  CHECK(lines.back() == SheetLine{Kind::signature, {"NGƯỜI LẬP", "THỦ TRƯỞNG ĐƠN VỊ"}});
  // Each row of a table has as many cells as its heading.
  std::size_t columns = 0, rows = 0;
  for (const auto& line : lines) {
    if (line.kind == Kind::tableHeading) columns = line.cells.size();
    if (line.kind != Kind::tableRow) continue;
    ++rows;
    CHECK(line.cells.size() == columns);
  }
  CHECK(rows > 4);
  // A table of more columns than paper can hold is printed row by row as text.
  CHECK(columns <= 7);
  CHECK(std::any_of(lines.begin(), lines.end(), [](const SheetLine& line) {
    return line.kind == Kind::paragraph && line.cells.front().starts_with("2. Loại kiến nghị: Thu hồi");
  }));
}

TEST_CASE("a field that must be filled in and is not shows as a gap") {
  Department department;
  auto editing = department.open(Department::budget());
  const auto target = *editing->definition().fieldIndex("revenue.target");
  REQUIRE(editing->apply({{"", ""}, {FieldEdit{target, Value{}}}}));
  CHECK(has(sheetOf(*editing), Kind::figure, {"Chỉ tiêu thu ngân sách tỉnh giao", "…", "triệu đồng"}));
}

TEST_CASE(
    "pages break after lines, never after a heading; a table's heading is repeated; signatures stay with what is "
    "signed") {
  const auto one = [](const SheetLine&) { return 10; };
  std::vector<SheetLine> lines;
  for (int i = 0; i < 3; ++i) lines.push_back({Kind::figure, {"a", "1", ""}});
  lines.push_back({Kind::group, {"Nhóm"}});
  lines.push_back({Kind::figure, {"b", "2", ""}});
  const auto pages = pagesOf(lines, 40, one);
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].size() == 3);
  CHECK(pages[1].front().kind == Kind::group);

  std::vector<SheetLine> table{{Kind::tableTitle, {"Bảng"}}, {Kind::tableHeading, {"TT", "Tên"}}};
  for (int i = 0; i < 5; ++i) table.push_back({Kind::tableRow, {std::to_string(i), "x"}});
  table.push_back({Kind::space, {""}});
  table.push_back({Kind::signature, {"L", "R"}});
  const auto tablePages = pagesOf(table, 50, one);
  REQUIRE(tablePages.size() == 2);
  CHECK(tablePages[1].front().kind == Kind::tableHeading);
  CHECK(tablePages[1].back().kind == Kind::signature);

  table.insert(table.begin() + 3, {Kind::tableRow, {"9", "x"}});  // now the space ends the second page
  const auto signedPages = pagesOf(table, 40, one);
  CHECK(signedPages.back().size() >= 3);
  CHECK(signedPages.back()[signedPages.back().size() - 2].kind == Kind::space);

  // A line higher than a page has one to itself, and nothing is lost.
  std::size_t all = 0;
  for (const auto& page : pagesOf(lines, 5, one)) all += page.size();
  CHECK(all == lines.size());
}

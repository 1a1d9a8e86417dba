// What an importer of a plugin would misread is refused by name: units of lines, one of two sheets, a choice that it
// cannot follow. The same file without that is imported.
#include <catch2/catch.hpp>

#include "tests/scenarios/importing/book.h"

using namespace cchc::test;

namespace {

const std::vector<std::string> line = {"1", "Trường mầm non", "Thu tiền sử dụng đất", "#5000", "#2500"};

std::vector<std::string> with(std::vector<std::string> cells, const std::string& last) {
  cells.push_back(last);
  return cells;
}

}  // namespace

TEST_CASE("an importer does not read lines in units that it does not know", "[importing]") {
  const Treasury desk;
  for (const auto* unit : {"triệu đồng", "tỷ", "nghìn đồng", "triệu USD"}) {
    INFO(unit);
    const auto refused =
        desk.import(desk.file("units.xlsx", book({{"Trang 1", {with(headings, "ĐVT"), with(line, unit)}}})));
    CHECK(refused.status == 1);
    CHECK(names(refused, "import.importer-units"));
    CHECK(names(refused, unit));
    CHECK(desk.rows().empty());
  }
  // An office is no unit of a figure.
  CHECK_FALSE(names(
      desk.import(desk.file("office.xlsx", book({{"Trang 1", {with(headings, "Đơn vị"), with(line, "Trạm Y tế xã")}}})),
                  {"--dry-run"}),
      "import.importer-units"));
  const auto plain =
      desk.import(desk.file("plain.xlsx", book({{"Trang 1", {with(headings, "ĐVT"), with(line, "đồng")}}})));
  INFO(plain.err);
  CHECK(plain.status == 0);
  CHECK(desk.lines() == std::vector<std::string>{"Trường mầm non|land|5000|2500"});
}

TEST_CASE("an importer asks which of two sheets is meant", "[importing]") {
  const Treasury desk;
  BookSheet july{"Tháng 7", {headings, line}}, august{"Tháng 8", {headings, line}}, cover{"Bìa", {{"BÁO CÁO"}}};
  const auto refused = desk.import(desk.file("two.xlsx", book({july, august})));
  CHECK(refused.status == 1);
  CHECK(names(refused, "import.which-sheet"));
  CHECK(names(refused, "Tháng 7, Tháng 8"));
  CHECK(desk.rows().empty());
  // Also if one of them has units that it would not read.
  const BookSheet other{"Tháng 9", {with(headings, "ĐVT"), with(line, "tỷ đồng")}};
  CHECK(names(desk.import(desk.file("units.xlsx", book({july, other}))), "Tháng 7, Tháng 9"));
  // The one that has something is found behind a cover.
  const auto found = desk.import(desk.file("cover.xlsx", book({cover, august})));
  INFO(found.err);
  CHECK(found.status == 0);
  CHECK(desk.rows().size() == 1);
}

TEST_CASE("an importer that cannot follow a choice says so", "[importing]") {
  const Treasury desk;
  const auto file = desk.file("plain.xlsx", book({{"Trang 1", {headings, line}}}));
  for (const std::vector<std::string>& choice :
       {std::vector<std::string>{"--marks", "en"}, std::vector<std::string>{"--money-unit", "trieu"}}) {
    const auto refused = desk.import(file, choice);
    INFO(refused.err);
    CHECK(refused.status == 2);
    CHECK(names(refused, "import.importer-choice"));
    CHECK(desk.rows().empty());
  }
  CHECK(desk.import(file).status == 0);
}

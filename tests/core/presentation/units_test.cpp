// The page of units, without a display: the tree on a day, a unit over time, the preview of an import.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/app/units/unit_import.h"
#include "core/base/text.h"
#include "core/presentation/units/unit_import_preview.h"
#include "core/presentation/units/unit_past.h"
#include "core/presentation/units/unit_tree.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using test::Department;

namespace {

const Words vi{Language::vi}, en{Language::en};
const Date before{2023, 8, 31}, after{2025, 12, 31};
const std::string header = "code\tkind\tname\tparent\tfrom\tto\tform\tbefore\tbasis\n";

// A province with a district of three communes, which become one under the code of the first and a part of another.
std::shared_ptr<const UnitHistory> changingUnits() {
  const auto ended = [](std::string code, std::string kind, std::string name, std::string parent) {
    UnitRow row;
    row.code = std::move(code), row.kind = std::move(kind), row.name = std::move(name), row.parent = std::move(parent);
    row.until = Date{2025, 6, 30};
    return row;
  };
  std::vector<UnitRow> rows{ended("7", "district", "huyện Đầm Sen", "1"), ended("72", "commune", "xã Bến Đò", "7"),
                            ended("71", "commune", "xã An Lạc", "7"), ended("73", "commune", "xã Cầu Đá", "7")};
  UnitRow top, office, big, small;
  top.code = "1", top.kind = "province", top.name = "tỉnh Mẫu", top.form = "tỉnh";
  office.code = "7.VP", office.kind = "department", office.name = "Văn phòng", office.parent = "7";
  big.code = "71", big.kind = "commune", big.form = "xã", big.name = "xã Đầm Sen", big.parent = "1";
  big.from = Date{2025, 7, 1}, big.basis = "NQ 01/NQ";
  big.before = std::vector<UnitRow::Before>{{"71", true}, {"72", true}, {"73", false}};
  small.code = "80", small.kind = "commune", small.name = "xã Đá Bạc", small.parent = "1",
  small.from = Date{2025, 7, 1};
  for (auto* each : {&top, &office, &big, &small}) rows.push_back(*each);
  auto plan = planUnits({}, rows);
  REQUIRE(plan.refused.empty());
  return std::make_shared<const UnitHistory>(std::move(plan.after));
}

std::vector<std::string> lines(const UnitTree& tree) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const auto row = tree.row(i);
    all.push_back(std::string(row.depth, '>') + (row.branch ? row.open ? "-" : "+" : "") + row.code + " " + row.name +
                  (row.span.empty() ? "" : " " + row.span));
  }
  return all;
}

std::vector<std::string> lines(const UnitPast& past) {
  std::vector<std::string> all;
  for (const auto& row : past.rows)
    all.push_back(row.heading ? row.name
                              : (row.current ? "* " : "- ") + row.name + " | " + row.time + " | " + row.note);
  return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the tree of units is that of a day, in order of code, and opens branch by branch") {
  UnitTree tree(vi);
  tree.show(changingUnits(), before);
  CHECK(tree.count() == 6);
  CHECK(lines(tree) == Lines{"-1 tỉnh Mẫu", ">+7 huyện Đầm Sen"});
  REQUIRE(tree.setOpen(1, true));
  CHECK(lines(tree) == Lines{"-1 tỉnh Mẫu", ">-7 huyện Đầm Sen", ">>7.VP Văn phòng", ">>71 xã An Lạc", ">>72 xã Bến Đò",
                             ">>73 xã Cầu Đá"});
  CHECK(tree.above(4) == 1);
  CHECK(!tree.setOpen(4, true));
  CHECK(tree.row(0).form == "tỉnh");
  CHECK(tree.row(4).form == "cấp xã");
  // On a later day other units have the codes. What was below a unit that ended stands below the one above it.
  tree.show(changingUnits(), after);
  CHECK(lines(tree) == Lines{"-1 tỉnh Mẫu", ">7.VP Văn phòng", ">71 xã Đầm Sen", ">80 xã Đá Bạc"});
  REQUIRE(tree.setOpen(0, false));
  CHECK(lines(tree) == Lines{"+1 tỉnh Mẫu"});
  CHECK(tree.reveal(OrgUnitId("80")) == 3);
  CHECK(tree.reveal(OrgUnitId("72")) == std::nullopt);
}

TEST_CASE("units are found by code and by name, with and without marks, and those of other days stand at the end") {
  UnitTree tree(vi);
  tree.show(changingUnits(), before);
  for (const auto* text : {"bến đò", "Ben Do", "  BEN   do ", "72"}) {
    INFO(text);
    tree.search(text);
    CHECK(lines(tree) == Lines{"1 tỉnh Mẫu", ">7 huyện Đầm Sen", ">>72 xã Bến Đò"});
    CHECK(tree.matches() == 1);
    CHECK(tree.firstMatch() == 2);
  }
  tree.search("a");  // the beginning of a word, not any letter
  CHECK(lines(tree) == Lines{"1 tỉnh Mẫu", ">7 huyện Đầm Sen", ">>71 xã An Lạc"});
  tree.search("vp");
  CHECK(tree.matches() == 1);
  tree.search("dam sen");
  CHECK(lines(tree) == Lines{"1 tỉnh Mẫu", ">7 huyện Đầm Sen", "71 xã Đầm Sen từ 01/07/2025"});
  CHECK(tree.elsewhere() == 1);
  CHECK(tree.row(2).place == UnitPlace{OrgUnitId("71@2025-07-01"), Date{2025, 7, 1}});
  tree.show(changingUnits(), after);
  CHECK(lines(tree) == Lines{"1 tỉnh Mẫu", ">71 xã Đầm Sen", "7 huyện Đầm Sen đến 30/06/2025"});
  tree.search("không có đơn vị này");
  CHECK(tree.size() == 0);
  CHECK(!tree.firstMatch());
  tree.search("");
  CHECK(tree.size() == 4);
}

TEST_CASE("a unit whose parents go in a circle, or are not there, is shown all the same") {
  const auto unit = [](const char* id, const char* parent) {
    return UnitState{OrgUnitId(id), {}, {}, id, "commune", "", id, parent, ""};
  };
  const UnitHistory units({unit("a", "b"), unit("b", "a"), unit("c", "a"), unit("d", "gone"), unit("e", "e")}, {});
  UnitTree tree(vi);
  tree.show(std::make_shared<const UnitHistory>(units), before);
  tree.search("a");
  tree.search("");
  for (std::size_t i = 0; i < tree.size(); ++i) tree.setOpen(i, true);
  CHECK(tree.count() == 5);
  CHECK(tree.size() == 5);
}

TEST_CASE("a unit's history says what it was made of, what became of it, and who else had its code") {
  const auto units = changingUnits();
  const auto big = unitPast(*units, {OrgUnitId("71@2025-07-01"), after}, vi);
  CHECK(big.title == "xã Đầm Sen (71)");
  CHECK(big.absence.empty());
  CHECK(lines(big) == Lines{"Các thời kỳ", "* xã Đầm Sen (71) | từ 01/07/2025 | xã, thuộc tỉnh Mẫu (1)",
                            "Hình thành từ", "- xã An Lạc (71) | 01/07/2025 | toàn bộ; NQ 01/NQ",
                            "- xã Bến Đò (72) | 01/07/2025 | toàn bộ; NQ 01/NQ",
                            "- xã Cầu Đá (73) | 01/07/2025 | một phần; NQ 01/NQ", "Cũng mang mã 71",
                            "- xã An Lạc (71) | đến 30/06/2025 | cấp xã"});
  CHECK(big.rows[4].goesTo == UnitPlace{OrgUnitId("72"), Date{2025, 6, 30}});
  const auto part = unitPast(*units, {OrgUnitId("73"), after}, en);
  CHECK(part.absence == "The unit no longer exists on 31/12/2025.");
  CHECK(lines(part) == Lines{"Over time", "- xã Cầu Đá (73) | until 30/06/2025 | commune, below huyện Đầm Sen (7)",
                             "Made of", "-  |  | there from the beginning", "Became",
                             "- xã Đầm Sen (71) | 01/07/2025 | a part of it; NQ 01/NQ"});
  CHECK(part.rows[5].goesTo == UnitPlace{OrgUnitId("71@2025-07-01"), Date{2025, 7, 1}});
  // Nobody has said where this one came from, and what became of that one.
  const auto small = unitPast(*units, {OrgUnitId("80"), before}, vi);
  CHECK(small.absence == "Ngày 31/08/2023 chưa có đơn vị này.");
  CHECK(small.rows[3].note.find("cột before") != std::string::npos);
  const auto district = unitPast(*units, {OrgUnitId("7"), before}, vi);
  CHECK(district.rows.back().note == "chưa khai đơn vị nào tiếp nhận");
  CHECK(unitPast(*units, {OrgUnitId("khác"), before}, vi).rows.empty());
  // An identity is nothing for people.
  for (const auto& line : lines(big)) CHECK(line.find('@') == std::string::npos);
}

TEST_CASE("the preview of an import has every row with what it does, and saves nothing") {
  Department department;
  auto& suite = department.suite();
  const auto known = *suite.store.units();
  const auto list = header +
                    "10945\tcommune\txã Kẻ Sặt\t30\t2025-07-01\t\txã\t10945 10951 10960*\tNQ 1669\n"
                    "10954\tcommune\txã Hùng Thắng\t296\t\t2025-06-30\t\t\t\n"
                    "30\tprovince\ttỉnh Hải Dương\t\t\t\t\t\t\n"
                    "99\tcommune\txã Mới\t30\t2025-07-01\t\t\t\t\n";
  const auto preview = previewUnitImport(suite, list, "list.tsv", OldTexts::refuse, vi);
  REQUIRE(preview);
  CHECK(preview->rows == 4);
  CHECK(preview->possible());
  CHECK(preview->count(UnitImportResult::refused) == 0);
  CHECK(preview->count(UnitImportResult::succeeded) == 1);
  CHECK(preview->count(UnitImportResult::added) == 1);
  CHECK(preview->count(UnitImportResult::same) == 1);
  CHECK(preview->count(UnitImportResult::ended) == 2);  // one by its own row, one by going into another
  CHECK(preview->changes() == 4);
  CHECK(preview->count(UnitImportResult::noted) == 0);
  CHECK(preview->lastBeginning() == Date{2025, 7, 1});
  CHECK(std::is_sorted(preview->lines.begin(), preview->lines.end(),
                       [](const auto& a, const auto& b) { return a.result < b.result; }));
  CHECK(preview->lines.front().code == "10945");
  CHECK(preview->lines.front().line == "2");
  CHECK(preview->lines.front().what.find("nhận mã của thị trấn Kẻ Sặt") != std::string::npos);
  CHECK(*suite.store.units() == known);
  // Another suite of the same store saves it, as the window does.
  const auto other = department.elsewhere("Trần Văn Mẫu");
  REQUIRE(saveUnitImport(*other, preview->import));
  CHECK((*suite.store.units())->holder("99", after) != nullptr);
  const auto again = previewUnitImport(suite, list, "list.tsv", OldTexts::refuse, vi);
  CHECK(again->changes() == 0);
  CHECK(!again->possible());
  // The units are no longer those that the first plan was made for.
  const auto late = saveUnitImport(*other, preview->import);
  REQUIRE(!late);
  CHECK(late.error().code == "unit.changed-meanwhile");
}

TEST_CASE("what an import leaves without a unit above it is named first, and does not prevent the import") {
  Department department;
  const auto preview = previewUnitImport(department.suite(), header + "99\tcommune\txã Mới\t98\t2025-07-01\t\t\t\t\n",
                                         "list.tsv", OldTexts::refuse, vi);
  REQUIRE(preview);
  REQUIRE(preview->lines.size() == 2);
  CHECK(preview->lines.front().result == UnitImportResult::noted);
  CHECK(preview->lines.front().line == "2");
  CHECK(preview->lines.front().what.find("98") != std::string::npos);
  CHECK(!preview->lines.front().fix.empty());
  CHECK(preview->changes() == 1);
  CHECK(preview->possible());
}

TEST_CASE("a refused row is first, with its line, the reason and how to mend it, and nothing can be imported") {
  Department department;
  const auto preview = previewUnitImport(department.suite(),
                                         header +
                                             "99\tcommune\txã Mới\t30\t2025-07-01\t\t\t\t\n"
                                             "10945\tcommune\txã Kẻ Sặt\t30\t\t\txã\t\t\n",
                                         "list.tsv", OldTexts::refuse, vi);
  REQUIRE(preview);
  CHECK(!preview->possible());
  CHECK(preview->count(UnitImportResult::refused) == 1);
  const auto& refused = preview->lines.front();
  CHECK(refused.result == UnitImportResult::refused);
  CHECK(refused.line == "3");
  CHECK(refused.code == "10945");
  CHECK(refused.name == "xã Kẻ Sặt");
  CHECK(refused.what.find("thị trấn Kẻ Sặt") != std::string::npos);
  CHECK(refused.fix.find("cột from") != std::string::npos);
  // A file that cannot be read is one such row.
  const auto wrong = previewUnitImport(department.suite(), "a\tb\n1\t2\n", "list.tsv", OldTexts::refuse, vi);
  REQUIRE(!wrong);
  const auto unreadable = refusedImport(wrong.error(), en);
  REQUIRE(unreadable.lines.size() == 1);
  CHECK(unreadable.lines.front().line == "1");
  CHECK(unreadable.lines.front().fix.find("code, kind, name") != std::string::npos);
  CHECK(!unreadable.possible());
  const auto stopped = previewUnitImport(department.suite(), header, "list.tsv", OldTexts::refuse, vi,
                                         [](std::size_t, std::size_t) { return false; });
  REQUIRE(!stopped);
  CHECK(stopped.error().code == "work.cancelled");
}

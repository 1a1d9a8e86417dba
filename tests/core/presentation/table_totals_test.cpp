// The order and the totals of a table as it is shown.
#include <catch2/catch.hpp>

#include "core/presentation/section/table.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using namespace cchc::test;

namespace {

const Words vi{Language::vi};

std::size_t tableOf(const SectionEditing& editing, const char* id) { return *editing.definition().tableIndex(id); }

}  // namespace

TEST_CASE("the total of a table does not count rows again that are parts of others") {
  Department department;
  auto editing = department.open(Department::budget());
  Table table(*editing, tableOf(*editing, "disbursement"), vi);
  REQUIRE(table.clear({{0, 0, table.rowCount() - 1, 0}}));
  REQUIRE(table.paste(0, 0, "10\n11\n100\n60\n40\n"));
  table.refresh();
  CHECK(table.total(0) == "121");
}

TEST_CASE("figures of unlike units have no total, and those of one unit have one") {
  Department department;
  auto editing = department.open(Department::budget());
  Table table(*editing, tableOf(*editing, "other_facts"), vi);
  REQUIRE(table.paste(0, 0, "Đường giao thông\t12\tkm\nKênh mương\t3\tkm\n"));
  table.refresh();
  CHECK(table.total(1) == "15");
  REQUIRE(table.paste(2, 0, "Hồ sơ\t5\thồ sơ\n"));
  table.refresh();
  CHECK(table.total(1).empty());
}

TEST_CASE("names in a table are sorted as Vietnamese, and figures in them as numbers") {
  Department department;
  auto editing = department.open(Department::budget());
  Table table(*editing, tableOf(*editing, "other_facts"), vi);
  REQUIRE(table.paste(0, 0, "Đường\nDự án 10\nDương\nDự án 2\nÂn Thi\nĂn\nBạn\nBàn\nBan\n"));
  table.sort(0, true);
  std::string names;
  for (std::size_t row = 0; row < table.rowCount(); ++row) names += table.text(row, 0) + "; ";
  CHECK(names == "Ăn; Ân Thi; Ban; Bàn; Bạn; Dự án 2; Dự án 10; Dương; Đường; ");
}

TEST_CASE("several blocks of cells are cleared in one step, and a block is filled down in all its columns") {
  Department department;
  auto editing = department.open(Department::budget());
  Table table(*editing, tableOf(*editing, "other_facts"), vi);
  REQUIRE(table.paste(0, 0, "A\t1\tkm\nB\t2\tkm\nC\t3\tkm\nD\t4\tkm\n"));
  REQUIRE(table.clear({{0, 0, 0, 1}, {2, 1, 3, 2}}));
  CHECK(table.text(0, 0) + table.text(0, 1) + table.text(0, 2) == "km");
  CHECK(table.text(1, 0) + table.text(1, 1) + table.text(1, 2) == "B2km");
  CHECK(table.text(3, 0) + table.text(3, 1) + table.text(3, 2) == "D");
  REQUIRE(editing->undo());
  table.refresh();
  CHECK(table.text(0, 0) + table.text(3, 2) == "Akm");
  REQUIRE(table.fillDown({1, 0, 2, 1}));
  CHECK(table.text(2, 0) + table.text(2, 1) + table.text(2, 2) == "B2km");
  CHECK(table.text(3, 0) == "D");
}

TEST_CASE("a row that is added to a filtered table is shown until the next filter") {
  Department department;
  auto editing = department.open(Department::budget());
  Table table(*editing, tableOf(*editing, "other_facts"), vi);
  REQUIRE(table.paste(0, 0, "Đường\nKênh\nCầu\n"));
  table.filter("kenh");
  REQUIRE(table.rowCount() == 1);
  REQUIRE(table.addRow(std::nullopt));
  REQUIRE(table.addedRow() == 1U);
  REQUIRE(table.type(1, 0, "Đê"));
  table.refresh();
  REQUIRE(table.addRow(std::nullopt));
  REQUIRE(table.addedRow() == 2U);
  CHECK(table.text(0, 0) + table.text(1, 0) == "KênhĐê");
  table.filter("kenh");
  CHECK(table.rowCount() == 1);
  table.filter("");
  CHECK(table.rowCount() == 5);
}

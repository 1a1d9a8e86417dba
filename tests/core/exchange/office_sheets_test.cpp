// What stands around and between the rows of sheets that offices make, and figures whose marks or units are in doubt.
#include <catch2/catch.hpp>

#include "core/exchange/importing/sheet_marks.h"
#include "tests/core/exchange/sample.h"
#include "tests/support/sheet_import.h"

using namespace cchc;
using Lines = std::vector<std::string>;

namespace {

DryRun tried(std::string_view bytes, std::string_view table = "classes") {
  auto run = test::triedSheet(bytes, "v.csv", sample::definition(), table);
  REQUIRE(run);
  return std::move(*run);
}
// The values of the table, or the first thing that is wrong.
Lines taken(const DryRun& run) {
  for (const auto& finding : run.findings) {
    if (finding.blocks) return {finding.error.code + " " + finding.error.place};
  }
  Lines lines;
  for (const auto& [place, value] : run.values.values) lines.push_back(placeText(place) + "=" + lexical(value));
  return lines;
}
// "code line" of everything that is said.
Lines said(const DryRun& run) {
  Lines lines;
  for (const auto& finding : run.findings)
    if (!finding.blocks) lines.push_back(finding.error.code + " " + std::to_string(finding.line));
  return lines;
}

}  // namespace

TEST_CASE("what stands below a table of texts is no row of it, and is named", "[import]") {
  const auto run = tried(
      "Tên lớp;Ngày;Quyết định\nMột cửa;10/8/2023;08/KH-UBND\nTiếp dân;;\n\n;Người lập;\n* Số liệu ước.;;\n"
      "\"Bình Giang, ngày 28 tháng 8 năm 2023\";;\n");
  CHECK(run.added == 2);
  CHECK(said(run) == Lines{"import.note 5", "import.note 6", "import.note 7"});
  // Without a blank line it may be a row that has its name alone.
  CHECK(tried("Tên lớp;Ngày\nMột cửa;10/8/2023\nTiếp dân;\n").added == 2);
  CHECK(tried("Tên lớp;Ngày\nMột cửa;10/8/2023\nTiếp dân;mai\n").wrong == 1);
}

TEST_CASE("lines of units and of column numbers belong to the heading above them, also when it is repeated",
          "[import]") {
  const auto run = tried(
      "TT;Tên lớp;Số người;Kinh phí\n;;(người);(1.000 đồng)\nA;B;1;2\n1;Một cửa;60;12\nTT;Tên lớp;Số người;Kinh phí\n"
      "2;Tiếp dân;7;5\n");
  CHECK(taken(run) == Lines{"classes[n4].title=Một cửa", "classes[n4].people=60", "classes[n4].cost=12000",
                            "classes[n6].title=Tiếp dân", "classes[n6].people=7", "classes[n6].cost=5000"});
  CHECK(said(run).empty());
  // "a", 1 is a row.
  CHECK(tried("Tên lớp;Số người\na;1\nb;2\n").added == 2);
}

TEST_CASE("totals without their word, sums of groups and parts of a row are no rows, and are named", "[import]") {
  const auto run = tried("Tên lớp;Số người;Kinh phí\nMột cửa;60;12\nTrong đó: nước uống;;5\nTiếp dân;7;5\n;67;17\n");
  CHECK(run.added == 2);
  CHECK(said(run) == Lines{"import.part 3", "import.total 5", "import.money-in-dong 0"});
  CHECK(tried("Tên lớp;Số người\nMột cửa;60\nTiếp dân;7\nCộng nhóm I;67\nToàn huyện;67\n").added == 2);
  CHECK(tried("Tên lớp;Số người\nMột cửa;60\nTiếp dân;7\n;66\n").added == 3);
  CHECK(tried("Tên lớp;Số người\nCộng đồng dân cư;60\nTrong đóng góp;7\n").added == 2);
}

TEST_CASE("another table below is left out and named", "[import]") {
  const auto run = tried("TT;Tên lớp;Số người\n1;Một cửa;60\n\nTT;Phân loại;Số lượng\n1;Nhóm A;3\n");
  CHECK(run.added == 1);
  CHECK(said(run) == Lines{"import.other-table 4", "import.other-table 5"});
}

TEST_CASE("fixed rows have notes below them, and a heading of two lines may be broken in its cells", "[import]") {
  CHECK(
      taken(tried("Nguồn vốn;Kế hoạch (tỉ đồng);Giải ngân (tỉ đồng)\nTrung ương;1;\n\n;Đã ký;\n;\"Bình Giang, ngày 28 "
                  "tháng 8\";\n",
                  "sources")) == Lines{"sources[central].planned=1000000000"});
  CHECK(taken(tried("Nguồn vốn;Vốn năm 2023;;Ghi chú\n;Kế hoạch;\"Giải\nngân\";\nTrung ương;1;2;x\n", "sources")) ==
        Lines{"sources[central].planned=1", "sources[central].spent=2"});
  CHECK(taken(tried("\"Nguồn\nvốn\";Vốn năm 2023;\n;Kế hoạch;Giải ngân\nTrung ương;1;2\n", "sources")) ==
        Lines{"sources[central].planned=1", "sources[central].spent=2"});
  CHECK(taken(tried("Nguồn vốn;Kế hoạch\nTrung ươn;1\n", "sources")) == Lines{"import.unknown-row v.csv:2"});
}

TEST_CASE("figures with their unit are rows, and marks that nothing decides are said", "[import]") {
  CHECK(taken(tried("Tên lớp;Kinh phí\nMột cửa;341431 triệu VNĐ\n")) ==
        Lines{"classes[n2].title=Một cửa", "classes[n2].cost=341431000000"});
  const auto open = tried("Đơn vị tính: triệu đồng;\nTên lớp;Kinh phí\nMột cửa;94,277\n");
  CHECK(taken(open) == Lines{"classes[n3].title=Một cửa", "classes[n3].cost=94277000"});
  CHECK(said(open) == Lines{"import.above-heading 1", "import.marks-assumed 3"});
  const auto decided = tried("Đơn vị tính: triệu đồng;\nTên lớp;Kinh phí\nMột cửa;94,277\nTiếp dân;5,5\n");
  CHECK(said(decided) == Lines{"import.above-heading 1"});
  // A count is no decimal, so that two of them tell the marks.
  CHECK(taken(tried("Tên lớp;Số người\nMột cửa;\"1,604\"\nTiếp dân;\"57,460\"\n")) ==
        Lines{"classes[n2].title=Một cửa", "classes[n2].people=1604", "classes[n3].title=Tiếp dân",
              "classes[n3].people=57460"});
}

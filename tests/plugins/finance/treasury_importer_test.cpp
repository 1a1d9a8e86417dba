#include "plugins/finance/treasury_importer.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_import.h"

using namespace cchc;
using namespace cchc::finance;
using Lines = std::vector<std::string>;

namespace {

test::FakeImport taken(std::string_view file) { return test::FakeImport::ofTable(&importTreasuryStatement, file); }

}  // namespace

TEST_CASE("a treasury statement becomes one row for each project, amounts in whole đồng", "[finance]") {
  const auto sink = taken(
      "Nguồn vốn\tDự án\tKế hoạch vốn\tSố vốn đã giải ngân\n"
      "XDCB tập trung\tĐường huyện 394\t17.520.000.000\t2.956.000.000\n"
      "Thu tiền sử dụng đất\tTrường THCS Vũ Hữu\t\t1353135296\n");
  CHECK(sink.rows ==
        Lines{"treasury: project=Đường huyện 394 source=centralised allocated=17520000000 disbursed=2956000000",
              "treasury: project=Trường THCS Vũ Hữu source=land disbursed=1353135296"});
  CHECK(sink.refused.empty());
}

TEST_CASE("title lines are passed over, and a heading in millions is taken at its word", "[finance]") {
  const auto sink = taken(
      "ĐỐI CHIẾU VỐN ĐẦU TƯ, NIÊN ĐỘ 2023;;;\r\n"
      ";;;Đơn vị tính: triệu đồng\r\n"
      "TT;Nguồn vốn;Công trình;Thanh toán\r\n"
      "1;Chuyển nguồn năm trước;\"Kênh; mương nội đồng\";1.000,5\r\n"
      ";;Tổng cộng;1.000,5\r\n");
  CHECK(sink.rows == Lines{"treasury: project=Kênh; mương nội đồng source=carried_over disbursed=1000500000"});
  CHECK(sink.refused.empty());
}

TEST_CASE("each column of amounts has the unit of its own heading, or that of the whole table", "[finance]") {
  const auto rowOf = [](std::string_view title, std::string_view plan, std::string_view paid) {
    const auto sink = taken(std::string(title) + "\nNguồn vốn\tDự án\t" + std::string(plan) + "\t" + std::string(paid) +
                            "\nVốn khác\tA\t2\t3\n");
    REQUIRE(sink.rows.size() == 1);
    return sink.rows[0].substr(sink.rows[0].find("allocated"));
  };
  CHECK(rowOf("", "Kế hoạch (triệu đồng)", "Giải ngân (tỷ đồng)") == "allocated=2000000 disbursed=3000000000");
  CHECK(rowOf("ĐVT: triệu đồng", "Kế hoạch", "Giải ngân (đồng)") == "allocated=2000000 disbursed=3");
  CHECK(rowOf("ĐVT: triệu đồng", "Kế hoạch", "Giải ngân") == "allocated=2000000 disbursed=3000000");
}

TEST_CASE("a statement by source alone names each row after its source", "[finance]") {
  const auto sink = taken("\xEF\xBB\xBFNguồn vốn,Đã phân bổ,Đã giải ngân\nVốn MTQG,5000000,4000000\n");
  CHECK(sink.rows ==
        Lines{"treasury: project=Vốn MTQG source=national_programmes allocated=5000000 disbursed=4000000"});
}

TEST_CASE("a line that cannot be used is refused with its number, and the others are taken", "[finance]") {
  const auto sink = taken(
      "Dự án\tNguồn vốn\tĐã giải ngân\n"
      "A\tVốn lạ\t100\n"
      "B\tNgân sách tỉnh hỗ trợ\t45.8\n"
      "C\tVốn khác\t-5\n"
      "D\tVốn khác\t\n"
      "E\tVốn khác\t7\n");
  CHECK(sink.rows == Lines{"treasury: project=E source=other disbursed=7"});
  CHECK(sink.refused == Lines{"2 finance.import-source Vốn lạ", "3 finance.import-ambiguous 45.8",
                              "4 finance.import-amount -5", "5 finance.import-no-amount D"});
}

TEST_CASE("a file without the columns, or that is no text, is refused as a whole", "[finance]") {
  CHECK(taken("a,b\n1,2\n").refused == Lines{"1 finance.import-header"});
  CHECK(taken("").refused == Lines{"1 finance.import-header"});
  CHECK(taken("\xff\xfe\x00").refused == Lines{"1 finance.import-header"});
}

TEST_CASE("a project that begins with “Công trình”, or is called “Cống”, is no line of totals", "[finance]") {
  const auto sink = taken(
      "Dự án\tNguồn vốn\tĐã giải ngân\nCông trình nước sạch\tVốn khác\t7\nCống Đò Neo\tVốn khác\t8\n"
      "CỘNG\t\t15\nTổng cộng:\t\t15\n");
  CHECK(sink.rows == Lines{"treasury: project=Công trình nước sạch source=other disbursed=7",
                           "treasury: project=Cống Đò Neo source=other disbursed=8"});
  CHECK(sink.refused.empty());
}

TEST_CASE("the unit of a statement may be tỷ or nghìn đồng, above the heading or in it", "[finance]") {
  CHECK(taken("ĐVT: tỷ đồng\nDự án\tNguồn vốn\tĐã giải ngân\nA\tVốn khác\t5\n").rows ==
        Lines{"treasury: project=A source=other disbursed=5000000000"});
  CHECK(taken("Dự án\tNguồn vốn\tĐã giải ngân (nghìn đồng)\nA\tVốn khác\t5\nB\tVốn khác\t5 triệu đồng\n").rows ==
        Lines{"treasury: project=A source=other disbursed=5000", "treasury: project=B source=other disbursed=5000000"});
}

TEST_CASE("figures of a workbook are taken exactly, and an error or a formula without result is refused", "[finance]") {
  Sheet sheet;
  sheet.workbook = true;
  const auto text = [](const char* shown) { return SheetCell::ofText(shown); };
  SheetCell error;
  error.kind = SheetCell::Kind::error, error.text = "#DIV/0!";
  sheet.rows = {{1, false, {text("Dự án"), text("Nguồn vốn"), text("Giải ngân (triệu đồng)")}},
                {2, false, {text("A"), text("Vốn khác"), SheetCell::ofNumber(*Decimal::parse("1000.5"))}},
                {3, false, {text("B"), text("Vốn khác"), error}},
                {4, false, {text("C"), text("Vốn khác"), SheetCell::ofNumber(*Decimal::parse("5"))}},
                {5, false, {text("D"), text("Vốn khác"), text("khoảng 5 tỷ đồng")}}};
  sheet.rows[3].cells[2].text = "5 tỷ đồng";  // by the format of the cell
  const auto sink = test::FakeImport::ofSheet(&importTreasuryStatement, sheet);
  CHECK(sink.rows == Lines{"treasury: project=A source=other disbursed=1000500000",
                           "treasury: project=C source=other disbursed=5000000000"});
  CHECK(sink.refused == Lines{"3 finance.import-amount #DIV/0!", "5 finance.import-amount khoảng 5 tỷ đồng"});
}

TEST_CASE("lines of a heading, of units, of notes and of totals are no projects", "[finance]") {
  const auto sink = taken(
      "TT;Dự án;Nguồn vốn;Vốn đầu tư công năm 2023;\n"
      ";;;Kế hoạch vốn;Đã giải ngân\n"
      ";;;(triệu đồng);(triệu đồng)\n"
      "(1);(2);(3);(4);(5)=(4)/(3)\n"
      ";Công trình chuyển tiếp;;;\n"
      "1;Kênh 4;Nguồn khác;5;2\n"
      "TT;Dự án;Nguồn vốn;Kế hoạch vốn;Đã giải ngân\n"
      "2;Cống 5;Nguồn khác;7;1\n"
      "Cộng;;;12;3\n"
      "\n"
      ";NGƯỜI LẬP BIỂU;;;\n");
  CHECK(sink.refused.empty());
  CHECK(sink.rows == Lines{"treasury: project=Kênh 4 source=other allocated=5000000 disbursed=2000000",
                           "treasury: project=Cống 5 source=other allocated=7000000 disbursed=1000000"});
  // Of two columns with one heading nobody knows which is meant.
  CHECK(taken("Dự án;Nguồn vốn;Giải ngân;Giải ngân\nKênh 4;Nguồn khác;5;2\n").refused ==
        Lines{"1 finance.import-header"});
}

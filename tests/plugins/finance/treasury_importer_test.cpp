#include "plugins/finance/treasury_importer.h"

#include <catch2/catch.hpp>

#include "plugins/finance/delimited_text.h"
#include "tests/plugins/support/fake_section.h"

using namespace cchc;
using namespace cchc::finance;
using Lines = std::vector<std::string>;

namespace {

test::FakeSink taken(std::string_view file) {
  test::FakeSink sink;
  CHECK(importTreasuryStatement(plugin::view(file), sink));
  return sink;
}

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
  CHECK(sink.refused == Lines{"2 finance.import-source Vốn lạ", "3 finance.import-amount 45.8",
                              "4 finance.import-amount -5", "5 finance.import-no-amount D"});
}

TEST_CASE("a file without the columns, or that is no text, is refused as a whole", "[finance]") {
  CHECK(taken("a,b\n1,2\n").refused == Lines{"1 finance.import-header "});
  CHECK(taken("").refused == Lines{"1 finance.import-header "});
  CHECK(taken("\xff\xfe\x00").refused == Lines{"1 finance.import-header "});
}

TEST_CASE("a project that begins with “Công trình” is no line of totals", "[finance]") {
  CHECK_FALSE(isTotal("Công trình nước sạch"));
  CHECK(isTotal("Tổng cộng:"));
  CHECK(isTotal("CỘNG"));
}

#include "plugins/office/one_stop_importer.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_import.h"

using namespace cchc;
using namespace cchc::office;
using Lines = std::vector<std::string>;

namespace {

test::FakeImport taken(std::string_view file) { return test::FakeImport::ofTable(&importOneStop, file); }

constexpr std::string_view numbering =
    "(1)\t(2)\t(3)=(4)+(5)+(6)\t(4)\t(5)\t(6)\t(7)=(8)+(9)+(10)\t(8)\t(9)\t(10)\t(11)=(12)+(13)\t(12)\t(13)\n";

}  // namespace

TEST_CASE("form II.06a becomes one row for each field of work, and its totals the section's figures", "[office]") {
  const auto sink = taken("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH\t\t\nTT\tLĩnh vực\tSố hồ sơ tiếp nhận\n" +
                          std::string(numbering) +
                          "1\tTư pháp\t1.200\t1.100\t95\t5\t1.190\t1.000\t185\t5\t10\t10\t0\n"
                          "2\tĐất đai\t249\t248\t\t1\t230\t-\t\t1\t19\t\t\n"
                          "\tTổng cộng\t1449\t1348\t95\t6\t1420\t\t\t6\t29\t\t\n");
  CHECK(sink.rows == Lines{": received.total=1449 received.online=1348 received.direct=95 received.carried=6 "
                           "resolved.total=1420 resolved.overdue=6 pending.total=29",
                           "dossiers: field=justice name=Tư pháp received=1200 online=1100 direct=95 carried=5 "
                           "resolved=1190 early=1000 on_time=185 overdue=5 pending=10 "
                           "pending_in_time=10 pending_overdue=0",
                           "dossiers: field=environment name=Đất đai received=249 online=248 carried=1 resolved=230 "
                           "overdue=1 pending=19"});
  CHECK(sink.refused.empty());
}

TEST_CASE("an export may leave out columns and merge early with on time", "[office]") {
  const auto sink = taken(
      "STT;Đơn vị;Tổng;Giải quyết;;\r\n1;2;3;7 = 8 + 9 + 10;8 + 9;10\r\nI;Cấp huyện;20;18;17;1\r\n1;\"Nội vụ; thi "
      "đua\";20;18;17;1\r\n;;;;;\r\n");
  CHECK(sink.rows ==
        Lines{"dossiers: field=home_affairs name=Nội vụ; thi đua received=20 resolved=18 in_time=17 overdue=1"});
  CHECK(sink.refused.empty());
}

TEST_CASE("without a line of numbers the thirteen columns are taken in the form's order", "[office]") {
  const auto sink = taken(
      "\xEF\xBB\xBFTT,Lĩnh vực giải quyết,a,b,c,d,e,f,g,h,i,k,l\n1,Bưu chính,9,8,1,0,9,9,0,0,0,0,0\nTổng "
      "số,,9,8,1,0,9,9,0,0,0,0,0\n");
  REQUIRE(sink.rows.size() == 2);
  CHECK(sink.rows[0].starts_with(": received.total=9 received.online=8"));
  CHECK(sink.rows[1] ==
        "dossiers: field=other name=Bưu chính received=9 online=8 direct=1 carried=0 resolved=9 early=9 on_time=0 "
        "overdue=0 pending=0 pending_in_time=0 "
        "pending_overdue=0");
}

TEST_CASE("a line that is no count of dossiers is refused with its number, and the others are taken", "[office]") {
  const auto sink =
      taken(std::string(numbering) + "1\tVăn hóa\t12,5\n2\tY tế\t-3\n3\t\t7\n4\tDân tộc\t1.5\n5\tThanh tra\t4\n");
  CHECK(sink.rows == Lines{"dossiers: field=inspection name=Thanh tra received=4"});
  CHECK(sink.refused == Lines{"2 office.import-count 12,5", "3 office.import-count -3", "4 office.import-name 3",
                              "5 office.import-ambiguous 1.5"});
}

TEST_CASE("figures that no row or total can be given are refused, not dropped", "[office]") {
  // Fields that are numbered as headings are.
  const auto roman = taken(std::string(numbering) + "I\tTư pháp\t7\nII\tY tế\t8\n\tTổng cộng\t15\n");
  CHECK(roman.rows == Lines{": received.total=15"});
  CHECK(roman.refused == Lines{"2 office.import-heading I", "3 office.import-heading II"});
  // A heading may have the sum of its rows.
  CHECK(taken(std::string(numbering) + "A\tHuyện\t7\nI\tTư pháp\t7\n1\tHộ tịch\t7\n").refused.empty());
  const auto two = taken(std::string(numbering) + "1\tY tế\t7\n\tCộng\t7\n\tTổng cộng\t9\n\tTổng cộng\t9\n");
  CHECK(two.rows == Lines{"dossiers: field=health name=Y tế received=7"});
  CHECK(two.refused == Lines{"4 office.import-two-totals", "5 office.import-two-totals"});
  CHECK(taken(std::string(numbering) + "1\tY tế\t7\n\tCộng\t7\n\tTổng cộng\t7\n").refused.empty());
}

TEST_CASE("a file that is not form II.06a, or no text, is refused as a whole", "[office]") {
  CHECK(taken("a,b\n1,2\n").refused == Lines{"1 office.import-header"});
  CHECK(taken("").refused == Lines{"1 office.import-header"});
  CHECK(taken("\xff\xfe").refused == Lines{"1 office.import-header"});
}

TEST_CASE("fields of work are known by their usual names", "[office]") {
  CHECK(fieldOfWork("Thành lập và hoạt động của hộ kinh doanh") == "finance");
  CHECK(fieldOfWork("Lao động - Thương binh và Xã hội") == "labour");
  CHECK(fieldOfWork("GIÁO DỤC VÀ ĐÀO TẠO") == "education");
  CHECK(fieldOfWork("Đất đai") == "environment");
  CHECK(fieldOfWork("Hộ tịch") == "justice");
  CHECK(fieldOfWork("Kinh tế - Hạ tầng") == "infrastructure");
  CHECK(fieldOfWork("Nông nghiệp & PTNT") == "agriculture");
  CHECK(fieldOfWork("Hàng hải") == "other");
}

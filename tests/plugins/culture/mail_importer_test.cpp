#include "plugins/culture/mail_importer.h"

#include <catch2/catch.hpp>

#include "tests/plugins/support/fake_import.h"

using namespace cchc;
using namespace cchc::culture;
using Lines = std::vector<std::string>;

namespace {

test::FakeImport taken(std::string_view file) { return test::FakeImport::ofTable(&importMailAccounts, file); }

}  // namespace

TEST_CASE("mail accounts become one row for each unit, totals passed over", "[culture]") {
  const auto sink = taken(
      "TT,Đơn vị,Tổng số tài khoản,Hoạt động\n"
      "1,Phòng Nội vụ,12,11\n"
      "2,\"UBND xã Thái Học, huyện Bình Giang\",1.020,996\n"
      ",Tổng cộng,1.032,1.007\n");
  CHECK(sink.rows == Lines{"mail_units: unit_name=Phòng Nội vụ accounts=12 active=11",
                           "mail_units: unit_name=UBND xã Thái Học, huyện Bình Giang accounts=1020 active=996"});
  CHECK(sink.refused.empty());
}

TEST_CASE("where only the inactive accounts are listed, the active ones are the rest", "[culture]") {
  CHECK(taken("Cơ quan\tTài khoản\tKhông hoạt động\nPhòng Tư pháp\t9\t2\n").rows ==
        Lines{"mail_units: unit_name=Phòng Tư pháp accounts=9 active=7"});
}

TEST_CASE("where both are listed, the active accounts are taken from their own column", "[culture]") {
  CHECK(taken("Đơn vị;Tổng số;Không hoạt động;Hoạt động\nThanh tra;8;1;7\n").rows ==
        Lines{"mail_units: unit_name=Thanh tra accounts=8 active=7"});
}

TEST_CASE("a line that cannot be used is refused with its number", "[culture]") {
  const auto sink = taken(
      "Đơn vị\tTổng số\tHoạt động\n"
      "\t5\t4\n"
      "A\tnăm\t4\n"
      "B\t5\t4,5\n"
      "C\t5\t\n"
      "D\t5\t6\n");
  CHECK(sink.rows == Lines{"mail_units: unit_name=C accounts=5"});  // as it is when the file is filled in
  CHECK(sink.refused == Lines{"2 culture.import-unit", "3 culture.import-count năm", "4 culture.import-count 4,5",
                              "6 culture.import-more-than-all D"});
}

TEST_CASE("a file without the columns is refused as a whole", "[culture]") {
  CHECK(taken("Đơn vị tính: tài khoản\n1,2\n").refused == Lines{"1 culture.import-header"});
}

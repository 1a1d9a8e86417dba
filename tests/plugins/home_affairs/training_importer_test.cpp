#include <catch2/catch.hpp>

#include "plugins/home_affairs/training_importer.h"
#include "tests/plugins/support/fake_import.h"

using namespace cchc;
using namespace cchc::test;

namespace {

FakeImport imported(std::string_view text) { return FakeImport::ofTable(&home_affairs::importTrainingClasses, text); }
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a list of training classes becomes rows, whatever its columns' order", "[home_affairs]") {
  const auto sink = imported(
      "DANH SÁCH CỬ ĐI ĐÀO TẠO\nTT;Tên lớp;Đối tượng;Số người;Cơ quan tổ chức\n"
      "1;Lớp bồi dưỡng lãnh đạo cấp phòng;Công chức;03;Trường Chính trị tỉnh\n2;bồi dưỡng nghiệp vụ nông thôn mới;CBCC "
      "cấp xã;48 người;\n"
      ";Tổng cộng;;51;\n");
  CHECK(sink.rows ==
        Lines{"training_classes: class_name=bồi dưỡng lãnh đạo cấp phòng audience=civil_servants people=3 "
              "organiser=Trường Chính trị tỉnh",
              "training_classes: class_name=bồi dưỡng nghiệp vụ nông thôn mới audience=commune_staff people=48"});
  CHECK(sink.refused.empty());
}

TEST_CASE("a line without a class, a known audience or a number of people is refused with its number",
          "[home_affairs]") {
  const auto sink = imported(
      "Lớp\tĐối tượng\tSố lượng\n\tviên chức\t4\nA\tngười dân\t4\nB\tviên chức\t0\nC\tviên chức\t1,5\nD\tviên "
      "chức\t7\n");
  CHECK(sink.rows == Lines{"training_classes: class_name=d audience=public_employees people=7"});
  CHECK(sink.refused == Lines{"2 home_affairs.import-class viên chức", "3 home_affairs.import-audience người dân",
                              "4 home_affairs.import-people 0", "5 home_affairs.import-people 1,5"});
}

TEST_CASE("a figure whose word of quantity would be lost, or that is a percentage, is refused", "[home_affairs]") {
  auto percentage = SheetCell::ofNumber(*Decimal::parse("50"));
  percentage.kind = SheetCell::Kind::percent, percentage.text = "50%";
  Sheet sheet;
  sheet.workbook = true;
  sheet.rows = {
      {1, false, {SheetCell::ofText("Lớp"), SheetCell::ofText("Đối tượng"), SheetCell::ofText("Số người")}},
      {2, false, {SheetCell::ofText("A"), SheetCell::ofText("viên chức"), SheetCell::ofText("trên 48 người")}},
      {3, false, {SheetCell::ofText("B"), SheetCell::ofText("viên chức"), percentage}},
      {4, false, {SheetCell::ofText("C"), SheetCell::ofText("viên chức"), SheetCell::ofText("48 người")}}};
  const auto sink = FakeImport::ofSheet(&home_affairs::importTrainingClasses, sheet);
  CHECK(sink.rows == Lines{"training_classes: class_name=c audience=public_employees people=48"});
  CHECK(sink.refused == Lines{"2 home_affairs.import-people trên 48 người", "3 home_affairs.import-people 50%"});
}

TEST_CASE("a file without the header is refused as a whole", "[home_affairs]") {
  CHECK(imported("a;b\n1;2\n").refused == Lines{"1 home_affairs.import-header"});
}

TEST_CASE("audiences are known as people write them", "[home_affairs]") {
  CHECK(home_affairs::audienceOf("Cán bộ, công chức cấp xã") == "commune_staff");
  CHECK(home_affairs::audienceOf("CBCC xã") == "commune_staff");
  CHECK(home_affairs::audienceOf("Cán bộ, công chức") == "officials");
  CHECK(home_affairs::audienceOf("Công chức") == "civil_servants");
  CHECK(home_affairs::audienceOf("VC") == "public_employees");
  CHECK(home_affairs::audienceOf("Đại biểu HĐND xã") == "deputies");
  CHECK(home_affairs::audienceOf("") == "");
}

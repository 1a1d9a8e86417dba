// What labels say about values.
#include <catch2/catch.hpp>

#include "core/base/reading/label_kind.h"

using namespace cchc::reading;

TEST_CASE("a label says that its figure is a part of the one above", "[base]") {
  for (const auto* part : {"Trong đó: chi thanh toán hạ tầng", "trong đó", "- Trong đó, nữ", "Of which: women"})
    CHECK(isPartLabel(part));
  for (const auto* other : {"Trong kỳ", "Vốn trong đó", "Trong đóng góp của dân", ""}) CHECK_FALSE(isPartLabel(other));
}

TEST_CASE("a label says that its row is the total of the others, and nothing else", "[base]") {
  for (const auto* total : {"Tổng cộng", "TỔNG SỐ:", "Cộng", "Tổng số (I+II)", "Total"}) CHECK(isBareTotalLabel(total));
  for (const auto* other : {"Tổng số hộ nghèo", "Tổng công ty Điện lực", "Cống số 3", "Tổng cộng nguồn vốn"})
    CHECK_FALSE(isBareTotalLabel(other));
}

TEST_CASE("a label says that its date may lie ahead", "[base]") {
  for (const auto* ahead : {"Ngày hẹn trả", "Thời hạn hoàn thành", "Ngày dự kiến trả kết quả", "Thực hiện từ ngày"})
    CHECK(isAheadLabel(ahead));
  for (const auto* past : {"Ngày trả kết quả", "Ngày tiếp nhận", "Đưa vào sử dụng từ", "Ngày ban hành"})
    CHECK_FALSE(isAheadLabel(past));
}

TEST_CASE("a label says that its rate is a change", "[base]") {
  for (const auto* change : {"Tốc độ tăng thu", "Tăng, giảm so với cùng kỳ (%)", "Mức chênh lệch"})
    CHECK(isChangeLabel(change));
  for (const auto* other : {"Tỷ lệ giải ngân", "Tỷ lệ tặng quà", ""}) CHECK_FALSE(isChangeLabel(other));
}

TEST_CASE("units are found in columns and at the end of labels", "[base]") {
  CHECK(isUnitLabel("Đơn vị tính"));
  CHECK(isUnitLabel("ĐVT"));
  CHECK_FALSE(isUnitLabel("Đơn vị"));
  CHECK(unitInLabel("Đường giao thông (km)") == "km");
  CHECK(unitInLabel("Hồ sơ").empty());
  CHECK(unitInLabel("(km)").empty());
  CHECK(isUnitOfMeasure("km"));
  CHECK(isUnitOfMeasure("HA"));
  CHECK_FALSE(isUnitOfMeasure("hồ sơ"));
}

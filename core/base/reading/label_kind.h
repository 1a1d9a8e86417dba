// What the label of a field, a column or a row says about its values.
#pragma once
#include <string_view>

namespace cchc::reading {

// Whether the label begins as that of a part of the figure above it does: "Trong đó: chi thanh toán hạ tầng".
bool isPartLabel(std::string_view label);
// Whether the label says that its row is the total of the others, and nothing else: "Tổng cộng:", "Tổng số (I+II)". One
// that goes on, such as "Tổng số hộ nghèo", may be a figure among others.
bool isBareTotalLabel(std::string_view label);
// Whether the values of the column are units of measure: "Đơn vị tính", "ĐVT".
bool isUnitLabel(std::string_view label);
// Whether a date with this label may lie ahead: "Thời hạn hoàn thành", "Ngày hẹn trả", "Dự kiến trả kết quả".
bool isAheadLabel(std::string_view label);
// Whether a rate with this label is a change, which may be below 0: "Tốc độ tăng trưởng", "Tăng, giảm so với cùng kỳ".
bool isChangeLabel(std::string_view label);
// The unit in brackets at the end of the label: "km" of "Đường giao thông (km)"; empty: there is none.
std::string_view unitInLabel(std::string_view label);
// Whether the text is a unit of length, area, volume or weight, or of time: "km", "m2", "ha", "tấn".
bool isUnitOfMeasure(std::string_view unit);

}  // namespace cchc::reading

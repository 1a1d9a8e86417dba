// Reads an amount of money as clerks, letters and statements write it.
#pragma once
#include <optional>
#include <string_view>

#include "core/base/reading/figure.h"

namespace cchc::reading {

struct Money {
  std::optional<Decimal> dong;  // whole; nullopt: a dash or nothing, which is blank and not zero
  Qualifier qualifier = Qualifier::exact;
  bool unitNamed = false;  // the text names its unit; otherwise context.power was used
  bool operator==(const Money&) const = default;
};

// Takes what readFigure takes, then a unit ("đồng", "đ", "VND", "₫", "nghìn", "triệu đồng", "trđ", "tỷ", "tỉ", "nghìn
// tỷ" …), and sums of falling units ("387 tỷ 425 triệu đồng").
// Errors:
//   value.not-a-number, text.not-utf8, text.control-character
//   value.not-whole, value.not-whole-comma  the sum is not a whole number of đồng (figure.h)
//   value.unknown-currency                  another currency, or a unit that the reader does not know
Reading<Money> readMoney(std::string_view text, const Context& context);

// The power of ten of đồng that a heading or a column names: "Đơn vị tính: triệu đồng", "Số tiền (trđ)" and "ĐVT:
// 1.000.000 đồng" give 6. An amount ("giao 177 tỷ đồng") names none. nullopt: no unit is named, or several are.
std::optional<int> namedPower(std::string_view text);
// Whether a heading is that of a column which names the unit of each line: "ĐVT", "Đơn vị tính".
bool isUnitHeading(std::string_view text);
// Whether a unit begins with a word that multiplies the figure: "nghìn hồ sơ", "trđ", "1.000 người"; not "tỷ lệ", and
// not "Trạm Y tế", which differs from "trăm" in its marks.
bool beginsWithSize(std::string_view unit);

}  // namespace cchc::reading

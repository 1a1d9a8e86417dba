// The number format of a cell ("#,##0.00", "0%", "dd/mm/yyyy"), by which a workbook tells percentages and dates from
// other numbers, and how Excel then shows a number in Vietnam.
#pragma once
#include <string>
#include <string_view>

#include "core/base/decimal.h"
#include "core/exchange/sheets/stored_number.h"

namespace cchc {

class CellFormat {
 public:
  enum class Kind : unsigned char { number, percent, date, time };

  CellFormat() = default;  // General
  explicit CellFormat(std::string_view code);
  // A built-in format, by its number (ECMA-376 part 1, 18.8.30).
  static CellFormat builtIn(int id);

  Kind kind() const { return kind_; }
  // A date is shown as month and year ("08/2023"): Excel makes the first of the month of what a person types so.
  bool hidesDay() const;
  // "1.234,50"; "97,22%" for 0.9722. All digits are shown if the format is General, or one that is not known here, such
  // as a fraction.
  std::string shown(const Decimal& number) const;
  // "28/08/2023", "28/08/2023 18:00", "18:00". Formats with names of months or weekdays show numbers instead.
  std::string shown(const StoredDate& date) const;

 private:
  std::string code_ = "General";
  Kind kind_ = Kind::number;
};

}  // namespace cchc

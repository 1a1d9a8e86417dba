#include "core/exchange/sheets/sheet.h"

namespace cchc {

std::string columnLetters(std::size_t column) {
  std::string letters;
  for (auto left = column + 1; left != 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

std::string cellPosition(const Sheet& sheet, std::string_view file, const SheetRow& row, std::size_t column) {
  const auto number = std::to_string(row.number);
  if (!sheet.workbook) return std::string(file) + ":" + number;
  return std::string(file) + "!" + columnLetters(column) + number;
}

}  // namespace cchc

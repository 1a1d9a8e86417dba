#include "core/exchange/importing/sheet_marks.h"

#include <string_view>
#include <vector>

namespace cchc {

std::optional<reading::Marks> marksOfSheet(const Sheet& sheet, std::size_t firstRow,
                                           std::span<const std::size_t> columns) {
  std::vector<std::string_view> block;
  for (auto i = firstRow; i < sheet.rows.size(); ++i) {
    const auto& cells = sheet.rows[i].cells;
    for (const auto column : columns) {
      // Texts without marks decide nothing, and most of a sheet is such text.
      if (column < cells.size() && cells[column].kind == SheetCell::Kind::text &&
          cells[column].text.find_first_of(".,") != std::string::npos)
        block.push_back(cells[column].text);
    }
  }
  return reading::marksOf(block);
}

}  // namespace cchc

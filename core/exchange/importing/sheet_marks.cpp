#include "core/exchange/importing/sheet_marks.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/exchange/values/cell_value.h"

namespace cchc {

std::optional<reading::Marks> marksOfSheet(const Sheet& sheet, std::size_t firstRow,
                                           std::span<const std::size_t> columns) {
  return marksOfSheet(sheet, firstRow, columns, [](std::size_t, std::size_t) { return false; });
}

std::optional<reading::Marks> marksOfSheet(const Sheet& sheet, std::size_t firstRow,
                                           std::span<const std::size_t> columns,
                                           const std::function<bool(std::size_t, std::size_t)>& isWhole) {
  std::vector<reading::BlockFigure> block;
  for (auto i = firstRow; i < sheet.rows.size(); ++i) {
    const auto& cells = sheet.rows[i].cells;
    for (const auto column : columns) {
      // Texts without marks decide nothing, and most of a sheet is such text.
      if (column < cells.size() && cells[column].kind == SheetCell::Kind::text &&
          cells[column].text.find_first_of(".,") != std::string::npos)
        block.push_back({cells[column].text, isWhole(i, column)});
    }
  }
  return reading::marksOf(block);
}

bool hasOtherMeaning(const FieldDefinition& field, const SheetCell& cell, const reading::Context& context,
                     const Value& value) {
  if (cell.kind != SheetCell::Kind::text || value.number() == nullptr ||
      cell.text.find_first_of(".,") == std::string::npos)
    return false;
  auto english = context;
  english.marks = reading::Marks::english;
  const auto other = cellValue(field, cell, english);
  return other && other->number() != nullptr && *other->number() != *value.number();
}

}  // namespace cchc

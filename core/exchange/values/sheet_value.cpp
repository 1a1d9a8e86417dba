#include "core/exchange/values/sheet_value.h"

#include <string>

#include "core/exchange/values/cell_value.h"

namespace cchc {
namespace {

// The range that covers the cell, which is merged.
MergedRange rangeOf(const Sheet& sheet, std::size_t row, std::size_t column) {
  const auto number = sheet.rows[row].number;
  for (const auto& range : sheet.merged) {
    if (range.firstRow <= number && number <= range.lastRow && range.firstColumn <= column &&
        column <= range.lastColumn)
      return range;
  }
  return {number, column, number, column};
}

}  // namespace

Result<Value> sheetValue(const Sheet& sheet, std::size_t row, std::size_t column, const FieldDefinition& field,
                         const reading::Context& context) {
  const auto& cell = sheet.at(row, column);
  if (!cell.merged || cell.kind != SheetCell::Kind::blank) return cellValue(field, cell, context);
  const auto& covering = sheet.covering(row, column);
  if (covering.kind == SheetCell::Kind::blank) return cellValue(field, cell, context);
  const auto range = rangeOf(sheet, row, column);
  if (range.firstColumn != range.lastColumn || isNumeric(field.type)) {
    const auto name = columnLetters(range.firstColumn) + std::to_string(range.firstRow);
    return fail("value.merged-cell", {}, {{"cell", name}});
  }
  return cellValue(field, covering, context);
}

}  // namespace cchc

#include "core/exchange/values/sheet_value.h"

#include <string>

#include "core/exchange/values/cell_value.h"

namespace cchc {

Result<const SheetCell*> meantCell(const Sheet& sheet, std::size_t row, std::size_t column, bool figure) {
  const auto& cell = sheet.at(row, column);
  const auto* range = sheet.rangeOf(row, column);
  if (range == nullptr) return &cell;
  // What a program left below a merged range is not seen by anybody.
  const auto& covering = sheet.covering(row, column);
  if (covering.kind == SheetCell::Kind::blank) return &covering;
  if (range->firstColumn == range->lastColumn && !figure) return &covering;
  const auto name = columnLetters(range->firstColumn) + std::to_string(range->firstRow);
  return fail("value.merged-cell", {}, {{"cell", name}});
}

Result<Value> sheetValue(const Sheet& sheet, std::size_t row, std::size_t column, const FieldDefinition& field,
                         const reading::Context& context) {
  CCHC_TRY(const auto* cell, meantCell(sheet, row, column, isNumeric(field.type)));
  return cellValue(field, *cell, context);
}

}  // namespace cchc

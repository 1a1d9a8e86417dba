// The value of a cell in its sheet, where another cell may cover it.
#pragma once
#include <cstddef>

#include "core/base/reading/reading.h"
#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {

// The cell whose value is meant at an index of the sheet's rows: the cell itself, or the one above that covers it.
// Errors, without a place:
//   value.merged-cell   the cell that covers it ({cell}) is of another column, or has a figure of several rows
Result<const SheetCell*> meantCell(const Sheet& sheet, std::size_t row, std::size_t column, bool figure);

// Reads the cell at an index of the sheet's rows as cellValue does (cell_value.h). If a cell above covers it, it has
// the same value as that one, but a figure that stands for several rows together belongs to none of them. A cell that
// is covered by one of another column is refused. Errors, without a place:
//   those of meantCell and cellValue
Result<Value> sheetValue(const Sheet& sheet, std::size_t row, std::size_t column, const FieldDefinition& field,
                         const reading::Context& context = {});

}  // namespace cchc

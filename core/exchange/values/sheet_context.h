// What a sheet says about all of its figures: how they are marked, and in which unit its amounts are.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "core/base/reading/reading.h"
#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {

// `heading`: index of the row with the headings; nullopt: the first row has values already. `figures`: the columns
// whose cells are read. The marks are those that their texts below the heading agree on (marksOf), the Vietnamese ones
// if nothing decides. The power is the one that is named above the headings ("Đơn vị tính: triệu đồng"), else 0.
reading::Context sheetContext(const Sheet& sheet, std::optional<std::size_t> heading,
                              std::span<const std::size_t> figures, int year);

// The power that a line's own cell of the unit ("ĐVT") names for its money; `otherwise` if it is blank, or if the field
// is no money. Errors, without a place:
//   value.unknown-currency   the unit of an amount is none of money
Result<int> unitPower(const SheetCell& unit, const SheetCell& amount, const FieldDefinition& field, int otherwise);

// Whether the cell has a number, or a text of digits. Below a table there may be other cells: a place, a date, names.
bool isFigure(const SheetCell& cell);

}  // namespace cchc

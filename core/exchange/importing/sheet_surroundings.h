// What stands around the rows of a table on a sheet: further lines of its heading, and other tables below it. Private
// to importing/.
#pragma once
#include <cstddef>
#include <optional>

#include "core/exchange/sheets/cells.h"

namespace cchc::importing {

// Rows by their indexes.
// Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3) or [1], perhaps with letters among them.
bool numbersColumns(const SheetRow& row);
// Whether each cell of a row is a unit, or another remark in brackets that is no name: "(triệu đồng)", "(người)".
bool namesUnits(const SheetRow& row);
// The last line of a heading: the heading itself, or a line of units or of column numbers below it.
std::size_t lastOfHeading(const Sheet& sheet, std::size_t heading);
// Whether nothing stands in the line before a row.
bool followsGap(const Sheet& sheet, std::size_t row);
// The heading of another table below: "TT", "Phân loại", "Số lượng". `after`: the last line of the first one's heading.
bool beginsTable(const Sheet& sheet, std::size_t after, std::size_t row);

}  // namespace cchc::importing

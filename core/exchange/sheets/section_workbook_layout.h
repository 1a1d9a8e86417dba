// The layout of a section's workbook, shared by its writer and its reader. Private to this folder.
#pragma once
#include <cstddef>
#include <string_view>

namespace cchc::workbook_layout {

// The hidden sheet that identifies the section, in rows of name and value: "format", "section", "unit", "period", and
// for each other sheet "sheet" with its name and, in a third cell, the id of its table.
inline constexpr std::string_view aboutSheet = "cchc", format = "cchc-section-workbook";

// The headings above the hidden columns of ids.
inline constexpr std::string_view fieldId = "Mã chỉ tiêu", rowId = "Mã dòng";

// The row with the headings of a table's sheet, counted from 1: below title, unit, advice and units.
inline constexpr std::size_t tableHeadings = 5;

}  // namespace cchc::workbook_layout

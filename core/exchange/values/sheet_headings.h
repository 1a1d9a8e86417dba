// The headings by which the readers of sheets recognise columns. This is a grammar: words may be added but never
// removed, since sheets that have them are in use. They are compared by sameWords (cell_value.h). Private to exchange/.
#pragma once
#include <array>
#include <string_view>

namespace cchc::sheet_headings {

// The headings that a section's workbook writes above its hidden columns of ids.
inline constexpr std::string_view fieldId = "Mã chỉ tiêu", rowId = "Mã dòng";

// Headings for lines of fields and their values.
inline constexpr std::array<std::string_view, 6> fields = {"field", "id", fieldId, "mã", "chỉ tiêu", "tên chỉ tiêu"};
inline constexpr std::array<std::string_view, 4> values = {"value", "giá trị", "số liệu", "kết quả"};
inline constexpr std::array<std::string_view, 2> qualifiers = {"qualifier", "mức độ"};

// Headings for the rows of a table: the column of row ids, and a column that only numbers the rows.
inline constexpr std::array<std::string_view, 3> rows = {"row", rowId, "dòng"};
inline constexpr std::array<std::string_view, 3> counts = {"tt", "stt", "số tt"};

// A part of a document may have a separate column, whose heading is the id of the document column, a dot and one of
// these.
inline constexpr std::array<std::string_view, 5> documentParts = {"date", "issuer", "title", "for-year", "role"};

}  // namespace cchc::sheet_headings

// A sheet of cells, as read from CSV, TSV (delimited_sheet.h) or XLSX (workbook_reader.h).
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cchc {

struct SheetCell {
  // text: as a person typed it. The other kinds come from a workbook, which knows the type of a cell: a number as
  // canonical decimal text, a percentage likewise (0.9722 is 97,22 %), a date in ISO form.
  enum class Kind : unsigned char { text, number, percentage, date } kind = Kind::text;
  std::string text;
  bool operator==(const SheetCell&) const = default;
};
struct SheetRow {
  std::size_t number = 0;  // the line of a text file or the row of a workbook; counts from 1
  std::vector<SheetCell> cells;
};
struct Sheet {
  bool workbook = false;       // read from a workbook
  std::vector<SheetRow> rows;  // rows without content are left out
};

// The letters of a column in a workbook: "A" for 0, "AA" for 26.
std::string columnLetters(std::size_t column);
// The position of a cell, for errors: "file:12" in a text file, "file!C12" in a workbook. `column` counts from 0.
std::string cellPosition(const Sheet& sheet, std::string_view file, const SheetRow& row, std::size_t column);

}  // namespace cchc

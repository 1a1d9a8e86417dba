// Writes a workbook (XLSX) for people to fill in with Excel or LibreOffice. Figures are written as the text of their
// digits, never as binary fractions.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// The format of a cell, and whether a person may type into it: sheets are protected without a password, and only the
// ...Entry cells are unlocked.
enum class CellStyle : unsigned char {
  plain,
  title,
  heading,
  group,
  label,
  hint,
  computed,
  textEntry,
  integerEntry,
  decimalEntry,
  dateEntry
};

struct CellOut {
  enum class Kind : unsigned char { blank, text, number } kind = Kind::blank;
  // Of a number: canonical decimal text of at most 15 digits. Of a date: its serial day.
  std::string text;
  CellStyle style = CellStyle::plain;
};
struct ColumnOut {
  int width = 12;  // in characters
  bool hidden = false;
  CellStyle style = CellStyle::plain;  // of the cells below the rows
};
// A rule that the cells of a column, from one row to another, accept only these choices.
struct ListOut {
  std::size_t column = 0, firstRow = 0, lastRow = 0;  // count from 0
  std::vector<std::string> choices;
};
struct SheetOut {
  std::string name;  // at most 31 characters, none of []:*?/\ ; no two sheets have the same
  bool hidden = false;
  std::vector<ColumnOut> columns;
  std::vector<std::vector<CellOut>> rows;
  std::size_t frozenRows = 0;  // the number of rows at the top that stay in view
  std::vector<ListOut> lists;
};

// Returns the bytes of the workbook. The same sheets give the same bytes.
// Errors:
//   file.write  the archive could not be created
Result<std::string> writeWorkbook(const std::vector<SheetOut>& sheets);

}  // namespace cchc

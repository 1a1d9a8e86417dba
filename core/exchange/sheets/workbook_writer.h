// Writes a workbook for people to fill in: XLSX as Excel and LibreOffice open it. Figures go in as the text of their
// digits, never through binary fractions.
#pragma once
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// How a cell looks, and whether something may be typed into it: the sheets are protected (without a password), entry
// cells are not.
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
  std::string text;  // number: canonical decimal text of at most 15 digits; a date is its serial day
  CellStyle style = CellStyle::plain;
};
struct ColumnOut {
  int width = 12;  // characters
  bool hidden = false;
  CellStyle style = CellStyle::plain;  // of cells that no row names
};
// The cells of a column, from a row on, take one of a list.
struct ListOut {
  std::size_t column = 0, firstRow = 0, lastRow = 0;  // from 0
  std::vector<std::string> choices;
};
struct SheetOut {
  std::string name;  // at most 31 characters, none of []:*?/\ ; unlike the others'
  bool hidden = false;
  std::vector<ColumnOut> columns;
  std::vector<std::vector<CellOut>> rows;
  std::size_t frozenRows = 0;
  std::vector<ListOut> lists;
};

// file.write where the archive cannot be made. The same sheets give the same bytes.
Result<std::string> writeWorkbook(const std::vector<SheetOut>& sheets);

}  // namespace cchc

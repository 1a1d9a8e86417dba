// A sheet of cells, from CSV, TSV or XLSX.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

struct SheetCell {
  // text: as someone typed it. The others come from a workbook that knows: number as canonical decimal text, percentage
  // the same (0.9722 is 97,22 %), date as ISO.
  enum class Kind : unsigned char { text, number, percentage, date } kind = Kind::text;
  std::string text;
  bool operator==(const SheetCell&) const = default;
};
struct SheetRow {
  std::size_t number = 0;  // line of a text file, row of a workbook; from 1
  std::vector<SheetCell> cells;
};
struct Sheet {
  bool workbook = false;
  std::vector<SheetRow> rows;  // rows without content are left out
};

// "file:12" in a text file, "file!C12" in a workbook.
std::string cellPlace(const Sheet& sheet, std::string_view file, const SheetRow& row, std::size_t column);

// UTF-8 without its mark, whatever Unicode encoding the bytes are in: UTF-8, UTF-16 of either order, told by mark or,
// lacking it, by where the zero bytes stand. values.encoding for others: Windows-1258, TCVN3 and the like cannot be
// told apart surely.
Result<std::string> toUtf8(std::string_view bytes, std::string_view file);

// RFC 4180, and Excel's habits: a first line "sep=;", comma, semicolon or tab told by what the first line has most of,
// ="012" for text. values.quote for a quote that never closes.
Result<Sheet> readDelimited(std::string_view utf8, std::string_view file);

struct NamedSheet {
  std::string name;
  Sheet sheet;
};
// All sheets of a workbook, hidden ones too, in its order: at most 64.
Result<std::vector<NamedSheet>> readWorkbookSheets(std::string_view bytes, std::string_view file);
// The first sheet of a workbook. values.not-xlsx, values.sheet-too-large, values.cell-error.
Result<Sheet> readWorkbook(std::string_view bytes, std::string_view file);

}  // namespace cchc

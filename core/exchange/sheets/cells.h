// A sheet of cells with everything that a person sees of it. All readers of delimited text, workbooks and the clipboard
// give this, and nothing else in the suite splits text into cells.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/base/decimal.h"

namespace cchc {

struct SheetCell {
  // text: as a person typed it; delimited text has blank and text cells only. The other kinds come from a workbook.
  // percent: a number that is shown as a percentage. error: "#DIV/0!", or a number that no Decimal can hold.
  // formulaWithoutResult: a formula whose result is not in the file.
  enum class Kind : unsigned char { blank, text, number, percent, date, yesNo, error, formulaWithoutResult };
  Kind kind = Kind::blank;
  bool hidden = false;  // its row, its column or its sheet is hidden
  // Another cell covers it, in a merged range: Sheet::covering finds that cell. It is blank in files of common
  // programs.
  bool merged = false;
  std::uint16_t range = 0;  // of a merged cell: the index of its range in Sheet::merged
  bool yes = false;         // of yesNo
  Date date;                // of date; without its day if only the month is shown; a time of day is in `text` alone
  // As Excel shows it in Vietnam: "1.234,50", "97,22%", "28/08/2023", "TRUE", "#DIV/0!". Of a text, the text, with each
  // line end as a newline. Of a formula without result, the formula. "" for a blank cell.
  std::string text;
  Decimal number;  // of number, and of percent: 97.22 for 97,22 %. Exact, whatever the format shows

  bool operator==(const SheetCell&) const = default;
  // blank if the text has no other characters than white space; the text is kept.
  static SheetCell ofText(std::string text);
  static SheetCell ofNumber(const Decimal& number);  // shown as vietnamese::number shows it
};

struct SheetRow {
  std::size_t number = 0;  // as people see it: the line of a text file, or the row of a workbook; counts from 1
  bool hidden = false;
  std::vector<SheetCell> cells;  // up to the last one that is not blank, or covered, or, in a text, that is written
};

// Rows by their numbers, columns from 0; both ends are included.
struct MergedRange {
  std::size_t firstRow = 0, firstColumn = 0, lastRow = 0, lastColumn = 0;
  bool operator==(const MergedRange&) const = default;
};

struct Sheet {
  bool workbook = false;       // read from a workbook
  bool hidden = false;         // the user does not see the sheet
  std::string name;            // empty: delimited text
  std::vector<SheetRow> rows;  // in order of their numbers; rows without content are left out
  std::vector<MergedRange> merged;

  // The cell at an index of `rows`; a blank cell beyond the ends.
  const SheetCell& at(std::size_t row, std::size_t column) const;
  // The range that the cell is merged into; nullptr: none, or the cell is the one that covers the others.
  const MergedRange* rangeOf(std::size_t row, std::size_t column) const;
  // The cell that covers a merged cell, which may be blank; the cell itself if no other covers it.
  const SheetCell& covering(std::size_t row, std::size_t column) const;
  std::size_t columnCount() const;  // of its longest row
};

// The letters of a column in a workbook: "A" for 0, "AA" for 26.
std::string columnLetters(std::size_t column);
// The position of a cell, for errors: "file:12" in a text file, "file!C12" in a workbook. `column` counts from 0.
std::string cellPosition(const Sheet& sheet, std::string_view file, const SheetRow& row, std::size_t column);

// The first column of a line of delimited text that has content beyond the last heading, which happens where a comma of
// decimals is not quoted: "x,45,8". `heading` and `row` are indices of rows. Answers the number of columns of the row
// if there is none, and always for workbooks, where a remark may stand beside the headings.
std::size_t firstBeyondHeadings(const Sheet& sheet, std::size_t heading, std::size_t row);

}  // namespace cchc

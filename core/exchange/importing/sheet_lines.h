// What each row below a heading is. Private to importing/.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/definition/definition.h"
#include "core/exchange/importing/sheet_mapping.h"
#include "core/exchange/importing/sheet_names.h"

namespace cchc::importing {

enum class LineKind : unsigned char {
  record,      // something to import
  heading,     // numbers of the columns ("(1)", "(2)"), or the heading once more, on a new page
  hidden,      // nobody sees it
  total,       // "Tổng cộng": the sum of other rows
  section,     // a heading for several rows ("I", "A"), which may have their sum
  part,        // "Trong đó": of the row above, which has it
  note,        // text above, between or below the rows: "Ghi chú", a place and a date, a signature
  otherTable,  // below the table, with a heading of its own
  notMapped,   // all that it has stands in columns that are not imported
};

// Decides by the whole sheet, since a row looks like a note only because no figure follows it. Borrows its arguments.
class SheetLines {
 public:
  SheetLines(const SectionDefinition& definition, const Sheet& sheet, const SheetMapping& mapping);
  // `row`: the index of a row that is not blank.
  LineKind kindOf(std::size_t row) const;
  // The columns of figures that may be summed up: no percentages.
  const std::vector<std::size_t>& sums() const { return sums_; }
  // Whether a row of a table has anything that says what its figures are of.
  bool names(std::size_t row) const;

 private:
  bool isHeadingLine(std::size_t row) const;
  bool isTotal(std::size_t row) const;
  bool isPart(std::size_t row) const;
  bool isNote(std::size_t row) const;
  bool isRecord(std::size_t row) const;
  bool isBesideFixed(std::size_t row) const;
  bool belowGap(std::size_t row) const;
  bool reads(std::size_t row, std::size_t column) const;
  bool isTelling() const;
  bool namesColumns(std::size_t row) const;
  bool isHeadingOf(std::size_t column, std::string_view text) const;
  bool isField(std::size_t column) const;
  bool namesRow(std::size_t column) const;  // by an id, so that the row is one even without values
  std::string_view countOf(std::size_t row) const;

  const Sheet& sheet_;
  const SheetMapping& mapping_;
  const TableDefinition* table_ = nullptr;   // null: the section's fields
  std::vector<std::size_t> figures_, sums_;  // the columns of figures, and those that may be summed up
  std::optional<std::size_t> count_;         // the column with the numbers of the lines
  std::optional<std::size_t> rowName_;       // the column that names fixed rows
  std::optional<FixedRowNames> fixedNames_;
  std::size_t headingEnd_ = 0;  // index of the last line of the heading
  std::size_t tableEnd_ = 0;    // index of the row at which another table begins
  std::size_t lastRecord_ = 0;  // index of the last row that has values; 0: none
  bool numbered_ = false;       // some line has an Arabic number
  std::size_t mapped_ = 0;      // how many columns are imported
};

}  // namespace cchc::importing

// What each row below a heading is. Private to importing/.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "core/definition/definition.h"
#include "core/exchange/importing/sheet_mapping.h"

namespace cchc::importing {

enum class LineKind : unsigned char {
  record,     // something to import
  heading,    // numbers of the columns ("(1)", "(2)"), or the heading once more, on a new page
  hidden,     // nobody sees it
  total,      // "Tổng cộng": the sum of other rows
  section,    // a heading for several rows ("I", "A"), which may have their sum
  note,       // text above, between or below the rows: "Ghi chú", a place and a date, a signature
  notMapped,  // all that it has stands in columns that are not imported
};

// Decides by the whole sheet, since a row looks like a note only because no figure follows it. Borrows its arguments.
class SheetLines {
 public:
  SheetLines(const SectionDefinition& definition, const Sheet& sheet, const SheetMapping& mapping);
  // `row`: the index of a row that is not blank.
  LineKind kindOf(std::size_t row) const;

 private:
  bool isHeadingLine(std::size_t row) const;
  bool isTotal(std::size_t row) const;
  bool isNote(std::size_t row) const;
  bool isField(std::size_t column) const;
  bool namesRow(std::size_t column) const;  // by an id, so that the row is one even without values
  std::string_view countOf(std::size_t row) const;

  const Sheet& sheet_;
  const SheetMapping& mapping_;
  const TableDefinition* table_ = nullptr;  // null: the section's fields
  std::vector<std::size_t> figures_;        // the columns of figures
  std::optional<std::size_t> count_;        // the column with the numbers of the lines
  std::size_t lastFigure_ = 0;              // index of the last row with a figure; 0: none
  bool numbered_ = false;                   // some line has an Arabic number
  std::size_t mapped_ = 0;                  // how many columns are imported
};

}  // namespace cchc::importing

// The meaning of each column of a sheet in a section: found from headings and names, and changed by a person.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/reading/reading.h"
#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/sheet_file.h"

namespace cchc {

struct ColumnMeaning {
  // count: the number of the line ("TT"). unit: the unit of the line's amount ("ĐVT"). For the section's fields, one
  // per line: `fieldName` names the field, `figure` is its value, `qualifier` a word of quantity. For a table:
  // `rowName` names the row, `column` is the cell of a column, `documentPart` one part of a document in it.
  enum class Kind : unsigned char {
    ignored,
    count,
    unit,
    fieldName,
    figure,
    qualifier,
    rowName,
    column,
    documentPart
  } kind = Kind::ignored;
  std::size_t column = 0;  // index of the table's column
  std::size_t part = 0;    // of a document: index in importing::documentParts
  bool operator==(const ColumnMeaning&) const = default;
};

struct SheetMapping {
  std::optional<std::size_t> table;  // the table to fill; none: the section's fields, one per line
  // Index of the heading among the sheet's rows, the lower one if it has two. None: the first row already has values.
  std::optional<std::size_t> heading;
  bool twoLines = false;               // the row above belongs to the heading
  std::vector<ColumnMeaning> columns;  // one per column of the sheet
  // What a person has decided; nullopt: the sheet decides.
  std::optional<int> moneyPower;  // amounts of money without a unit of their own are in 10^n đồng: 0, 3, 6 or 9
  std::optional<reading::Marks> marks;  // how figures separate thousands and decimals
  bool withHidden = false;              // hidden rows and columns are imported, too
  bool ownRows = false;                 // all lines are rows, as in a section's own workbook: none is a note
  bool operator==(const SheetMapping&) const = default;
};

// The mapping for a given target, a table or the fields.
SheetMapping guessMapping(const SectionDefinition& definition, const Sheet& sheet, std::optional<std::size_t> table,
                          bool withHidden = false);
// The same for the target that the sheet fits best.
SheetMapping guessImport(const SectionDefinition& definition, const Sheet& sheet, bool withHidden = false);
// The mapping of a table whose heading is that row of the sheet, by its index, and the row above it with `twoLines`.
SheetMapping mapHeading(const SectionDefinition& definition, const Sheet& sheet, std::size_t table, std::size_t heading,
                        bool twoLines, bool withHidden);

// The index of the sheet that counts: the one named `name`, else the only visible one that fits the target, else the
// first visible one. `table`: the target; nullopt: whichever fits.
// Errors:
//   import.unknown-sheet   no sheet has that name ({given}, {sheets})
//   import.which-sheet     several visible sheets fit ({sheets})
Result<std::size_t> chooseSheet(const SectionDefinition& definition, const SheetFile& file, std::string_view name,
                                std::optional<std::optional<std::size_t>> target, bool withHidden = false);

// The heading of a column, of one or two lines; "" without one.
std::string headingText(const Sheet& sheet, const SheetMapping& mapping, std::size_t column);
// Whether a column is hidden, and not just the sheet or single rows.
bool isHiddenColumn(const Sheet& sheet, std::size_t column);

}  // namespace cchc

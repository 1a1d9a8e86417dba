// One table of a section as a grid: cells are text, copy and paste work as in Excel, and each change is one undo step.
// Rows and columns are counted from 0, as they are shown; what is not in force is not shown. For one thread.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/app/section/section_editing.h"
#include "core/presentation/section/entry.h"

namespace cchc::presentation {

class Table {
 public:
  Table(SectionEditing& editing, std::size_t table, Words words);

  const TableDefinition& definition() const { return editing_.definition().tables[table_]; }
  bool editable() const { return !editing_.locked().has_value(); }
  bool fixed() const { return definition().fixed; }

  // The number of rows that are shown: sorted and filtered, or in the order of the data.
  std::size_t rowCount() const { return order_.size(); }
  std::size_t columnCount() const { return columns_.size(); }
  const FieldDefinition& column(std::size_t column) const { return definition().columns[columns_[column]]; }
  std::vector<std::string> choicesOf(std::size_t column) const;  // the labels of the choices that are offered
  std::string heading(std::size_t column) const;                 // including its unit
  std::string rowHeading(std::size_t row) const;                 // the fixed row's label, otherwise its number
  std::string rowId(std::size_t row) const;
  std::string text(std::size_t row, std::size_t column) const;
  std::string editorText(std::size_t row, std::size_t column) const;  // the text for its editor
  bool editable(std::size_t row, std::size_t column) const;
  bool numeric(std::size_t column) const { return isNumeric(this->column(column).type); }
  std::optional<Severity> worst(std::size_t row, std::size_t column) const;
  bool changedByOffice(std::size_t row, std::size_t column) const;  // entering for the unit
  std::optional<std::size_t> rowNamed(const std::string& id) const;
  std::optional<std::size_t> columnNamed(const std::string& id) const;
  // The exact sum of the shown rows of a numeric column, without rows that are parts or totals of others; "" for other
  // columns, and if the rows have different units.
  std::string total(std::size_t column) const;

  void sort(std::optional<std::size_t> column, bool ascending);
  // Shows the rows in which any cell contains it, ignoring case and diacritics. Rows that are added later are shown
  // too, until the next filter, so that nobody looks for them.
  void filter(const std::string& text);
  // Call this after the section has changed. The table is sorted and filtered again only if rows were added or removed,
  // so that a row keeps its position while it is edited.
  void refresh();

  // The edits, each saved at once as one undo step. The place of an error is the cell in words, "dòng 3, Nội dung".
  // Errors of all: those of SectionEditing::apply. Of those that read text: those of readTypedValue and of
  // checkInForce. Further:
  //   package.too-many-rows   the table would have more rows than its definition allows
  Status type(std::size_t row, std::size_t column, std::string_view text);
  // Refuses what `type` would refuse, but saves nothing.
  Status check(std::size_t row, std::size_t column, std::string_view text) const;
  struct Typed {
    std::size_t column = 0;
    std::string text;
  };
  // Several cells of one row as one step, all or nothing; the error names the first cell that is wrong.
  Status typeRow(std::size_t row, const std::vector<Typed>& cells);
  Status addRow(std::optional<std::size_t> before);
  std::optional<std::size_t> addedRow() const;  // the row that was added last
  Status removeRows(const std::vector<std::size_t>& rows);
  Status moveRow(std::size_t row, bool down);  // does nothing while the table is sorted or filtered
  struct Block {
    std::size_t row = 0, column = 0, lastRow = 0, lastColumn = 0;
  };
  Status fillDown(const Block& block);  // puts its first row into the others
  Status clear(const std::vector<Block>& blocks);
  // Pastes tab-separated lines, as Excel puts them on the clipboard; missing rows are added at the end. All or nothing;
  // the error names the first cell that is wrong. `unit` is the unit of amounts of money that name none; without it,
  // the column's own unit is used.
  // Further errors:
  //   table.no-more-rows      a table with fixed rows has fewer rows
  //   table.no-more-columns   the lines have more cells than there are columns
  Status paste(std::size_t row, std::size_t column, std::string_view tsv, std::optional<EntryUnit> unit = {});
  // The unit that the pasted amounts of money are probably in, judged by their size, if it is not the column's own;
  // nullopt if there is no doubt.
  std::optional<EntryUnit> doubtfulUnit(std::size_t column, std::string_view tsv) const;
  std::string copy(std::size_t row, std::size_t column, std::size_t lastRow, std::size_t lastColumn) const;

 private:
  const TableData& data() const { return editing_.data().tables[table_]; }
  const PartsInForce& inForce() const { return editing_.evaluation().inForce; }
  const Value& entered(std::size_t row, std::size_t column) const {
    return data().rows[order_[row]].cells[columns_[column]];
  }
  const Effective& effective(std::size_t row, std::size_t column) const {
    return editing_.evaluation().cells[table_][row][columns_[column]];
  }
  Result<std::optional<Edit>> typed(std::size_t row, std::size_t column, std::string_view text) const;
  void arrange();
  std::string newRowId(std::size_t salt) const;
  Error located(Error error, std::size_t row, std::size_t column) const;
  // `name`: code of the step's name, with the placeholder {table}.
  Status apply(std::string_view name, std::vector<Edit> edits);

  SectionEditing& editing_;
  std::size_t table_;
  Words words_;
  std::vector<std::size_t> columns_;  // the shown columns, as indexes into the definition's
  std::vector<std::size_t> order_;    // the shown rows, as indexes into the data's
  std::vector<std::string> ids_;      // of the rows from which order_ was made
  std::map<Place, Severity> worst_;   // of this table's findings
  std::optional<std::size_t> sortColumn_;
  bool ascending_ = true;
  std::string filter_;
  std::vector<std::string> added_;  // the ids of the rows that were added since the filter was set
};

}  // namespace cchc::presentation

// One table of a section as a grid: cells as text, pasted and copied as Excel does, each change one step of undo.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
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

  // Rows in the order shown: sorted and filtered, or as they stand.
  std::size_t rowCount() const { return order_.size(); }
  std::size_t columnCount() const { return definition().columns.size(); }
  std::string heading(std::size_t column) const;  // with its unit
  std::string rowHeading(std::size_t row) const;  // the fixed row's label, else its number
  std::string rowId(std::size_t row) const;
  std::string text(std::size_t row, std::size_t column) const;
  std::string editing(std::size_t row, std::size_t column) const;
  bool editable(std::size_t row, std::size_t column) const;
  bool numeric(std::size_t column) const { return isNumeric(definition().columns[column].type); }
  std::optional<Severity> worst(std::size_t row, std::size_t column) const;
  std::optional<std::size_t> rowNamed(const std::string& id) const;
  // Sum of the shown rows of a numeric column, exact; "" for others.
  std::string total(std::size_t column) const;

  void sort(std::optional<std::size_t> column, bool ascending);
  void filter(const std::string& text);  // rows in which any cell has it, without regard to case and marks
  // After the section changed. Rows stay where they are while one edits them: they are sorted and filtered again when
  // rows came or went, or when asked for.
  void refresh();

  // value.* with the place of the cell; table.full.
  Status type(std::size_t row, std::size_t column, std::string_view text);
  // What `type` would refuse, without saving anything.
  Status check(std::size_t row, std::size_t column, std::string_view text) const;
  struct Typed {
    std::size_t column = 0;
    std::string text;
  };
  // Several cells of one row as one step: all or nothing, the first cell that cannot be taken is named.
  Status typeRow(std::size_t row, const std::vector<Typed>& cells);
  Status addRow(std::optional<std::size_t> before);
  Status removeRows(const std::vector<std::size_t>& rows);
  Status moveRow(std::size_t row, bool down);  // only as they stand
  Status fillDown(std::size_t column, std::size_t from, std::size_t to);
  Status clear(std::size_t row, std::size_t column, std::size_t lastRow, std::size_t lastColumn);
  // Tab-separated lines, as Excel puts them on the clipboard; new rows are added at the end. All or nothing: the first
  // cell that cannot be taken is named. `unit`: of the money figures in it that name none; without it, each column's
  // own.
  Status paste(std::size_t row, std::size_t column, std::string_view tsv, std::optional<EntryUnit> unit = {});
  // Another unit that the money figures of such a paste may well be in, by their size; nullopt where there is no doubt.
  std::optional<EntryUnit> doubtfulUnit(std::size_t column, std::string_view tsv) const;
  std::string copy(std::size_t row, std::size_t column, std::size_t lastRow, std::size_t lastColumn) const;

 private:
  const TableData& data() const { return editing_.data().tables[table_]; }
  const Value& entered(std::size_t row, std::size_t column) const { return data().rows[order_[row]].cells[column]; }
  Result<std::optional<Edit>> typed(std::size_t row, std::size_t column, std::string_view text) const;
  void arrange();
  std::string newRowId(std::size_t salt) const;
  Error located(Error error, std::size_t row, std::size_t column) const;
  Status apply(const char* vi, const char* en, std::vector<Edit> edits);

  SectionEditing& editing_;
  std::size_t table_;
  Words words_;
  std::vector<std::size_t> order_;
  std::vector<std::string> ids_;                     // of the rows that order_ was made of
  std::unordered_map<std::string, Severity> worst_;  // by place, of this table's findings
  std::optional<std::size_t> sortColumn_;
  bool ascending_ = true;
  std::string filter_;
};

}  // namespace cchc::presentation

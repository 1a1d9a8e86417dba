// What the grid asks of a table, as it is painted: ten thousand rows cost no more than twenty.
#pragma once
#include <wx/grid.h>

#include <functional>
#include <map>
#include <vector>

#include "core/presentation/section/table.h"

namespace cchc::shell {

class TableModel final : public wxGridTableBase {
 public:
  explicit TableModel(presentation::Words words) : words_(words) {}
  ~TableModel() override { forget(); }

  // Told of what was typed into a cell whose editor was closed.
  std::function<void(std::size_t row, std::size_t column, const std::string& text)> typed;

  // Another table, or none. The grid's cell editor is closed.
  void show(presentation::Table* table, std::vector<wxString> headings);
  // Rows only: keeps the widths of the columns.
  void tellRows();
  void setHeadings(std::vector<wxString> headings) { headings_ = std::move(headings); }
  void setSorted(int column, bool ascending) { sorted_ = column, ascending_ = ascending; }

  int GetNumberRows() override { return table_ != nullptr ? static_cast<int>(table_->rowCount()) : 0; }
  int GetNumberCols() override { return table_ != nullptr ? static_cast<int>(table_->columnCount()) : 0; }
  wxString GetValue(int row, int column) override;
  void SetValue(int row, int column, const wxString& value) override;
  wxString GetRowLabelValue(int row) override;
  wxString GetColLabelValue(int column) override;
  wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind kind) override;
  bool CanHaveAttributes() override { return true; }

 private:
  void forget();
  wxGridCellEditor* editorOf(std::size_t column);  // with a reference for the caller; nullptr: the grid's own

  presentation::Words words_;
  presentation::Table* table_ = nullptr;
  std::vector<wxString> headings_;  // wrapped
  int sorted_ = -1, rows_ = 0, columns_ = 0;
  bool ascending_ = true;
  // One editor a column and one attribute for each look of it: the grid holds on to the editor between opening and
  // closing it, and must meet the same one.
  std::vector<wxGridCellEditor*> editors_;
  std::map<std::size_t, wxGridCellAttr*> attributes_;
};

}  // namespace cchc::shell

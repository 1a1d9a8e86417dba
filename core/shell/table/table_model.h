// Gives a grid the texts and attributes of only the cells that it paints, so that ten thousand rows cost no more than
// twenty.
#pragma once
#include <wx/grid.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/presentation/section/table.h"

namespace cchc::shell {

class TableModel final : public wxGridTableBase {
 public:
  explicit TableModel(presentation::Words words) : words_(words) {}
  ~TableModel() override { releaseAttributes(); }

  // Called with what was typed into a cell, when its editor is closed.
  std::function<void(std::size_t row, std::size_t column, const std::string& text)> cellTyped;
  // Called after a choice was clicked in the list of a cell's editor, which is still open.
  std::function<void()> choicePicked;

  // Shows another table, or none (nullptr). The caller closes the grid's cell editor first, and keeps `table` alive.
  void show(presentation::Table* table, std::vector<wxString> headings);
  // Tells the grid that rows were added or removed. The columns keep their widths.
  void notifyRowCount();
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
  void releaseAttributes();
  // Adds a reference for the caller. nullptr: the grid's own editor is used.
  wxGridCellEditor* editorOf(std::size_t column);

  presentation::Words words_;
  presentation::Table* table_ = nullptr;
  std::vector<wxString> headings_;  // with line breaks
  int sorted_ = -1, rows_ = 0, columns_ = 0;
  bool ascending_ = true;
  // One editor per column, since the grid expects the same one for opening and closing; and one attribute per
  // appearance that a column's cells may have.
  std::vector<wxGridCellEditor*> editors_;
  std::map<std::size_t, wxGridCellAttr*> attributes_;
};

}  // namespace cchc::shell

// One table of a section as a grid, with its own bar: back to the form, add, remove, sort, filter, totals.
#pragma once
#include <wx/button.h>
#include <wx/grid.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/presentation/section/table.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/section/reason_tip.h"
#include "core/shell/section/table_model.h"
#include "core/shell/section/totals_row.h"

namespace cchc::shell {

class TableView final : public wxPanel {
 public:
  TableView(wxWindow* parent, Workspace& workspace);

  std::function<void()> goBack;
  std::function<void(const Place&)> openAttachment;
  std::function<void(const Error&)> tellError;

  void show(std::size_t table, const std::string& row, const std::string& column);
  void sectionEdited();
  void sectionChanged();
  // Saves what stands in the cell's editor. False when it cannot be taken: the editor stays, with the reason beside it.
  bool commit();
  // What the menu's table commands do; nothing while no table is shown.
  void addRow();
  void removeRows();
  void moveRow(bool down);
  void fillDown();
  void copy();
  void paste();
  void editRow();
  void sort(int column);  // up, down, and as the rows stand
  void sortByCurrent() { sort(grid_->GetGridCursorCol()); }
  void focusFilter();
  wxGrid* grid() const { return grid_; }
  presentation::Table* table() const { return table_.get(); }
  const TotalsRow* totals() const { return totals_; }
  std::string reason() const { return tip_->text(); }  // why the cell's text cannot be taken

 private:
  // table_view.cpp: what is shown
  void done(const Status& status);
  void reload();
  void fit();
  void tellWhole(wxWindow& window, const wxString& text, int room, const wxFont& font);
  struct Block {
    int top = 0, left = 0, bottom = 0, right = 0;
  };
  Block selection() const;
  // table_editing.cpp: what is typed
  void bindEditing();
  void onKey(wxKeyEvent& event);
  void onChar(wxKeyEvent& event);
  void typed(std::size_t row, std::size_t column, const std::string& text);
  bool acceptable();
  void refuse(const Error& error);
  void openAgain();
  void nextCell();
  wxWindow* editorControl() const;

  Workspace& workspace_;
  std::unique_ptr<presentation::Table> table_;
  wxGrid* grid_ = nullptr;
  TableModel* model_ = nullptr;
  ReasonTip* tip_ = nullptr;
  TotalsRow* totals_ = nullptr;
  wxStaticText* title_ = nullptr;
  wxTextCtrl* filter_ = nullptr;
  wxButton *add_ = nullptr, *remove_ = nullptr, *nothing_ = nullptr;
  std::size_t index_ = 0;
  int sorted_ = -1;
  bool ascending_ = true;
  // Typed into a cell that was left in a way that nothing could hold up; its editor is opened again with it.
  struct Refused {
    std::string row;
    std::size_t column = 0;
    std::string text;
    Error error;
  };
  std::optional<Refused> refused_;
};

}  // namespace cchc::shell

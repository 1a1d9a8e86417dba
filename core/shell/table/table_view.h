// One table of a section as a grid, with its own toolbar: back to the form, add, remove and edit rows, filter. The
// totals of the columns are below the grid.
#pragma once
#include <wx/button.h>
#include <wx/grid.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/presentation/section/table.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/section/reason_tip.h"
#include "core/shell/table/table_model.h"
#include "core/shell/table/totals_row.h"

namespace cchc::shell {

class TableView final : public wxPanel {
 public:
  TableView(wxWindow* parent, Workspace& workspace);

  std::function<void()> goBack;
  std::function<void(const Place&)> openAttachment;
  std::function<void(const Error&)> showError;
  std::function<void(const std::string&)> showNote;

  // Shows a table of the open section (by its index in the definition), with the cursor at a row and a column (by their
  // ids; "" or an unknown id: the first).
  void show(std::size_t table, const std::string& row, const std::string& column);
  void sectionEdited();   // values, findings or rows of the open section changed
  void sectionChanged();  // another section is open, or none
  // Saves the text in the cell's editor. If it is refused, the editor stays open, the reason is shown next to it and
  // false is returned.
  bool commit();
  // The commands of the menu "Table". They do nothing while no table is shown.
  void addRow();
  void removeRows();
  void moveRow(bool down);
  void fillDown();
  void copy();
  void paste();
  void editRow();
  void sort(int column);  // ascending, then descending, then in the table's own order
  void sortByCurrent() { sort(grid_->GetGridCursorCol()); }
  void focusFilter();
  wxGrid* grid() const { return grid_; }
  presentation::Table* table() const { return table_.get(); }
  const TotalsRow* totals() const { return totals_; }
  std::string reason() const {
    return tip_->text();
  }  // why the text in the cell's editor was refused; "" if it was not

 private:
  // table_view.cpp: the table as it is shown
  // Shows the error of an edit, if any, and updates all views.
  void finishEdit(const Status& status);
  void reload();
  void fitColumns();
  void showWholeText(wxWindow& window, const wxString& text, int room, const wxFont& font);
  using Block = presentation::Table::Block;
  std::vector<Block> selection() const;   // the current cell if nothing else is selected
  std::optional<Block> oneBlock() const;  // nullopt, with a note, if several are selected
  // table_view_editing.cpp: typing, pasting and keys
  void bindEditing();
  void onKey(wxKeyEvent& event);
  void onChar(wxKeyEvent& event);
  void sayWhyNotTyped();  // in the current cell
  void saveTyped(std::size_t row, std::size_t column, const std::string& text);
  // Whether the text in the cell's editor can be saved. If not, the reason is shown next to it.
  bool checkEditor();
  void showRefusal(const Error& error);
  void reopenEditor();
  void moveToNextCell();
  wxWindow* editorControl() const;
  void takeMarkedChoice();
  void showCurrentCell();
  std::optional<Status> pasteAt(std::size_t row, std::size_t column, const std::string& text);
  bool pasteIntoEditor();
  void pasteOverEditor(const std::string& text);

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
  // A text whose editor was closed although it is not saved. The editor is opened again with it.
  struct Refused {
    std::string row;
    std::size_t column = 0;
    std::string text;
    std::optional<Error> error;  // why it, or what was pasted over it, was refused
  };
  std::optional<Refused> refused_;
};

}  // namespace cchc::shell

// One table of a section as a grid, with its own bar: back to the form, add, remove, sort, filter, totals.
#pragma once
#include <wx/button.h>
#include <wx/grid.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include <functional>
#include <memory>
#include <vector>

#include "core/presentation/table.h"
#include "core/shell/workspace.h"

namespace cchc::shell {

class TableView final : public wxPanel {
 public:
  TableView(wxWindow* parent, Workspace& workspace);

  std::function<void()> goBack;
  std::function<void(const Error&)> tellError;

  void show(std::size_t table, const std::string& row, const std::string& column);
  void sectionEdited();
  void sectionChanged();
  bool commit();
  // What the menu's table commands do; nothing while no table is shown.
  void addRow();
  void removeRows();
  void moveRow(bool down);
  void fillDown();
  void copy();
  void paste();
  void editRow();
  wxGrid* grid() const { return grid_; }
  presentation::Table* table() const { return table_.get(); }

 private:
  class Model;
  void done(const Status& status);
  void reload();
  void fit();
  struct Block {
    int top = 0, left = 0, bottom = 0, right = 0;
  };
  Block selection() const;
  void onKey(wxKeyEvent& event);

  Workspace& workspace_;
  std::unique_ptr<presentation::Table> table_;
  wxGrid* grid_ = nullptr;
  Model* model_ = nullptr;
  wxStaticText* title_ = nullptr;
  wxStaticText* totals_ = nullptr;
  wxSearchCtrl* filter_ = nullptr;
  wxButton *add_ = nullptr, *remove_ = nullptr, *nothing_ = nullptr;
  std::vector<wxString> headings_;  // wrapped
  std::size_t index_ = 0;
  int sorted_ = -1;
  bool ascending_ = true;
};

}  // namespace cchc::shell

// The totals of a grid's columns, each under its column. The row follows when the grid is scrolled sideways or a column
// is resized.
#pragma once
#include <wx/grid.h>
#include <wx/window.h>

#include <string>
#include <vector>

namespace cchc::shell {

class TotalsRow final : public wxWindow {
 public:
  // `label` is shown before the totals.
  TotalsRow(wxWindow* parent, wxGrid* grid, const std::string& label);
  // One text per column, "" for none. The row is hidden if all are empty.
  void show(std::vector<std::string> totals);
  const std::vector<std::string>& totals() const { return totals_; }

 private:
  void paint();

  wxGrid* grid_;
  std::string label_;
  std::vector<std::string> totals_;
};

}  // namespace cchc::shell

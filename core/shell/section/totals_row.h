// The sums of a grid's columns, each under its column; goes along when the grid is scrolled sideways or a column is
// made wider.
#pragma once
#include <wx/grid.h>
#include <wx/window.h>

#include <string>
#include <vector>

namespace cchc::shell {

class TotalsRow final : public wxWindow {
 public:
  TotalsRow(wxWindow* parent, wxGrid* grid, const std::string& label);
  // One text a column, "" for none; hidden when there is none at all.
  void show(std::vector<std::string> totals);
  const std::vector<std::string>& totals() const { return totals_; }

 private:
  void paint();

  wxGrid* grid_;
  std::string label_;
  std::vector<std::string> totals_;
};

}  // namespace cchc::shell

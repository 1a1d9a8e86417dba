#include "core/shell/widgets/cut_text_tip.h"

#include <memory>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {
namespace {

struct Cell {
  long row = -1;
  int column = -1;
  bool operator==(const Cell&) const = default;
};

// The columns fit into the list, so it never scrolls sideways.
Cell cellAt(const wxListCtrl& list, const wxPoint& point) {
  int flags = 0, right = 0;
  const long row = list.HitTest(point, flags);
  for (int column = 0; row >= 0 && column < list.GetColumnCount(); ++column) {
    right += list.GetColumnWidth(column);
    if (point.x < right) return {row, column};
  }
  return {};
}

}  // namespace

wxWindow* rowsOf(wxListCtrl& list) {
#ifdef __WXMSW__
  return &list;
#else
  const auto* first = list.GetChildren().GetFirst();
  return first == nullptr ? &list : first->GetData();
#endif
}

void showCutTexts(wxListCtrl& list, const std::string& otherwise, std::function<std::string(long, int)> whole) {
  auto* rows = rowsOf(list);
  const auto shown = std::make_shared<Cell>();
  if (!otherwise.empty()) rows->SetToolTip(wx(otherwise));
  rows->Bind(wxEVT_MOTION, [&list, rows, shown, otherwise, whole = std::move(whole)](wxMouseEvent& event) {
    event.Skip();
    const auto cell = cellAt(list, event.GetPosition());
    if (cell == *shown) return;
    *shown = cell;
    const auto text = cell.row < 0 ? wxString()
                      : whole      ? wx(whole(cell.row, cell.column))
                                   : list.GetItemText(cell.row, cell.column);
    const bool cut =
        !text.empty() && list.GetTextExtent(text).GetWidth() + list.FromDIP(8) > list.GetColumnWidth(cell.column);
    if (cut)
      rows->SetToolTip(text);
    else if (otherwise.empty())
      rows->UnsetToolTip();
    else
      rows->SetToolTip(wx(otherwise));
  });
}

void showCutTexts(wxListBox& list) {
  const auto shown = std::make_shared<int>(wxNOT_FOUND);
  list.Bind(wxEVT_MOTION, [&list, shown](wxMouseEvent& event) {
    event.Skip();
    const int line = list.HitTest(event.GetPosition());
    if (line == *shown) return;
    *shown = line;
    const auto text = line == wxNOT_FOUND ? wxString() : list.GetString(static_cast<unsigned>(line));
    if (list.GetTextExtent(text).GetWidth() + list.FromDIP(8) > list.GetClientSize().GetWidth())
      list.SetToolTip(text);
    else
      list.UnsetToolTip();
  });
}

}  // namespace cchc::shell

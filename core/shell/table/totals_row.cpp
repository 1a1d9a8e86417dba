#include "core/shell/table/totals_row.h"

#include <wx/control.h>
#include <wx/dcbuffer.h>
#include <wx/settings.h>

#include <algorithm>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

TotalsRow::TotalsRow(wxWindow* parent, wxGrid* grid, const std::string& label)
    : wxWindow(parent, wxID_ANY), grid_(grid), label_(label) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetMinSize(wxSize(-1, GetCharHeight() + FromDIP(10)));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    Refresh();
  });
  const auto refreshLater = [this](wxEvent& event) {
    event.Skip();
    CallAfter([this] { Refresh(); });  // once the grid has scrolled
  };
  for (const auto type :
       {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN,
        wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE}) {
    grid_->Bind(type, refreshLater);
  }
  grid_->Bind(wxEVT_GRID_COL_SIZE, refreshLater);
  grid_->Bind(wxEVT_GRID_SELECT_CELL, refreshLater);  // moving the cursor may scroll the grid
}

void TotalsRow::show(std::vector<std::string> totals) {
  totals_ = std::move(totals);
  std::string spoken = label_;
  bool any = false;
  for (const auto& total : totals_) {
    if (!total.empty()) any = true, spoken += " " + total;
  }
  setAccessibleName(*this, spoken);
  if (IsShown() != any) {
    Show(any);
    GetParent()->Layout();
  }
  Refresh();
}

void TotalsRow::paint() {
  wxAutoBufferedPaintDC dc(this);
  const auto size = GetClientSize();
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(colours::band());
  dc.DrawRectangle(0, 0, size.GetWidth(), size.GetHeight());
  auto bold = GetFont();
  bold.MakeBold();
  dc.SetFont(bold);
  dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT));
  const int y = (size.GetHeight() - dc.GetCharHeight()) / 2;
  const int labels = grid_->GetRowLabelSize();
  int x = labels - grid_->CalcUnscrolledPosition(wxPoint(0, 0)).x;
  for (std::size_t column = 0; column < totals_.size() && static_cast<int>(column) < grid_->GetNumberCols(); ++column) {
    const int width = grid_->GetColSize(static_cast<int>(column));
    if (!totals_[column].empty() && x + width > labels) {
      const auto text =
          wxControl::Ellipsize(wx(totals_[column]), dc, wxELLIPSIZE_START, std::max(width - FromDIP(4), FromDIP(10)));
      dc.DrawText(text, x + width - dc.GetTextExtent(text).GetWidth() - FromDIP(3), y);
    }
    x += width;
    dc.SetPen(colours::rule());
    if (x > labels) dc.DrawLine(x - 1, 0, x - 1, size.GetHeight());
  }
  // The label does not scroll; it covers the totals scrolled beneath it.
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.DrawRectangle(0, 0, labels, size.GetHeight());
  dc.DrawText(wxControl::Ellipsize(wx(label_), dc, wxELLIPSIZE_END, labels - FromDIP(8)), FromDIP(4), y);
}

}  // namespace cchc::shell

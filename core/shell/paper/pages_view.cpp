#include "core/shell/paper/pages_view.h"

#include <wx/dcbuffer.h>
#include <wx/settings.h>

#include <algorithm>
#include <utility>

#include "core/shell/widgets/colours.h"

namespace cchc::shell {

PagesView::PagesView(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxHSCROLL | wxWANTS_CHARS) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  next_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { layOutMore(); });
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    DoPrepareDC(dc);
    paint(dc);
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    layOut();
  });
  // As in other programs, Ctrl with the wheel, or with plus and minus, zooms.
  const auto zoom = [this](int steps) {
    zoom_ = std::clamp(zoom_ + steps * 10, 40, 300);
    layOut();
  };
  Bind(wxEVT_MOUSEWHEEL, [zoom](wxMouseEvent& event) {
    if (!event.ControlDown()) return event.Skip();
    zoom(event.GetWheelRotation() > 0 ? 1 : -1);
  });
  Bind(wxEVT_KEY_DOWN, [zoom](wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (event.ControlDown() && (key == '+' || key == '=' || key == WXK_NUMPAD_ADD)) return zoom(1);
    if (event.ControlDown() && (key == '-' || key == WXK_NUMPAD_SUBTRACT)) return zoom(-1);
    event.Skip();
  });
}

void PagesView::show(std::shared_ptr<PagedDocument> document) {
  document_ = std::move(document);
  pictures_.clear();
  fullSize_ = {-1, {}};
  layOut();
  if (document_ != nullptr && !next_.IsRunning()) layOutMore();
}

// Lays out one piece, and leaves the next one to a timer. Visible pages are shown as they fill.
void PagesView::layOutMore() {
  if (document_ == nullptr || document_->complete()) return document_ != nullptr && completed ? completed() : void();
  const int before = document_->pages();
  pictures_.erase(before - 1);
  document_->layOutMore();
  if (document_->pages() != before || document_->complete()) layOut();
  next_.StartOnce(1);  // CallAfter would call the next one before the window handles any event
}

void PagesView::showTextInstead(const wxString& text) {
  textInstead_ = text;
  show(nullptr);
}

void PagesView::layOut() {
  if (document_ == nullptr) {
    SetVirtualSize(GetClientSize());
    return Refresh();
  }
  const auto sheet = PagedDocument::sheet();
  const int width = FromDIP(794) * zoom_ / 100;  // 210 mm at 96 dpi
  if (width != width_) pictures_.clear();
  width_ = width;
  height_ = width_ * sheet.GetHeight() / sheet.GetWidth();
  SetScrollRate(FromDIP(16), FromDIP(16));
  SetVirtualSize(width_ + FromDIP(24), area(document_->pages() - 1).GetBottom() + FromDIP(12));
  Refresh();
}

wxRect PagesView::area(int page) const {
  const int gap = FromDIP(12);
  return {std::max(gap, (GetClientSize().GetWidth() - width_) / 2), gap + page * (height_ + gap), width_, height_};
}

void PagesView::paint(wxDC& dc) {
  dc.SetBackground(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_APPWORKSPACE)));
  dc.Clear();
  if (document_ == nullptr) {
    dc.SetFont(GetFont());
    dc.SetTextForeground(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNTEXT));
    dc.DrawText(textInstead_, FromDIP(24), FromDIP(24));
    return;
  }
  const int from = CalcUnscrolledPosition({0, 0}).y, to = from + GetClientSize().GetHeight();
  bool drawn = false, more = false;
  for (int page = 0; page < document_->pages(); ++page) {
    const auto on = area(page);
    if (on.GetBottom() < from || on.GetTop() > to) {
      pictures_.erase(page);
      if (fullSize_.first == page) fullSize_ = {-1, {}};
      continue;
    }
    auto& picture = pictures_[page];
    // Only one step of one page is done at a time, since a step takes a while. The other pages stay white meanwhile.
    const bool drawNow = !drawn && (document_->complete() || page + 1 < document_->pages());
    if (!picture.IsOk() && drawNow) {
      drawn = true;
      if (fullSize_.first == page)
        picture = PagedDocument::scaled(std::exchange(fullSize_.second, {}), width_), fullSize_.first = -1;
      else
        fullSize_ = {page, document_->picture(page)};
    }
    dc.SetPen(colours::rule());
    dc.SetBrush(picture.IsOk() ? *wxTRANSPARENT_BRUSH : *wxWHITE_BRUSH);
    if (picture.IsOk())
      dc.DrawBitmap(picture, on.GetPosition());
    else
      more = true;
    dc.DrawRectangle(on);
  }
  if (more && drawn) CallAfter([this] { Refresh(); });
}

}  // namespace cchc::shell

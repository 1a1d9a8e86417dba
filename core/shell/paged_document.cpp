#include "core/shell/paged_document.h"

#include <wx/fontenum.h>

#include <algorithm>

namespace cchc::shell {
namespace {

// Units: 192 to the inch, two for each point of a screen at 100 %.
constexpr int scale = 2;
constexpr int millimetres(int mm) { return mm * 192 * 10 / 254; }
constexpr int top = millimetres(20), bottom = millimetres(20), left = millimetres(30), right = millimetres(15);
constexpr int pointSize = 13;  // of the body; the number of a page has the same

// Dots that the toolkit takes for an inch of text: the desktop's text scale changes it, and paper has none. Ten capitals M of Times are 8.89 em wide.
int textDotsPerInch() {
  static const int dots = [] {
    wxBitmap nothing(1, 1);
    wxMemoryDC dc(nothing);
    dc.SetFont(wxFont(wxFontInfo(100).FaceName(documentFace())));
    return std::max(48, dc.GetTextExtent("MMMMMMMMMM").GetWidth() * 72 / 889);
  }();
  return dots;
}

// So that a point is 1/72 inch in the document's units.
void setUp(wxHtmlDCRenderer& renderer, wxDC& dc) { renderer.SetDC(&dc, scale, scale * 96.0 / textDotsPerInch()); }

}  // namespace

wxString documentFace() {
  static const wxString face = wxFontEnumerator::IsValidFacename("Times New Roman") ? "Times New Roman" : "Liberation Serif";
  return face;
}

wxSize PagedDocument::sheet() const { return {millimetres(210), millimetres(297)}; }

PagedDocument::PagedDocument(const wxString& html) : layout_(nothing_) {
  setUp(renderer_, layout_);
  renderer_.SetSize(sheet().GetWidth() - left - right, sheet().GetHeight() - top - bottom);
  renderer_.SetStandardFonts(pointSize, documentFace(), "Liberation Mono");
  renderer_.SetHtmlText(html);
  for (int at = 0; at != wxNOT_FOUND; at = renderer_.FindNextPageBreak(at)) starts_.push_back(at);
  end_ = renderer_.GetTotalHeight();
  // The end of the last page is a break of its own.
  if (starts_.size() > 1 && starts_.back() >= end_) starts_.pop_back();
}

void PagedDocument::draw(wxDC& dc, int page) {
  const auto at = static_cast<std::size_t>(page);
  if (at >= starts_.size()) return;
  const int to = at + 1 < starts_.size() ? starts_[at + 1] : end_;
  dc.SetTextForeground(*wxBLACK);
  dc.SetBackgroundMode(wxBRUSHSTYLE_TRANSPARENT);
  setUp(renderer_, dc);
  renderer_.Render(left, top, starts_[at], to);
  setUp(renderer_, layout_);
  if (page == 0) return;
  dc.SetFont(wxFont(wxFontInfo(pointSize * scale * 96.0 / textDotsPerInch()).FaceName(documentFace())));
  const auto number = wxString::Format("%d", page + 1);
  const auto size = dc.GetTextExtent(number);
  dc.DrawText(number, (sheet().GetWidth() - size.GetWidth()) / 2, (top - size.GetHeight()) / 2 + millimetres(2));
}

wxBitmap PagedDocument::picture(int page, int width) {
  // At the document's own resolution, then made smaller: drawn at another one, letters would stand where their neighbours are.
  wxBitmap whole(sheet(), 24);
  wxMemoryDC dc(whole);
  dc.SetBackground(*wxWHITE_BRUSH);  // paper is white, whatever the theme
  dc.Clear();
  draw(dc, page);
  dc.SelectObject(wxNullBitmap);
  auto image = whole.ConvertToImage();
  return wxBitmap(image.Rescale(width, width * sheet().GetHeight() / sheet().GetWidth(), wxIMAGE_QUALITY_BOX_AVERAGE));
}

void PagedPrintout::GetPageInfo(int* first, int* last, int* from, int* to) {
  *first = *from = 1;
  *last = *to = document_->pages();
}

bool PagedPrintout::OnPrintPage(int page) {
  FitThisSizeToPaper(document_->sheet());
  document_->draw(*GetDC(), page - 1);
  return true;
}

}  // namespace cchc::shell

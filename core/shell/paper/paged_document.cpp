#include "core/shell/paper/paged_document.h"

#include <wx/fontenum.h>
#include <wx/graphics.h>

#include <algorithm>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {
namespace {

// Units: 192 to the inch, two for each point of a screen at 100 %.
constexpr int scale = 2;
constexpr int millimetres(int mm) { return mm * 192 * 10 / 254; }
constexpr int top = millimetres(20), bottom = millimetres(20), left = millimetres(30), right = millimetres(15);
constexpr int pointSize = 13;  // of the body; the number of a page has the same

// Dots that the toolkit takes for an inch of text: the desktop's text scale changes it, and paper has none. Ten
// capitals M of Times are 8.89 em wide.
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
  // Tinos and Liberation Serif have the measures of Times New Roman; Liberation Serif lacks many of the Vietnamese
  // letters, which then come from another face.
  static const wxString face = [] {
    for (const auto* name : {"Times New Roman", "Tinos"}) {
      if (wxFontEnumerator::IsValidFacename(name)) return name;
    }
    return "Liberation Serif";
  }();
  return face;
}

wxSize PagedDocument::sheet() { return {millimetres(210), millimetres(297)}; }

void PagedDocument::layOutMore() {
  if (complete()) return;
  const int whole = sheet().GetHeight() - top - bottom;  // of a page
  const auto newPage = [this] {
    pages_.emplace_back();
    filled_ = 0;
  };
  if (pages_.empty()) newPage();
  const auto piece = pieces_.size();
  auto& renderer = *pieces_.emplace_back(std::make_unique<wxHtmlDCRenderer>());
  setUp(renderer, layout_);
  renderer.SetSize(sheet().GetWidth() - left - right, whole);
  renderer.SetStandardFonts(pointSize, documentFace(), "Liberation Mono");
  renderer.SetHtmlText(wx(html_[piece]));
  const int end = renderer.GetTotalHeight();
  // The toolkit leaves out the space above the first paragraph of what it lays out.
  if (filled_ > 0 && html_[piece].starts_with("<p")) filled_ = std::min(whole, filled_ + pointSize * scale * 96 / 72);
  for (int from = 0; from < end;) {
    // As if the piece had begun as far up the page as what stands there already: the toolkit then breaks where the rest
    // of the page ends.
    int to = renderer.FindNextPageBreak(from - filled_);
    // A break that suits one cell of a row may cut the next: moved up until it suits all.
    for (int better = to; better != wxNOT_FOUND && to < end; to = better) {
      better = renderer.FindNextPageBreak(to - whole);
      if (better == wxNOT_FOUND || better >= to) break;
    }
    const bool last = to == wxNOT_FOUND || to >= end;
    if (!last && to <= from) {
      if (filled_ > 0) {
        newPage();
        continue;
      }
      to = std::min(end, from + whole);  // taller than a page: cut, rather than left out
    }
    const int until = last ? end : to;
    pages_.back().push_back({piece, from, until, filled_});
    filled_ += until - from;
    from = until;
    if (!last) newPage();
  }
  // A break at the very end begins no page.
  if (complete() && pages_.size() > 1 && pages_.back().empty()) pages_.pop_back();
}

void PagedDocument::draw(wxDC& dc, int page) {
  const auto at = static_cast<std::size_t>(page);
  if (at >= pages_.size()) return;
  dc.SetTextForeground(*wxBLACK);
  dc.SetBackgroundMode(wxBRUSHSTYLE_TRANSPARENT);
  for (const auto& stretch : pages_[at]) {
    auto& renderer = *pieces_[stretch.piece];
    setUp(renderer, dc);
    renderer.Render(left, top + stretch.down, stretch.from, stretch.to);
    setUp(renderer, layout_);
  }
  if (page == 0) return;
  dc.SetFont(wxFont(wxFontInfo(pointSize * scale * 96.0 / textDotsPerInch()).FaceName(documentFace())));
  const auto number = wxString::Format("%d", page + 1);
  const auto size = dc.GetTextExtent(number);
  dc.DrawText(number, (sheet().GetWidth() - size.GetWidth()) / 2, (top - size.GetHeight()) / 2 + millimetres(2));
}

wxBitmap PagedDocument::whole(int page) {
  wxBitmap whole(sheet(), 24);
  wxMemoryDC dc(whole);
  dc.SetBackground(*wxWHITE_BRUSH);  // paper is white, whatever the theme
  dc.Clear();
  draw(dc, page);
  return whole;
}

wxBitmap PagedDocument::smaller(const wxBitmap& whole, int width) {
  wxBitmap smaller(width, width * sheet().GetHeight() / sheet().GetWidth(), 24);
  wxMemoryDC dc(smaller);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  context->SetInterpolationQuality(wxINTERPOLATION_GOOD);
  context->DrawBitmap(whole, 0, 0, smaller.GetWidth(), smaller.GetHeight());
  return smaller;
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

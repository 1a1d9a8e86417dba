#include "core/shell/paper/paged_document.h"

#include <wx/fontenum.h>
#include <wx/graphics.h>

#include <algorithm>

#include "core/shell/paper/paper_size.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {
namespace {

// The document has 192 units to the inch: two for each pixel of a screen at 100 %.
constexpr int scale = 2;
constexpr int millimetres(int mm) { return mm * 192 * 10 / 254; }
constexpr int top = millimetres(paper::marginTop), bottom = millimetres(paper::marginBottom),
              left = millimetres(paper::marginLeft), right = millimetres(paper::marginRight);
constexpr int pointSize = 13;  // of the body and of the page number

// The face of documents: Times New Roman, or a face with the same measures. Tinos and Liberation Serif have them, but
// Liberation Serif lacks many of the Vietnamese letters, which are then drawn in another face.
wxString documentFace() {
  static const wxString face = [] {
    for (const auto* name : {"Times New Roman", "Tinos"}) {
      if (wxFontEnumerator::IsValidFacename(name)) return name;
    }
    return "Liberation Serif";
  }();
  return face;
}

// How many text dots the toolkit counts per inch. The text scale of the desktop changes this number, but must not
// change what is printed. It is measured: ten capital Ms of Times are 8.89 em wide.
int textDotsPerInch() {
  static const int dots = [] {
    wxBitmap blank(1, 1);
    wxMemoryDC dc(blank);
    dc.SetFont(wxFont(wxFontInfo(100).FaceName(documentFace())));
    return std::max(48, dc.GetTextExtent("MMMMMMMMMM").GetWidth() * 72 / 889);
  }();
  return dots;
}

// Draws on this context, and sets the scale at which a point is 1/72 inch in the document's units.
void setContext(wxHtmlDCRenderer& renderer, wxDC& dc) { renderer.SetDC(&dc, scale, scale * 96.0 / textDotsPerInch()); }

}  // namespace

wxSize PagedDocument::sheet() { return {millimetres(paper::width), millimetres(paper::height)}; }

void PagedDocument::layOutMore() {
  if (complete()) return;
  const int pageHeight = sheet().GetHeight() - top - bottom;
  const auto newPage = [this] {
    pages_.emplace_back();
    filled_ = 0;
  };
  if (pages_.empty()) newPage();
  const auto piece = pieces_.size();
  auto& renderer = *pieces_.emplace_back(std::make_unique<wxHtmlDCRenderer>());
  setContext(renderer, layout_);
  renderer.SetSize(sheet().GetWidth() - left - right, pageHeight);
  renderer.SetStandardFonts(pointSize, documentFace(), "Liberation Mono");
  renderer.SetHtmlText(wx(html_[piece]));
  const int end = renderer.GetTotalHeight();
  // The toolkit leaves out the space above the first paragraph of a piece.
  if (filled_ > 0 && html_[piece].starts_with("<p"))
    filled_ = std::min(pageHeight, filled_ + pointSize * scale * 96 / 72);
  for (int from = 0; from < end;) {
    // The toolkit breaks one full page below the given position. That position is moved up by the height already used
    // on the page, so that the break is at the end of the page.
    int to = renderer.FindNextPageBreak(from - filled_);
    // A break that suits one cell of a row may cut the next cell, so it is moved up until it suits all of them.
    for (int better = to; better != wxNOT_FOUND && to < end; to = better) {
      better = renderer.FindNextPageBreak(to - pageHeight);
      if (better == wxNOT_FOUND || better >= to) break;
    }
    const bool last = to == wxNOT_FOUND || to >= end;
    if (!last && to <= from) {
      if (filled_ > 0) {
        newPage();
        continue;
      }
      to = std::min(end, from + pageHeight);  // anything taller than a page is cut, not left out
    }
    const int until = last ? end : to;
    pages_.back().push_back({piece, from, until, filled_});
    filled_ += until - from;
    from = until;
    if (!last) newPage();
  }
  // A break at the very end does not begin a page.
  if (complete() && pages_.size() > 1 && pages_.back().empty()) pages_.pop_back();
}

void PagedDocument::draw(wxDC& dc, int page) {
  const auto at = static_cast<std::size_t>(page);
  if (at >= pages_.size()) return;
  dc.SetTextForeground(*wxBLACK);
  dc.SetBackgroundMode(wxBRUSHSTYLE_TRANSPARENT);
  for (const auto& stretch : pages_[at]) {
    auto& renderer = *pieces_[stretch.piece];
    setContext(renderer, dc);
    renderer.Render(left, top + stretch.down, stretch.from, stretch.to);
    setContext(renderer, layout_);
  }
  if (page == 0) return;
  dc.SetFont(wxFont(wxFontInfo(pointSize * scale * 96.0 / textDotsPerInch()).FaceName(documentFace())));
  const auto number = wxString::Format("%d", page + 1);
  const auto size = dc.GetTextExtent(number);
  dc.DrawText(number, (sheet().GetWidth() - size.GetWidth()) / 2, (top - size.GetHeight()) / 2 + millimetres(2));
}

wxBitmap PagedDocument::picture(int page) {
  wxBitmap picture(sheet(), 24);
  wxMemoryDC dc(picture);
  dc.SetBackground(*wxWHITE_BRUSH);  // paper is white in every theme
  dc.Clear();
  draw(dc, page);
  return picture;
}

wxBitmap PagedDocument::scaled(const wxBitmap& picture, int width) {
  wxBitmap scaled(width, width * sheet().GetHeight() / sheet().GetWidth(), 24);
  wxMemoryDC dc(scaled);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  context->SetInterpolationQuality(wxINTERPOLATION_GOOD);
  context->DrawBitmap(picture, 0, 0, scaled.GetWidth(), scaled.GetHeight());
  return scaled;
}

}  // namespace cchc::shell

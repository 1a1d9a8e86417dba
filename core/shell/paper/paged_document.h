// HTML laid out on A4 sheets with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20 mm, left 30 mm,
// right 15 mm; the page number is centred in the top margin, and the first page has none.
// It is laid out once, in units finer than any screen's, and drawn at any size, so that the screen shows what the
// printer will print.
#pragma once
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/html/htmprint.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cchc::shell {

class PagedDocument {
 public:
  // Nothing is laid out yet.
  explicit PagedDocument(std::vector<std::string> pieces) : html_(std::move(pieces)) {}

  // Lays out the next piece. This takes only a few milliseconds, so the window can handle events in between.
  void layOutMore();
  bool complete() const { return pieces_.size() == html_.size(); }
  // The number of pages so far. Until the document is complete, the last page may still grow.
  int pages() const { return static_cast<int>(pages_.size()); }
  static wxSize sheet();  // the size of a sheet, in the document's units (192 to the inch)
  // Draws page `page` (from 0). The user scale of the context maps the document's units to its own; its logical origin
  // is the top left corner of the sheet.
  void draw(wxDC& dc, int page);
  // A page for the screen is drawn in two steps of about 20 ms each: a picture at the document's own resolution, and a
  // copy of it scaled to `width` pixels. Drawn directly at another resolution, letters would overlap.
  wxBitmap picture(int page);
  static wxBitmap scaled(const wxBitmap& picture, int width);

 private:
  // A part of a piece that is on one page: from `from` to `to` in the piece, `down` below the top of the page.
  struct Stretch {
    std::size_t piece = 0;
    int from = 0, to = 0, down = 0;
  };

  std::vector<std::string> html_;
  wxBitmap blank_{1, 1};  // for layout_ to draw on
  wxMemoryDC layout_{blank_};
  std::vector<std::unique_ptr<wxHtmlDCRenderer>> pieces_;
  std::vector<std::vector<Stretch>> pages_;
  int filled_ = 0;  // height of the content of the last page
};

}  // namespace cchc::shell

// HTML laid out on A4 sheets with the margins of Nghị định 30/2020/NĐ-CP (Phụ lục I: top and bottom 20 mm, left 30,
// right 15; the page number centred in the top margin, not on the first page). Laid out once, piece after piece, in
// units finer than any screen's; drawn at any size, so that the screen shows what the printer prints.
#pragma once
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/html/htmprint.h>
#include <wx/print.h>

#include <memory>
#include <string>
#include <vector>

namespace cchc::shell {

class PagedDocument {
 public:
  // Nothing is laid out yet.
  explicit PagedDocument(std::vector<std::string> pieces) : html_(std::move(pieces)) {}

  // Lays the next piece out: a few milliseconds, so that the window can go on in between.
  void layOutMore();
  bool complete() const { return pieces_.size() == html_.size(); }
  // So far; the last may still be filled up while it is not complete.
  int pages() const { return static_cast<int>(pages_.size()); }
  // Of a sheet, in the document's units.
  static wxSize sheet();
  // Draws page `page` (from 0). The DC's user scale maps the document's units to its own; its logical origin is the
  // sheet's corner.
  void draw(wxDC& dc, int page);
  // The page as a picture, in two steps of some 20 ms each: at the document's own resolution, and that one made `width`
  // pixels wide. Drawn at another resolution, letters would stand where their neighbours are.
  wxBitmap whole(int page);
  static wxBitmap smaller(const wxBitmap& whole, int width);

 private:
  // A stretch of a piece on a page.
  struct Stretch {
    std::size_t piece = 0;
    int from = 0, to = 0, down = 0;  // `down` the page
  };

  std::vector<std::string> html_;
  wxBitmap nothing_{1, 1};
  wxMemoryDC layout_{nothing_};
  std::vector<std::unique_ptr<wxHtmlDCRenderer>> pieces_;
  std::vector<std::vector<Stretch>> pages_;
  int filled_ = 0;  // of the last page
};

// The document to a printer: one sheet a page, whatever the printer's resolution.
class PagedPrintout final : public wxPrintout {
 public:
  PagedPrintout(const wxString& title, std::shared_ptr<PagedDocument> document)
      : wxPrintout(title), document_(std::move(document)) {}
  bool HasPage(int page) override { return page >= 1 && page <= document_->pages(); }
  void GetPageInfo(int* first, int* last, int* from, int* to) override;
  bool OnPrintPage(int page) override;

 private:
  std::shared_ptr<PagedDocument> document_;
};

// The face that documents are set in: Times New Roman, or what stands for it metric for metric.
wxString documentFace();

}  // namespace cchc::shell

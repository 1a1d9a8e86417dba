// HTML laid out on A4 sheets with the margins of Nghị định 30/2020/NĐ-CP (Phụ lục I: top and bottom 20 mm, left 30, right 15; the page number centred in the top
// margin, not on the first page). Laid out once, in units finer than any screen's; drawn at any size, so that the screen shows what the printer prints.
#pragma once
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/html/htmprint.h>
#include <wx/print.h>

#include <memory>
#include <vector>

namespace cchc::shell {

class PagedDocument {
 public:
  explicit PagedDocument(const wxString& html);

  int pages() const { return static_cast<int>(starts_.size()); }
  // Of a sheet, in the document's units.
  wxSize sheet() const;
  // Draws page `page` (from 0). The DC's user scale maps the document's units to its own; its logical origin is the sheet's corner.
  void draw(wxDC& dc, int page);
  // The page as a picture of this width in pixels.
  wxBitmap picture(int page, int width);

 private:
  wxBitmap nothing_{1, 1};
  wxMemoryDC layout_;
  wxHtmlDCRenderer renderer_;
  std::vector<int> starts_;  // of the pages, down the document
  int end_ = 0;
};

// The document to a printer: one sheet a page, whatever the printer's resolution.
class PagedPrintout final : public wxPrintout {
 public:
  PagedPrintout(const wxString& title, std::shared_ptr<PagedDocument> document) : wxPrintout(title), document_(std::move(document)) {}
  bool HasPage(int page) override { return page >= 1 && page <= document_->pages(); }
  void GetPageInfo(int* first, int* last, int* from, int* to) override;
  bool OnPrintPage(int page) override;

 private:
  std::shared_ptr<PagedDocument> document_;
};

// The face that documents are set in: Times New Roman, or what stands for it metric for metric.
wxString documentFace();

}  // namespace cchc::shell

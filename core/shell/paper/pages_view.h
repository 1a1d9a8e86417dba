// Shows a document as it will be printed: its sheets of paper, one below the other.
#pragma once
#include <wx/scrolwin.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "core/shell/paper/paged_document.h"

namespace cchc::shell {

class PagesView final : public wxScrolledCanvas {
 public:
  explicit PagesView(wxWindow* parent);
  // Lays the document out piece by piece, between other events. With nullptr, the text of showTextInstead is shown.
  void show(std::shared_ptr<PagedDocument> document);
  void showTextInstead(const wxString& text);
  const std::shared_ptr<PagedDocument>& document() const { return document_; }
  std::function<void()> completed;  // called when the whole document is laid out

 private:
  void layOutMore();
  void layOut();
  void paint(wxDC& dc);
  wxRect area(int page) const;  // of a page, on the canvas

  std::shared_ptr<PagedDocument> document_;
  wxString textInstead_;
  int zoom_ = 100;                                // per cent
  int width_ = 0, height_ = 0;                    // of a sheet on the screen
  wxTimer next_;                                  // runs while there are pieces to lay out
  std::map<int, wxBitmap> pictures_;              // of the visible pages, at their size on the screen
  std::pair<int, wxBitmap> fullSize_ = {-1, {}};  // the page to scale next, and its picture
};

}  // namespace cchc::shell

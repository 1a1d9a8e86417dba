// Sheets of paper, one below the other, as they will print.
#pragma once
#include <wx/scrolwin.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <memory>

#include "core/shell/paper/paged_document.h"

namespace cchc::shell {

class PagesView final : public wxScrolledCanvas {
 public:
  explicit PagesView(wxWindow* parent);
  void show(std::shared_ptr<PagedDocument> document);  // nullptr: `instead` is said
  void sayInstead(const wxString& text);
  const std::shared_ptr<PagedDocument>& document() const { return document_; }
  std::function<void()> complete;  // told once a document is laid out to its end

 private:
  void layOutMore();
  void layOut();
  void paint(wxDC& dc);
  wxRect area(int page) const;  // on the canvas

  std::shared_ptr<PagedDocument> document_;
  wxString instead_;
  int zoom_ = 100;                             // per cent
  int width_ = 0, height_ = 0;                 // of a sheet on the screen
  wxTimer next_;                               // runs while there are pieces to lay out
  std::map<int, wxBitmap> pictures_;           // of the pages in sight
  std::pair<int, wxBitmap> whole_ = {-1, {}};  // the page that is to be made smaller next
};

}  // namespace cchc::shell

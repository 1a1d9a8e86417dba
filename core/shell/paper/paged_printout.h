// Prints a PagedDocument, one sheet per page, whatever the resolution of the printer.
#pragma once
#include <wx/print.h>

#include <memory>

#include "core/shell/paper/paged_document.h"

namespace cchc::shell {

class PagedPrintout final : public wxPrintout {
 public:
  // The document must be complete.
  PagedPrintout(const wxString& title, std::shared_ptr<PagedDocument> document);
  bool HasPage(int page) override { return page >= 1 && page <= document_->pages(); }
  void GetPageInfo(int* first, int* last, int* from, int* to) override;
  bool OnPrintPage(int page) override;

 private:
  std::shared_ptr<PagedDocument> document_;
};

}  // namespace cchc::shell

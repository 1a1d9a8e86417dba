#include "core/shell/paper/paged_printout.h"

#include <utility>

namespace cchc::shell {

PagedPrintout::PagedPrintout(const wxString& title, std::shared_ptr<PagedDocument> document)
    : wxPrintout(title), document_(std::move(document)) {}

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

// A section's printed sheet on A4: its pages painted on a printer, a preview, or any other DC.
#pragma once
#include <wx/print.h>

#include "core/shell/frame/workspace.h"
#include "core/shell/paper/sheet_painter.h"

namespace cchc::shell {

class SheetPrintout final : public wxPrintout {
 public:
  SheetPrintout(const std::string& title, std::vector<presentation::SheetLine> lines);

  void OnPreparePrinting() override;
  bool HasPage(int page) override { return page >= 1 && page <= static_cast<int>(pages_.size()); }
  void GetPageInfo(int* first, int* last, int* from, int* to) override;
  bool OnPrintPage(int page) override;

  // Breaks into pages for this DC; then paints one, from 1.
  void layOut(wxDC& dc, PaperScale scale);
  void paint(wxDC& dc, int page, PaperScale scale);
  std::size_t pages() const { return pages_.size(); }

 private:
  PaperScale prepare(wxDC& dc);

  std::vector<presentation::SheetLine> lines_;
  std::vector<std::vector<presentation::SheetLine>> pages_;
};

// The sheet of the section that is open.
std::vector<presentation::SheetLine> sheetOfOpenSection(Workspace& workspace);
// Preview of it, from which it is printed through the system's dialog. The frame is shown and belongs to `parent`.
wxFrame* previewSheet(wxWindow* parent, Workspace& workspace);

}  // namespace cchc::shell

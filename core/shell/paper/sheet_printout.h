// Prints the data sheet of a section on A4 (core/presentation/paper/printed_sheet.h).
#pragma once
#include <wx/frame.h>
#include <wx/print.h>

#include <cstddef>
#include <string>
#include <vector>

#include "core/presentation/paper/printed_sheet.h"
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

  // Divides the lines into pages for this context. Afterwards paint() paints page `page` (from 1) at the same scale.
  void layOut(wxDC& dc, PaperScale scale);
  void paint(wxDC& dc, int page, PaperScale scale);
  std::size_t pages() const { return pages_.size(); }

 private:
  PaperScale prepare(wxDC& dc);

  std::vector<presentation::SheetLine> lines_;
  std::vector<std::vector<presentation::SheetLine>> pages_;
};

// The lines of the sheet of the open section; a section must be open.
std::vector<presentation::SheetLine> sheetOfOpenSection(Workspace& workspace);
// Opens a preview of the sheet of the open section, from which it can be printed with the system's dialog. The frame is
// shown and owned by `parent`. Returns nullptr if the toolkit cannot create a preview.
wxFrame* previewSheet(wxWindow* parent, Workspace& workspace);

}  // namespace cchc::shell

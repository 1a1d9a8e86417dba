#include "core/shell/paper/sheet_printout.h"

#include <algorithm>
#include <utility>

#include "core/presentation/section/entry.h"
#include "core/shell/paper/paper_size.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {
SheetPrintout::SheetPrintout(const std::string& title, std::vector<presentation::SheetLine> lines)
    : wxPrintout(wx(title)), lines_(std::move(lines)) {}

void SheetPrintout::layOut(wxDC& dc, PaperScale scale) {
  SheetPainter painter(dc, scale);
  const int width = painter.mm(paper::width - paper::marginLeft - paper::marginRight);
  pages_ = presentation::pagesOf(lines_, painter.mm(paper::height - paper::marginTop - paper::marginBottom),
                                 [&](const presentation::SheetLine& line) { return painter.heightOf(line, width); });
}

void SheetPrintout::paint(wxDC& dc, int page, PaperScale scale) {
  SheetPainter painter(dc, scale);
  const int width = painter.mm(paper::width - paper::marginLeft - paper::marginRight);
  painter.pageNumber(page, painter.mm(paper::marginLeft), painter.mm(paper::marginTop - 10), width);
  int y = painter.mm(paper::marginTop);
  for (const auto& line : pages_[static_cast<std::size_t>(page - 1)])
    y += painter.paint(line, painter.mm(paper::marginLeft), y, width);
}

// Makes the context use the units of the printer, even the context of a preview, which is smaller.
PaperScale SheetPrintout::prepare(wxDC& dc) {
  int pixels = 0, ignored = 0, mm = 0;
  GetPageSizePixels(&pixels, &ignored);
  GetPageSizeMM(&mm, &ignored);
  const auto scale = 1.0 * dc.GetSize().GetWidth() / std::max(1, pixels);
  dc.SetUserScale(scale, scale);
  dc.SetDeviceOrigin(0, 0);
  return {std::max(1, pixels), std::max(1, mm)};
}

void SheetPrintout::OnPreparePrinting() { layOut(*GetDC(), prepare(*GetDC())); }

void SheetPrintout::GetPageInfo(int* first, int* last, int* from, int* to) {
  *first = *from = 1;
  *last = *to = static_cast<int>(pages_.size());
}

bool SheetPrintout::OnPrintPage(int page) {
  paint(*GetDC(), page, prepare(*GetDC()));
  return true;
}

std::vector<presentation::SheetLine> sheetOfOpenSection(Workspace& workspace) {
  const auto words = workspace.words();
  const auto& editing = workspace.form()->editing();
  const auto& header = editing.header();
  presentation::SheetSubject subject{
      editing.definition(), editing.data(), editing.evaluation(), {}, workspace.unit().name, editing.period().name, {},
      editing.findings()};
  subject.state =
      presentation::stateText(header.state, header.revision, header.revision > 0 || !header.headDigest.empty(), words);
  for (std::size_t group = 0; group < editing.definition().groups.size(); ++group) {
    for (const auto& each : editing.paragraphs(group)) subject.paragraphs.push_back(each.paragraph.text);
  }
  return presentation::sheetLines(subject, words);
}

wxFrame* previewSheet(wxWindow* parent, Workspace& workspace) {
  const auto words = workspace.words();
  const auto title = words("paper.sheet-title",
                           {{"section", presentation::sectionTitle(workspace.form()->editing().definition(), words)}});
  const auto lines = sheetOfOpenSection(workspace);
  wxPrintDialogData data;
  data.GetPrintData().SetPaperId(wxPAPER_A4);
  auto* preview = new wxPrintPreview(new SheetPrintout(title, lines), new SheetPrintout(title, lines), &data);
  if (!preview->IsOk()) {
    delete preview;
    return nullptr;
  }
  preview->SetZoom(100);
  auto* frame = new wxPreviewFrame(preview, parent, wx(title), wxDefaultPosition, parent->FromDIP(wxSize(900, 680)));
  frame->InitializeWithModality(wxPreviewFrame_NonModal);
  frame->Show();
  return frame;
}

}  // namespace cchc::shell

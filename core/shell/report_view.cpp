#include "core/shell/report_view.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/html/htmprint.h>
#include <wx/msgdlg.h>
#include <wx/print.h>
#include <wx/sizer.h>

#include "core/app/make_report.h"
#include "core/app/review.h"
#include "core/base/platform.h"
#include "core/shell/accessible_name.h"
#include "core/shell/convert.h"

namespace cchc::shell {

ReportView::ReportView(wxWindow* parent, Workspace& workspace, Background& background) : wxPanel(parent), workspace_(workspace), background_(background) {
  const auto words = workspace.words();
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  make_ = new wxButton(this, wxID_ANY, wx(words("Tổng hợp", "Consolidate")));
  print_ = new wxButton(this, wxID_ANY, wx(words("In dự thảo trình ký…", "Print draft for signature…")));
  save_ = new wxButton(this, wxID_ANY, wx(words("Lưu thành…", "Save as…")));
  issue_ = new wxButton(this, wxID_ANY, wx(words("Phát hành và khóa…", "Issue and lock…")));
  cancel_ = new wxButton(this, wxID_ANY, wx(words("Dừng", "Stop")));
  cancel_->Hide();
  for (auto* button : {make_, print_, save_, issue_, cancel_}) bar->Add(button, 0, wxRIGHT, FromDIP(4));
  state_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  bar->Add(state_, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(8));
  page_ = new wxHtmlWindow(this);
  page_->SetStandardFonts(FromDIP(13), "Liberation Serif", "Liberation Mono");
  page_->SetBorders(FromDIP(24));
  setAccessibleName(*page_, words("Xem trước báo cáo", "Preview of the report"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(bar, 0, wxEXPAND | wxALL, FromDIP(4));
  sizer->Add(page_, 1, wxEXPAND);
  SetSizer(sizer);
  make_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { consolidate(); });
  print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { print(); });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { saveAs(); });
  issue_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { issue(false); });
  cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { background_.cancel(); });
}

std::filesystem::path ReportView::reportFile() const {
  // Beside the store, one for each unit and period; a shared store has no folder, so the user's own takes it.
  const auto& settings = workspace_.settings;
  const bool file = !isSharedStore(settings.store);
  const auto folder = (file ? std::filesystem::path(settings.store).parent_path() : platform::userDataFolder()) / "bao-cao";
  return folder / ("report-" + settings.whole + "-" + settings.period + ".xml");
}

bool ReportView::hasReport() const {
  std::error_code ignored;
  return std::filesystem::exists(reportFile(), ignored);
}

void ReportView::consolidate() {
  const auto words = workspace_.words();
  const auto file = reportFile();
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  const auto outcome = std::make_shared<ReportOutcome>();
  const auto html = std::make_shared<std::string>();
  const auto whole = OrgUnitId(workspace_.settings.whole);
  const auto period = workspace_.period().id;
  const auto resources = workspace_.resources();
  const bool started = background_.start(
      workspace_.suiteOptions(),
      [=](Background::Work& work) -> Status {
        CCHC_TRY(*outcome, makeReport(work.suite, whole, period, false, file));
        if (work.cancelled) return {};
        CCHC_TRY(*html, previewReport(resources, file));
        return {};
      },
      [](const std::string&) {},
      [this, outcome, html, words](Status done) {
        make_->Enable();
        cancel_->Hide();
        Layout();
        if (!done) {
          state_->SetLabelText("");
          if (tellError) tellError(done.error());
          return;
        }
        html_ = *html;
        const auto& heading = outcome->heading;
        const auto summary = (heading.complete ? std::string(words("Đủ ", "Complete: ")) : std::string(words("Chưa đủ: ", "Not complete: "))) + std::to_string(heading.presentSections) + "/" +
                             std::to_string(heading.expectedSections) + words(" phần, ", " sections, ") + std::to_string(heading.presentUnits) + "/" + std::to_string(heading.expectedUnits) +
                             words(" đơn vị; ", " units; ") + std::to_string(outcome->errors) + words(" lỗi, ", " errors, ") + std::to_string(outcome->warnings) + words(" cảnh báo", " warnings");
        show();
        state_->SetLabelText(wx(summary));
        workspace_.log().note("consolidate", "done");
        if (tellNote) tellNote(words("Đã tổng hợp báo cáo. ", "Consolidated. ") + summary);
        if (changed) changed();
      });
  if (!started) {
    if (tellNote) tellNote(words("Đang làm việc khác, chờ xong rồi tổng hợp.", "Another task is running; wait for it."));
    return;
  }
  make_->Disable();
  cancel_->Show();
  state_->SetLabelText(wx(words("Đang tổng hợp…", "Consolidating…")));
  Layout();
}

void ReportView::show() {
  page_->SetPage(wx(html_));
  const bool any = !html_.empty();
  print_->Enable(any), save_->Enable(any), issue_->Enable(any);
}

void ReportView::showLast() {
  html_.clear();
  if (workspace_.isOpen() && hasReport()) {
    if (auto html = previewReport(workspace_.resources(), reportFile())) html_ = std::move(*html);
  }
  show();
  if (!html_.empty()) return;
  page_->SetPage(wx(std::string("<p>") + workspace_.words()("Chưa có báo cáo của kỳ này. Chấp nhận các phần đã nhận, rồi bấm <b>Tổng hợp</b>.",
                                                            "No report of this period yet. Accept the sections received, then press <b>Consolidate</b>.") + "</p>"));
}

void ReportView::print() {
  if (html_.empty()) return;
  wxPrintDialogData data;
  data.GetPrintData().SetPaperId(wxPAPER_A4);
  wxPrinter printer(&data);
  wxHtmlPrintout printout(wx(workspace_.words()("Báo cáo cải cách hành chính", "Report")));
  printout.SetStandardFonts(13, "Liberation Serif", "Liberation Mono");
  printout.SetMargins(20, 20, 30, 15, 5);  // mm: Nghị định 30/2020, top and bottom 20, left 30, right 15
  printout.SetHtmlText(wx(html_));
  printout.SetFooter("<center>@PAGENUM@</center>");
  if (!printer.Print(this, &printout, true) && wxPrinter::GetLastError() == wxPRINTER_ERROR && tellNote) {
    tellNote(workspace_.words()("Không in được; kiểm tra máy in.", "Printing failed; look at the printer."));
  }
}

void ReportView::saveAs() {
  const auto words = workspace_.words();
  wxFileDialog dialog(this, wx(words("Lưu báo cáo", "Save the report")), "", "bao-cao-cchc.html", "HTML (*.html)|*.html|XML (*.xml)|*.xml", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  saveTo(utf8(dialog.GetPath()));
}

void ReportView::saveTo(const std::filesystem::path& target) {
  Status done;
  if (target.extension() == ".xml") {
    const auto bytes = readFile(reportFile());
    done = bytes ? platform::writeFileDurably(target, *bytes) : Status(fail(bytes.error()));
  } else {
    done = renderReport(workspace_.resources(), reportFile(), target);
  }
  if (!done && tellError) tellError(done.error());
  if (done && tellNote) tellNote(workspace_.words()("Đã lưu báo cáo: ", "Saved: ") + target.string());
}

void ReportView::issue(bool asked) {
  const auto words = workspace_.words();
  if (!asked) {
    const auto question = words("Phát hành sẽ khóa mọi phần trong báo cáo; muốn sửa phải mở lại có lý do. Số, ngày, nơi nhận, người ký đã điền ở phần “Thể thức văn bản” chưa?",
                                "Issuing locks every section of the report; to change one it must be reopened with a reason. Are number, date, recipients and signer filled in?");
    if (wxMessageBox(wx(question), wx(words("Phát hành và khóa", "Issue and lock")), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION, this) != wxYES) return;
  }
  const auto issued = issueReport(workspace_.suite(), OrgUnitId(workspace_.settings.whole), workspace_.period().id);
  if (!issued) return tellError ? tellError(issued.error()) : void();
  workspace_.log().note("issue", std::to_string(*issued));
  if (tellNote) tellNote(words("Đã phát hành và khóa ", "Issued and locked ") + std::to_string(*issued) + words(" phần", " sections"));
  if (changed) changed();
}

}  // namespace cchc::shell

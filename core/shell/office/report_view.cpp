#include "core/shell/office/report_view.h"

#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/print.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include <algorithm>

#include "core/app/receive/review.h"
#include "core/app/report/make_report.h"
#include "core/base/platform.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {
namespace {

std::string summaryOf(const ReportOutcome& outcome, presentation::Words words) {
  const auto& heading = outcome.heading;
  return (heading.complete ? std::string(words("Đủ ", "Complete: "))
                           : std::string(words("Chưa đủ: ", "Not complete: "))) +
         std::to_string(heading.presentSections) + "/" + std::to_string(heading.expectedSections) +
         words(" phần, ", " sections, ") + std::to_string(heading.presentUnits) + "/" +
         std::to_string(heading.expectedUnits) + words(" đơn vị; ", " units; ") + std::to_string(outcome.errors) +
         words(" lỗi, ", " errors, ") + std::to_string(outcome.warnings) + words(" cảnh báo", " warnings");
}

}  // namespace

ReportView::ReportView(wxWindow* parent, Workspace& workspace, Background& background)
    : wxPanel(parent), workspace_(workspace), background_(background) {
  const auto words = workspace.words();
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  const auto button = [&](const char* label, std::function<void()> action) {
    auto* made = new wxButton(this, wxID_ANY, wx(label));
    made->Bind(wxEVT_BUTTON,
               [this, action = std::move(action)](wxCommandEvent&) { CallAfter([action] { action(); }); });
    bar->Add(made, 0, wxRIGHT, FromDIP(4));
    return made;
  };
  make_ = button(words("Tổng hợp", "Consolidate"), [this] { consolidate(); });
  button(words("Số, ngày, nơi nhận, người ký…", "Number, date, recipients, signer…"), [this] { openHeading(); });
  print_ = button(words("In dự thảo trình ký…", "Print draft for signature…"), [this] { print(); });
  save_ = button(words("Lưu thành…", "Save as…"), [this] { saveAs(); });
  issue_ = button(words("Phát hành và khóa…", "Issue and lock…"), [this] { issue(false); });
  state_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  state_->SetMinSize(FromDIP(wxSize(40, -1)));
  bar->Add(state_, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(8));
  auto* splitter =
      new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  pages_ = new PagesView(splitter);
  setAccessibleName(*pages_, words("Xem trước báo cáo", "Preview of the report"));
  pages_->complete = [this] { enable(); };
  findings_ = new ReportFindingsView(splitter, workspace);
  findings_->open = [this](const SectionKey& key, const std::string& place) {
    if (open) open(key, place);
  };
  splitter->SetMinimumPaneSize(FromDIP(200));
  splitter->SetSashGravity(1.0);
  splitter->SplitVertically(
      pages_, findings_,
      -std::max(FromDIP(510), scaled(*this, 400)));  // a sheet in full size has room beside it at 1366
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(bar, 0, wxEXPAND | wxALL, FromDIP(4));
  sizer->Add(splitter, 1, wxEXPAND);
  SetSizer(sizer);
}

std::filesystem::path ReportView::reportFile() const {
  // Beside the store, one for each unit and period; a shared store has no folder, so the user's own takes it.
  const auto& settings = workspace_.settings;
  const bool file = !isSharedStore(settings.store);
  const auto folder =
      (file ? std::filesystem::path(settings.store).parent_path() : platform::userDataFolder()) / "bao-cao";
  return folder / ("report-" + settings.whole + "-" + settings.period + ".xml");
}

bool ReportView::hasReport() const {
  std::error_code ignored;
  return std::filesystem::exists(reportFile(), ignored);
}

// One job at a time; the strip below the window shows how far it is, and stops it.
void ReportView::run(std::function<Status(Background::Work&)> work, std::function<void()> done) {
  const bool started = background_.start(workspace_.suite().options, std::move(work),
                                         [this, done = std::move(done)](const Status& outcome) {
                                           enable();
                                           if (!outcome) return tellError ? tellError(outcome.error()) : void();
                                           done();
                                         });
  if (!started && tellNote)
    tellNote(workspace_.words()("Việc trước chưa xong; chờ một chút rồi làm lại, hoặc bấm Dừng.",
                                "Another task is running; wait for it, or stop it."));
  enable();
}

std::function<Status(Background::Work&)> ReportView::reader(const std::shared_ptr<Read>& read) const {
  return [read, resources = workspace_.resources(), file = reportFile(), whole = OrgUnitId(workspace_.settings.whole),
          period = workspace_.period().id, language = workspace_.settings.language](Background::Work& work) -> Status {
    CCHC_TRY(read->html, previewReport(resources, file));
    CCHC_TRY(read->findings, reportFindings(work.suite, whole, period, SectionChoice::accepted, language));
    return {};
  };
}

void ReportView::take(Read read) {
  pages_->show(read.html.empty() ? nullptr : std::make_shared<PagedDocument>(std::move(read.html)));
  findings_->take(std::move(read.findings));
  enable();
}

void ReportView::enable() {
  const bool any = pages_->document() != nullptr && pages_->document()->complete(), busy = background_.running();
  make_->Enable(!busy);
  print_->Enable(any);
  save_->Enable(any && !busy), issue_->Enable(any && !busy);
}

void ReportView::consolidate() {
  const auto words = workspace_.words();
  const auto file = reportFile();
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  const auto outcome = std::make_shared<ReportOutcome>();
  const auto read = std::make_shared<Read>();
  const auto whole = OrgUnitId(workspace_.settings.whole);
  const auto period = workspace_.period().id;
  reading_.forget();
  run(
      [=, reader = reader(read)](Background::Work& work) -> Status {
        CCHC_TRY(*outcome, makeReport(work.suite, whole, period, false, file, work.watch, true));
        return reader(work);
      },
      [this, outcome, read, words] {
        take(std::move(*read));
        const auto summary = summaryOf(*outcome, words);
        state_->SetLabelText(wx(summary));
        state_->SetToolTip(wx(summary));
        Layout();
        workspace_.log().note("consolidate", "done");
        if (tellNote) tellNote(words("Đã tổng hợp báo cáo. ", "Consolidated. ") + summary);
        if (changed) changed();
      });
}

void ReportView::showLast() {
  if (!workspace_.isOpen() || background_.running()) return;
  if (!hasReport()) {
    findings_->clear();
    pages_->sayInstead(
        wx(workspace_.words()("Chưa có báo cáo của kỳ này.\nChấp nhận các phần đã nhận, rồi bấm Tổng hợp.",
                              "No report of this period yet.\nAccept the sections received, then press Consolidate.")));
    return enable();
  }
  const auto read = std::make_shared<Read>();
  reading_.ask(workspace_.suite().options, reader(read), [this, read](const Status& done) {
    if (!done && tellError) tellError(done.error());
    take(std::move(*read));
  });
}

void ReportView::print() {
  if (pages_->document() == nullptr || !pages_->document()->complete()) return;
  wxPrintDialogData data;
  data.GetPrintData().SetPaperId(wxPAPER_A4);
  data.EnableSelection(false);
  wxPrinter printer(&data);
  PagedPrintout printout(wx(workspace_.words()("Báo cáo cải cách hành chính", "Report")), pages_->document());
  if (!printer.Print(this, &printout, true) && wxPrinter::GetLastError() == wxPRINTER_ERROR && tellNote) {
    tellNote(workspace_.words()("Không in được; kiểm tra máy in.", "Printing failed; look at the printer."));
  }
}

void ReportView::saveAs() {
  const auto words = workspace_.words();
  wxFileDialog dialog(this, wx(words("Lưu báo cáo", "Save the report")), "", "bao-cao-cchc.html",
                      "HTML (*.html)|*.html|XML (*.xml)|*.xml", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  saveTo(utf8(dialog.GetPath()));
}

void ReportView::saveTo(const std::filesystem::path& target) {
  run(
      [target, file = reportFile(), resources = workspace_.resources()](Background::Work&) -> Status {
        if (target.extension() != ".xml") return renderReport(resources, file, target);
        CCHC_TRY(const auto bytes, readFile(file));
        return platform::writeFileDurably(target, bytes);
      },
      [this, target] {
        if (tellNote) tellNote(workspace_.words()("Đã lưu báo cáo: ", "Saved: ") + target.string());
      });
}

void ReportView::openHeading() {
  for (const auto& entry : workspace_.entries()) {
    const auto known = workspace_.suite().catalogue.find(entry.key.definition);
    if (known && known->definition().place == "heading") return open ? open(entry.key, "") : void();
  }
  if (tellNote)
    tellNote(workspace_.words()("Đơn vị này không được phân công phần thể thức văn bản của kỳ.",
                                "This unit is not assigned the document's heading in this period."));
}

void ReportView::issue(bool asked) {
  const auto words = workspace_.words();
  if (!asked) {
    const auto question = words(
        "Phát hành sẽ khóa mọi phần trong báo cáo; muốn sửa phải mở lại có lý do. Số, ngày, nơi nhận, người ký đã điền "
        "ở phần “Thể thức văn bản” chưa?",
        "Issuing locks every section of the report; to change one it must be reopened with a reason. Are number, date, "
        "recipients and signer filled in?");
    wxMessageDialog dialog(this, wx(question), wx(words("Phát hành và khóa", "Issue and lock")),
                           wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    dialog.SetYesNoLabels(wx(words("Phát hành và khóa", "Issue and lock")), wx(words("Để sau", "Later")));
    if (dialog.ShowModal() != wxID_YES) return;
  }
  const auto issued = std::make_shared<std::size_t>(0);
  run(
      // What goes out is what was seen: report.differs where something was accepted or mended since it was
      // consolidated.
      [issued, whole = OrgUnitId(workspace_.settings.whole), period = workspace_.period().id,
       file = reportFile()](Background::Work& work) -> Status {
        CCHC_TRY(*issued, issueReport(work.suite, whole, period, {file, nullptr}));
        return {};
      },
      [this, issued, words] {
        workspace_.log().note("issue", std::to_string(*issued));
        if (tellNote)
          tellNote(words("Đã phát hành và khóa ", "Issued and locked ") + std::to_string(*issued) +
                   words(" phần", " sections"));
        if (changed) changed();
      });
}

}  // namespace cchc::shell

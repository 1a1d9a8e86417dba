#include "core/shell/office/report_view.h"

#include <wx/msgdlg.h>
#include <wx/print.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include <algorithm>
#include <initializer_list>
#include <system_error>
#include <utility>

#include "core/app/report/issue.h"
#include "core/app/report/make_report.h"
#include "core/app/report/missing_sections.h"
#include "core/app/suite/catalogue.h"
#include "core/base/platform.h"
#include "core/base/store_address.h"
#include "core/shell/office/missing_dialog.h"
#include "core/shell/paper/paged_printout.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/availability.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {
namespace {

std::string summaryOf(const ReportOutcome& outcome, presentation::Words words) {
  const auto& heading = outcome.heading;
  const std::vector<Parameter> parameters = {{"sections", std::to_string(heading.presentSections)},
                                             {"all-sections", std::to_string(heading.expectedSections)},
                                             {"units", std::to_string(heading.presentUnits)},
                                             {"all-units", std::to_string(heading.expectedUnits)},
                                             {"errors", std::to_string(outcome.errors)},
                                             {"warnings", std::to_string(outcome.warnings)}};
  return heading.complete ? words("report-view.complete", parameters) : words("report-view.incomplete", parameters);
}

}  // namespace

ReportView::ReportView(wxWindow* parent, Workspace& workspace, Task& task)
    : wxPanel(parent), workspace_(workspace), task_(task) {
  const auto words = workspace.words();
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  const auto addButton = [&](const std::string& label, std::function<void()> action) {
    auto* button = new wxButton(this, wxID_ANY, wx(label));
    button->Bind(wxEVT_BUTTON,
                 [this, action = std::move(action)](wxCommandEvent&) { CallAfter([action] { action(); }); });
    bar->Add(button, 0, wxRIGHT, FromDIP(4));
    return button;
  };
  consolidate_ = addButton(words("report-view.consolidate"), [this] { consolidate(); });
  addButton(words("report-view.heading"), [this] { openHeading(); });
  amend_ = addButton(words("report-view.amend-heading"), [this] { amendHeading(); });
  print_ = addButton(words("report-view.print"), [this] { print(); });
  save_ = addButton(words("common.save-as"), [this] { saveAs(); });
  issue_ = addButton(words("report-view.issue"), [this] { issue(); });
  summary_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  summary_->SetMinSize(FromDIP(wxSize(40, -1)));
  bar->Add(summary_, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(8));
  auto* splitter =
      new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  pages_ = new PagesView(splitter);
  setAccessibleName(*pages_, words("report-view.preview"));
  pages_->completed = [this] { updateButtons(); };
  findings_ = new ReportFindingsView(splitter, workspace);
  findings_->open = [this](const SectionKey& key, const Place& place) {
    if (open) open(key, place);
  };
  splitter->SetMinimumPaneSize(FromDIP(200));
  splitter->SetSashGravity(1.0);
  // On a screen of 1366 pixels this leaves room for a sheet at full size.
  splitter->SplitVertically(pages_, findings_, -std::max(FromDIP(510), scaled(*this, 400)));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(bar, 0, wxEXPAND | wxALL, FromDIP(4));
  sizer->Add(splitter, 1, wxEXPAND);
  SetSizer(sizer);
}

std::filesystem::path ReportView::reportFile() const {
  const auto& settings = workspace_.settings;
  const auto folder = isSharedStore(settings.store) ? platform::userDataFolder().value()
                                                    : std::filesystem::path(settings.store).parent_path();
  return folder / "bao-cao" / ("report-" + settings.whole + "-" + settings.period + ".xml");
}

bool ReportView::hasReport() const {
  std::error_code ignored;
  return std::filesystem::exists(reportFile(), ignored);
}

// The strip below the views shows the progress of the task, and has a button to stop it.
void ReportView::runTask(std::function<Status(SuiteWork&)> work, std::function<void()> done) {
  runTask(std::move(work), std::move(done), [this](const Error& error) {
    if (showError) showError(error);
  });
}

void ReportView::runTask(std::function<Status(SuiteWork&)> work, std::function<void()> done,
                         std::function<void(const Error&)> failed) {
  const bool started = task_.start(onSuite(workspace_.suite().options, std::move(work)),
                                   [this, done = std::move(done), failed = std::move(failed)](const Status& outcome) {
                                     updateButtons();
                                     if (!outcome) return failed(outcome.error());
                                     done();
                                   });
  if (!started && showNote) showNote(workspace_.words()("task.still-running"));
  updateButtons();
}

std::function<Result<ReportView::Content>(SuiteWork&)> ReportView::contentReader() const {
  return
      [resources = workspace_.resources(), file = reportFile(), whole = workspace_.whole(),
       period = workspace_.period().id, language = workspace_.settings.language](SuiteWork& work) -> Result<Content> {
        Content content;
        CCHC_TRY(content.html, previewReport(resources, file));
        if (work.task.stopped()) return fail("work.cancelled");
        CCHC_TRY(content.findings, reportFindings(work.suite, whole, period, SectionChoice::accepted, language));
        return content;
      };
}

void ReportView::showContent(Content content) {
  pages_->show(content.html.empty() ? nullptr : std::make_shared<PagedDocument>(std::move(content.html)));
  findings_->setFindings(std::move(content.findings));
  updateButtons();
}

void ReportView::updateButtons() {
  const auto words = workspace_.words();
  const bool any = pages_->document() != nullptr && pages_->document()->complete();
  const auto busy = task_.running() ? words("task.still-running") : std::string();
  const auto none = any ? std::string() : words("permission.no-report");
  const auto first = [](std::initializer_list<std::string> reasons) {
    const auto* const found =
        std::find_if(reasons.begin(), reasons.end(), [](const auto& one) { return !one.empty(); });
    return found == reasons.end() ? std::string() : *found;
  };
  setAvailable(*consolidate_, first({workspace_.refusal(DeskCommand::consolidate), busy}));
  setAvailable(*amend_, first({workspace_.headingRefusal(), busy}));
  setAvailable(*print_, none);
  setAvailable(*save_, first({none, busy}));
  setAvailable(*issue_, first({workspace_.refusal(DeskCommand::issue), none, busy}));
}

void ReportView::consolidate() {
  consolidateAfter([](SuiteWork&) { return Status(); }, "report-view.consolidated");
}

void ReportView::consolidateAfter(std::function<Status(SuiteWork&)> before, const std::string& note) {
  const auto words = workspace_.words();
  const auto file = reportFile();
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  const auto outcome = std::make_shared<ReportOutcome>();
  const auto content = std::make_shared<Content>();
  const auto whole = workspace_.whole();
  const auto period = workspace_.period().id;
  reading_.discard();
  runTask(
      [=, before = std::move(before), readContent = contentReader()](SuiteWork& work) -> Status {
        CCHC_CHECK(before(work));
        CCHC_TRY(*outcome, makeReport(work.suite, whole, period, false, file, work.watch, true));
        CCHC_TRY(*content, readContent(work));
        return {};
      },
      [this, outcome, content, words, note] {
        showContent(std::move(*content));
        const auto summary = summaryOf(*outcome, words);
        summary_->SetLabelText(wx(summary));
        summary_->SetToolTip(wx(summary));
        Layout();
        workspace_.log().note("consolidate", "done");
        if (showNote) showNote(words(note, {{"summary", summary}}));
        if (changed) changed();
        // The findings of the report name the others.
        if (!outcome->unusable.empty() && showError) showError(outcome->unusable.front());
      });
}

void ReportView::showLast() {
  if (!workspace_.isOpen() || task_.running()) return;
  if (!hasReport()) {
    findings_->clear();
    pages_->showTextInstead(wx(workspace_.words()("report-view.none")));
    return updateButtons();
  }
  reading_.ask(onSuite(workspace_.suite().options, contentReader()), [this](Result<Content> content) {
    if (!content && showError) showError(content.error());
    showContent(content ? std::move(*content) : Content());
  });
}

void ReportView::print() {
  if (pages_->document() == nullptr || !pages_->document()->complete()) return;
  wxPrintDialogData data;
  data.GetPrintData().SetPaperId(wxPAPER_A4);
  data.EnableSelection(false);
  wxPrinter printer(&data);
  PagedPrintout printout(wx(workspace_.words()("report-view.print-title")), pages_->document());
  if (!printer.Print(this, &printout, true) && wxPrinter::GetLastError() == wxPRINTER_ERROR && showNote)
    showNote(workspace_.words()("report-view.not-printed"));
}

void ReportView::saveAs() {
  const auto words = workspace_.words();
  const auto target =
      askForFile(this, words, workspace_.settings.store,
                 {words("report-view.save-title"), "bao-cao-cchc.html", {{"HTML", "html"}, {"XML", "xml"}}});
  if (target) saveTo(*target);
}

void ReportView::saveTo(const SaveFile& target) {
  runTask(
      [target, file = reportFile(), resources = workspace_.resources()](SuiteWork&) -> Status {
        CCHC_CHECK(checkStillFree(target));
        if (target.path.extension() != ".xml") return renderReport(resources, file, target.path);
        CCHC_TRY(const auto bytes, readFile(file));
        return platform::writeFileDurably(target.path, bytes);
      },
      [this, file = target.path.string()] {
        if (showNote) showNote(workspace_.words()("report-view.saved", {{"file", file}}));
      });
}

void ReportView::openHeading() {
  if (const auto* entry = workspace_.heading()) return open ? open(entry->key, "") : void();
  if (showNote) showNote(workspace_.words()("report-view.no-heading"));
}

void ReportView::amendHeading() {
  if (const auto* entry = workspace_.heading()) return amend ? amend(entry->key) : void();
  if (showNote) showNote(workspace_.words()("report-view.no-heading"));
}

void ReportView::issue() {
  const auto words = workspace_.words();
  const auto title = wx(words("report-view.issue-title"));
  wxMessageDialog dialog(this, wx(words("report-view.issue-question")), title,
                         wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  dialog.SetYesNoLabels(title, wx(words("common.later")));
  if (dialog.ShowModal() != wxID_YES) return;
  const auto issued = std::make_shared<std::size_t>(0);
  runTask(
      // The file is passed so that what is issued is what the user has seen: issuing fails with report.differs if a
      // section has been accepted or returned since the consolidation.
      [issued, whole = workspace_.whole(), period = workspace_.period().id,
       file = reportFile()](SuiteWork& work) -> Status {
        CCHC_TRY(*issued, issueReport(work.suite, whole, period, {file, nullptr}));
        return {};
      },
      [this, issued, words] {
        workspace_.log().note("issue", std::to_string(*issued));
        if (showNote) showNote(words("report-view.issued", {{"count", std::to_string(*issued)}}));
        if (changed) changed();
      },
      [this](const Error& error) {
        if (error.code == "issue.incomplete" || error.code == "issue.not-printed" || error.code == "issue.errors")
          return askMissing();
        if (showError) showError(error);
      });
}

void ReportView::askMissing() {
  const auto missing = std::make_shared<MissingNow>();
  runTask(
      [missing, whole = workspace_.whole(), period = workspace_.period().id](SuiteWork& work) -> Status {
        CCHC_TRY(*missing, missingNow(work.suite, whole, period));
        return {};
      },
      [this, missing] {
        MissingDialog dialog(this, workspace_.words(), *missing, workspace_.settings.person);
        if (dialog.ShowModal() != wxID_OK) return;
        consolidateAfter(
            [by = dialog.by(), sentence = dialog.sentence(), whole = workspace_.whole(),
             period = workspace_.period().id](SuiteWork& work) -> Status {
              CCHC_TRY(const auto confirmed, confirmMissing(work.suite, whole, period, by, sentence));
              static_cast<void>(confirmed);
              return {};
            },
            "report-view.confirmed");
      });
}

}  // namespace cchc::shell

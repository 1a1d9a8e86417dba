#include "core/shell/frame/main_frame.h"

#include <wx/datetime.h>
#include <wx/sizer.h>
#include <wx/statusbr.h>

#include <algorithm>

#include "core/base/vietnamese.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/file_drop.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

namespace {

// As it was last. Given at once: a size set later is worked out again from all that the window holds by then.
wxSize sizeOf(const presentation::Settings& settings) {
  return settings.width > 0 ? wxSize(settings.width, settings.height) : wxWindow::FromDIP(wxSize(1280, 720), nullptr);
}

}  // namespace

MainFrame::MainFrame(Workspace& workspace, std::function<void()> restart)
    : wxFrame(nullptr, wxID_ANY, "CCHC Suite", wxDefaultPosition, sizeOf(workspace.settings)),
      workspace_(workspace),
      restart_(std::move(restart)),
      daily_(workspace) {
  outer_ = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  middle_ = new wxPanel(outer_);
  heading_ = new wxStaticText(middle_, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  auto bold = heading_->GetFont();
  heading_->SetFont(bold.MakeBold().MakeLarger());
  inner_ = new wxSplitterWindow(middle_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  book_ = new wxSimplebook(inner_);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  auto* above = new wxBoxSizer(wxVERTICAL);
  above->Add(heading_, 0, wxEXPAND | wxALL, FromDIP(6));
  reason_.make = [this, above] {
    auto* reason = new wxStaticText(middle_, wxID_ANY, "");
    reason->SetBackgroundColour(colours::notice());
    above->Add(reason, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
    return reason;
  };
  sizer->Add(above, 0, wxEXPAND);
  sizer->Add(inner_, 1, wxEXPAND);
  middle_->SetSizer(sizer);
  // The notice below the heading is broken into lines for the width that there is.
  middle_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (reason_.made() != nullptr) CallAfter([this] { showHeading(); });
  });
  inner_->SetMinimumPaneSize(FromDIP(120));
  inner_->SetSashGravity(1.0);
  inner_->Initialize(book_);
  outer_->SetMinimumPaneSize(FromDIP(150));
  outer_->Initialize(middle_);

  makeMenus();
  makeToolbar();
  const int widths[] = {scaled(*this, 130), -2, scaled(*this, 230), -2};
  CreateStatusBar(4)->SetStatusWidths(4, widths);
  GetStatusBar()->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { clickStatus(event); });

  makeViews();
  daily_.tellError = [this](const Error& error) { tellError(error); };
  SetDropTarget(new FileDrop(*this, [this](const auto& files) { openFiles(files); }));
  workspace_.recount = [this] {
    counted_ = false;
    if (outer_->IsSplit()) countFindings();
  };
  workspace_.listen([this](Workspace::Event event) { onWorkspace(event); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    // What stands in an editor is saved; what cannot be is told, and the window stays, unless the system closes it.
    if (!leave() && event.CanVeto()) return event.Veto();
    rememberPlace();
    workspace_.settings.maximised = IsMaximized();
    if (!IsMaximized())
      workspace_.settings.width = GetSize().GetWidth(), workspace_.settings.height = GetSize().GetHeight();
    workspace_.saveSettings();
    event.Skip();
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { arrange(); });
  });
  // Grey only while a menu is open: a grey item would take its shortcut with it, long after its condition changed.
  Bind(wxEVT_MENU_OPEN, [this](wxMenuEvent& event) {
    event.Skip();
    greyOut(false);
    nameUndo();
  });
  Bind(wxEVT_MENU_CLOSE, [this](wxMenuEvent& event) {
    event.Skip();
    greyOut(true);
  });
  SetMinSize(FromDIP(wxSize(760, 520)));
  if (workspace_.settings.maximised) Maximize();

  goBack();
  showHeading();
  showStatus();
  tellQuarantined();
  if (workspace_.suite().outbox)
    sender_ =
        std::make_unique<OutboxSender>(workspace_.suite(), [this](const OutboxSender::Sent& sent) { onSent(sent); });
}

MainFrame::~MainFrame() {
  workspace_.forgetListeners();
  workspace_.recount = {};
}

void MainFrame::onWorkspace(Workspace::Event event) {
  switch (event) {
    case Workspace::Event::opened:
      break;
    case Workspace::Event::entries:
      if (navigator_.made() != nullptr) navigator_->reload();
      showStatus();
      break;
    case Workspace::Event::section:
      showSection();
      break;
    case Workspace::Event::edited:
      saved_ = utf8(wxDateTime::Now().Format("%H:%M"));
      if (form_.made() != nullptr) form_->sectionEdited();
      if (table_.made() != nullptr) table_->sectionEdited();
      if (pane_.made() != nullptr) findings_->reload(), text_->reload();
      if (navigator_.made() != nullptr) navigator_->reload();
      showHeading();
      if (workspace_.suite().outbox) showStatus();
      showSaved();
      break;
  }
}

void MainFrame::showSection() {
  if (table_.made() != nullptr) table_->sectionChanged();
  if (form_.made() != nullptr) form_->sectionChanged();
  if (pane_.made() != nullptr) findings_->reload(), text_->reload();
  showHeading();
  showStatus();
}

void MainFrame::showHeading() {
  const auto words = workspace_.words();
  const auto* form = workspace_.form();
  const bool section = view_ == View::form || view_ == View::table;
  std::string title, reason;
  if (section && form != nullptr) {
    const auto& editing = form->editing();
    const auto count = form->completeness();
    const auto& header = editing.header();
    const bool begun = header.revision > 0 || !header.headDigest.empty();
    title = presentation::sectionTitle(editing.definition(), words) + "   " + std::to_string(count.filled) + "/" +
            std::to_string(count.required) + "   " + presentation::stateShape(header.state, begun) + " " +
            presentation::stateText(header.state, header.revision, begun, words);
    if ((header.state == SectionState::returned || header.state == SectionState::draft) && !header.reason.empty()) {
      reason = words("↩ Văn phòng trả lại: ", "↩ Returned by the office: ") + header.reason;
    } else if (editing.locked()) {
      reason = message(*editing.locked(), words.language).what + ". " + message(*editing.locked(), words.language).fix;
      if (const auto& receipt = editing.receipt())
        reason = words("✓ Văn phòng đã nhận lúc ", "✓ Received by the office at ") + vietnamese::moment(receipt->at) +
                 ", " + receipt->by + ". " + reason;
    }
  } else {
    const char* titles[] = {"", "", words("Bảng theo dõi", "Board"), words("Báo cáo tổng hợp", "Consolidated report"),
                            words("Tổng quan", "Overview")};
    title = std::string(titles[static_cast<std::size_t>(view_)]) + (section ? "" : " · ") + workspace_.period().name;
  }
  std::size_t errors = 0, warnings = 0;
  if (form != nullptr) {
    for (const auto& finding : form->editing().findings()) {
      errors += finding.severity == Severity::error ? 1 : 0;
      warnings += finding.severity == Severity::warning ? 1 : 0;
    }
  }
  const auto page = wx(std::string(words("Lỗi ", "Errors ")) + std::to_string(errors) +
                       words(" · Cảnh báo ", " · Warnings ") + std::to_string(warnings));
  if (pane_.made() != nullptr && pane_->GetPageText(0) != page) pane_->SetPageText(0, page);
  // Laying the window out again is the dearest part: only when there is something new to lay out.
  const int width = middle_->GetClientSize().GetWidth();
  if (title == shownHeading_.title && reason == shownHeading_.reason && width == shownHeading_.width) return;
  shownHeading_ = {title, reason, width};
  heading_->SetLabelText(wx(title));
  if (!reason.empty() || reason_.made() != nullptr) {
    reason_->SetLabelText(wx(reason));
    reason_->Wrap(std::max(FromDIP(300), middle_->GetClientSize().GetWidth() - FromDIP(16)));
    reason_->Show(!reason.empty());
  }
  middle_->Layout();
}

void MainFrame::showSaved() {
  const auto text = wx(saved_.empty() ? std::string() : workspace_.words()("Đã lưu lúc ", "Saved at ") + saved_);
  if (auto* bar = GetStatusBar(); bar != nullptr && bar->GetStatusText(0) != text) bar->SetStatusText(text, 0);
}

void MainFrame::showStatus() {
  const auto words = workspace_.words();
  auto* bar = GetStatusBar();
  if (bar == nullptr) return;
  showSaved();
  bar->SetStatusText(wx(words("Người nhập: ", "Person: ") + workspace_.settings.person), 2);
  const bool shared = isSharedStore(workspace_.settings.store);
  std::string where =
      shared ? words("Dữ liệu: kho dùng chung", "Data: shared store") : words("Dữ liệu: máy này", "Data: this PC");
  if (const auto& outbox = workspace_.suite().outbox; sender_ && !sender_->reached() && !outbox->empty()) {
    where = words("Mất kết nối: ", "No connection: ") + std::to_string(outbox->size()) +
            words(" thay đổi chờ gửi", " edits wait");
  }
  if (const auto days = presentation::daysLeft(workspace_.entries(), workspace_.today()))
    where += " · " + presentation::daysLeftText(*days, words);
  bar->SetStatusText(wx(where), 3);
  SetTitle(wx(workspace_.unitName() + " · " + workspace_.period().name + " · CCHC Suite"));
}

// Beside the window, once somebody sees the counts; asked for while it runs, it runs once more.
void MainFrame::countFindings() {
  counted_ = true;
  const auto counted = std::make_shared<std::vector<presentation::NavigatorEntry>>(workspace_.entries());
  const auto count = [counted, period = workspace_.period().id](Background::Work& work) {
    return presentation::countFindings(work.suite, period, *counted);
  };
  const bool started = counting_.start(workspace_.suite().options, count, [this, counted](const Status& done) {
    if (done)
      workspace_.takeCounts(*counted);
    else
      tellError(done.error());
    if (std::exchange(countAgain_, false)) countFindings();
  });
  countAgain_ = countAgain_ || !started;
}

// Edits for a shared store are on their way while one types on. What others did meanwhile is shown when one of them
// could not be applied.
void MainFrame::onSent(const OutboxSender::Sent& sent) {
  for (const auto& error : sent.told) tellError(error);
  if (!sent.told.empty() && sent.reached) readAgain();
  auto* form = workspace_.form();
  if (sent.header && form != nullptr && form->editing().key() == sent.header->key &&
      workspace_.suite().outbox->empty()) {
    form->editing().takeHeader(*sent.header);
    showHeading();
  }
  showStatus();
}

void MainFrame::tellError(const Error& error) {
  workspace_.log().note(error);
  const auto told = message(error, workspace_.settings.language);
  const bool shortPlace = !error.place.empty() && error.place.size() < 120;
  dropBarButton();
  bar_->ShowMessage(wx((shortPlace ? error.place + ": " : "") + told.what + (told.fix.empty() ? "" : ". " + told.fix)),
                    wxICON_WARNING);
}

void MainFrame::tellNote(const std::string& note) {
  if (auto* bar = GetStatusBar()) bar->SetStatusText(wx(note.substr(0, note.find('\n'))), 1);
  if (bar_.made() != nullptr && bar_->IsShown() && !note.empty()) bar_->Dismiss();
}

void MainFrame::undo(bool forward) {
  auto* form = workspace_.form();
  if (form == nullptr || !leave()) return;
  auto& editing = form->editing();
  const auto* step = forward ? editing.redoable() : editing.undoable();
  if (step == nullptr) return;
  const auto name = step->name.in(workspace_.settings.language);
  const auto done = forward ? editing.redo() : editing.undo();
  if (!done) tellError(done.error());
  workspace_.edited();
  if (done)
    tellNote(
        (forward ? workspace_.words()("Đã làm lại: ", "Redone: ") : workspace_.words()("Đã hoàn tác: ", "Undone: ")) +
        name);
}

}  // namespace cchc::shell

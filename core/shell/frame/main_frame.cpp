#include "core/shell/frame/main_frame.h"

#include <wx/sizer.h>

#include <utility>

#include "core/app/shared/outbox.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/file_drop.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

namespace {

// The last size of the window. It is passed to the constructor, because setting it later lays out everything again that
// the window contains by then.
wxSize sizeOf(const presentation::Settings& settings) {
  return settings.width > 0 ? wxSize(settings.width, settings.height) : wxWindow::FromDIP(wxSize(1280, 720), nullptr);
}

wxSplitterWindow* makeSplitter(wxWindow* parent) {
  return new wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
}

}  // namespace

MainFrame::MainFrame(Workspace& workspace, std::function<void()> restart)
    : wxFrame(nullptr, wxID_ANY, "CCHC Suite", wxDefaultPosition, sizeOf(workspace.settings)),
      workspace_(workspace),
      restart_(std::move(restart)),
      task_(workspace.tasks()),
      outer_(makeSplitter(this)),
      middle_(new wxPanel(outer_)),
      notices_(*middle_, workspace),
      status_(*this, workspace),
      context_{*this,
               workspace,
               task_,
               notices_,
               [this](const std::string& note) {
                 status_.showNote(note);
                 if (!note.empty()) notices_.dismiss();
               },
               [this] { return commitEditors(); },
               [this] { return entry_.mayLeave(); }},
      heading_(*middle_, workspace),
      inner_(makeSplitter(middle_)),
      book_(new wxSimplebook(inner_)),
      entry_(context_, *middle_, *inner_,
             {[this](const Place& place) { views_.showField(place); },
              [this](DeskCommand command) {
                views_.show(command == DeskCommand::enterFor ? FrameView::board : FrameView::report);
              },
              [this] { opener_.refresh(); }}),
      views_(context_, *book_,
             {[this](const SectionKey& key, const Place& place) { opener_.open(key, place); },
              [this](const SectionKey& key, DeskCommand command) { opener_.enter(key, command); },
              [this](const Place& place) { files_.openAttachment(place); }, [this] { opener_.refresh(); },
              [this] {
                arrange();
                updateHeading();
              }}),
      opener_(context_, views_),
      side_(context_, *inner_,
            {[this](const Place& place) { views_.showField(place); },
             [this](const SectionKey& key, const Place& place) { opener_.open(key, place); }}),
      counter_(context_),
      position_(workspace, views_, opener_),
      files_(context_, views_),
      backups_(context_),
      sending_(
          context_, views_, [this] { opener_.refresh(); }, [this] { entry_.submit(); }),
      help_(context_, views_, side_),
      person_(
          context_, [this] { updateStatus(); }, [this] { deskChanged(); }),
      undo_(context_),
      menus_(context_, menuTargets()) {
  layOut();
  menus_.create();
  status_.create();
  listen();
  SetMinSize(FromDIP(wxSize(760, 520)));
  if (workspace_.settings.maximised) Maximize();

  position_.restore();
  updateHeading();
  updateStatus();
  help_.showQuarantined();
  if (workspace_.suite().outbox)
    sender_ = std::make_unique<OutboxSender>(workspace_.tasks(), workspace_.suite(),
                                             [this](const OutboxSender::Sent& sent) { onSent(sent); });
}

MainFrame::~MainFrame() {
  workspace_.forgetListeners();
  workspace_.recount = {};
}

void MainFrame::layOut() {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(heading_.sizer(), 0, wxEXPAND);
  sizer->Add(inner_, 1, wxEXPAND);
  middle_->SetSizer(sizer);
  // The reason below the title is wrapped to the available width.
  middle_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (heading_.hasReason()) CallAfter([this] { updateHeading(); });
  });
  inner_->SetMinimumPaneSize(FromDIP(120));
  inner_->SetSashGravity(1.0);
  inner_->Initialize(book_);
  outer_->SetMinimumPaneSize(FromDIP(150));
  outer_->Initialize(middle_);
  navigator_.make = [this] { return makeNavigator(); };
  strip_.make = [this] { return makeTaskStrip(); };
}

void MainFrame::listen() {
  task_.runningChanged = [this](bool running) { strip_->show(running); };
  status_.personClicked = [this] { person_.offerRecent(); };
  status_.deskClicked = [this] { person_.chooseDesk(); };
  opener_.stayed = [this] {
    // The navigator then marks the section that stayed open.
    CallAfter([this] {
      if (navigator_.made() != nullptr) navigator_->reload();
    });
  };
  SetDropTarget(new FileDrop(*this, [this](const std::vector<std::string>& files) { files_.open(files); }));
  workspace_.recount = [this] {
    counter_.invalidate();
    if (outer_->IsSplit()) counter_.count();
  };
  workspace_.listen([this](Workspace::Event event) { onWorkspace(event); });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) { onClose(event); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { arrange(); });
  });
}

FrameMenus::Targets MainFrame::menuTargets() {
  return {views_,
          files_,
          backups_,
          sending_,
          help_,
          person_,
          undo_,
          [this] {
            if (view() == FrameView::units) return views_.units()->focusSearch();
            if (!outer_->IsSplit()) views_.show(FrameView::form);
            navigator_->focusSearch();
          },
          [this] {
            if (commitEditors() && entry_.mayLeave()) restart_();
          },
          [this] {
            if (!commitEditors() || !entry_.mayLeave()) return;
            auto& language = workspace_.settings.language;
            language = language == Language::vi ? Language::en : Language::vi;
            workspace_.saveSettings();
            restart_();
          }};
}

NavigatorView* MainFrame::makeNavigator() {
  auto* navigator = new NavigatorView(outer_, workspace_);
  navigator->open = [this](const SectionKey& key, const Place& place) { opener_.open(key, place); };
  navigator->reload();
  return navigator;
}

TaskStrip* MainFrame::makeTaskStrip() {
  auto* strip = new TaskStrip(middle_, task_, workspace_.words());
  middle_->GetSizer()->Add(strip, wxSizerFlags().Expand());
  return strip;
}

// In a narrow window the side pane moves below the form. Board, report, overview and units use the full
// width.
void MainFrame::arrange() {
  const bool section = view() == FrameView::form || view() == FrameView::table;
  if (!section) {
    if (inner_->IsSplit()) inner_->Unsplit(side_.notebook());
    if (outer_->IsSplit()) outer_->Unsplit(navigator_.get());
    return;
  }
  if (!outer_->IsSplit()) {
    navigator_->Show();
    outer_->SplitVertically(navigator_.get(), middle_, scaled(*this, 230));
    counter_.count();  // the navigator shows the counts
  }
  const bool wide = GetClientSize().GetWidth() >= FromDIP(1180);
  const auto wanted = wide ? wxSPLIT_VERTICAL : wxSPLIT_HORIZONTAL;
  if (inner_->IsSplit() && inner_->GetSplitMode() == wanted) return;
  if (inner_->IsSplit()) inner_->Unsplit(side_.notebook());
  side_.notebook()->Show();
  if (wide)
    inner_->SplitVertically(book_, side_.notebook(), -FromDIP(340));
  else
    inner_->SplitHorizontally(book_, side_.notebook(), -scaled(*this, 210));
}

bool MainFrame::commitEditors() { return side_.commit() && views_.commit(); }

void MainFrame::onWorkspace(Workspace::Event event) {
  switch (event) {
    case Workspace::Event::opened:
      break;
    case Workspace::Event::entries:
      if (navigator_.made() != nullptr) navigator_->reload();
      views_.entriesChanged();
      updateStatus();
      break;
    case Workspace::Event::section:
      views_.sectionChanged();
      side_.reload();
      updateHeading();
      updateStatus();
      break;
    case Workspace::Event::edited:
      views_.sectionEdited();
      side_.reload();
      if (navigator_.made() != nullptr) navigator_->reload();
      updateHeading();
      if (workspace_.suite().outbox)
        updateStatus();
      else
        menus_.updateTools();  // the section may have been begun
      if (!workspace_.form()->editing().entering()) status_.showSavedNow();
      break;
  }
}

// Edits for a shared store are sent while the user continues typing. Changes of others are shown when an edit could not
// be applied.
void MainFrame::onSent(const OutboxSender::Sent& sent) {
  for (const auto& error : sent.reports) notices_.showError(error);
  if (!sent.reports.empty() && sent.reached) opener_.refresh();
  auto* form = workspace_.form();
  if (sent.header && form != nullptr && form->editing().key() == sent.header->key && !form->editing().entering() &&
      workspace_.suite().outbox->empty()) {
    form->editing().setHeader(*sent.header);
    updateHeading();
  }
  updateStatus();
}

void MainFrame::onClose(wxCloseEvent& event) {
  // What is being typed is saved. If an editor refuses it, the window stays open, unless the system forces it to close.
  if (event.CanVeto() && (!commitEditors() || !entry_.mayLeave())) return event.Veto();
  if (!event.CanVeto()) static_cast<void>(commitEditors());
  position_.save();
  auto& settings = workspace_.settings;
  settings.maximised = IsMaximized();
  if (!IsMaximized()) {
    settings.width = GetSize().GetWidth();
    settings.height = GetSize().GetHeight();
  }
  workspace_.saveSettings();
  event.Skip();
}

// What the section may be used for depends on the desk, and so do the buttons of the views.
void MainFrame::deskChanged() {
  // What was entered at the other desk is given up, which the user has confirmed.
  if (const auto* form = workspace_.form(); form != nullptr && form->editing().entering()) workspace_.closeSection();
  updateStatus();
  opener_.refresh();
  views_.deskChanged();
}

void MainFrame::updateHeading() {
  side_.updateCounts();
  heading_.update(view());
  entry_.update(view());
}

void MainFrame::updateStatus() {
  status_.update(!sender_ || sender_->reached());
  menus_.updateTools();
  SetTitle(wx(workspace_.unit().name + " · " + workspace_.period().name + " · CCHC Suite"));
}

}  // namespace cchc::shell

// The main window: menus, toolbar, navigator, the view in the middle, findings and text next to it, status bar. The
// frame lays out its parts and connects them; each part has its own file.
#pragma once
#include <wx/frame.h>
#include <wx/simplebook.h>
#include <wx/splitter.h>

#include <functional>
#include <memory>
#include <string>

#include "core/app/send/outbox_sender.h"
#include "core/base/threads/task.h"
#include "core/shell/commands/backup_commands.h"
#include "core/shell/commands/file_commands.h"
#include "core/shell/commands/frame_menus.h"
#include "core/shell/commands/help_commands.h"
#include "core/shell/commands/person_commands.h"
#include "core/shell/commands/sending_commands.h"
#include "core/shell/commands/undo_commands.h"
#include "core/shell/frame/finding_counter.h"
#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/frame/on_demand.h"
#include "core/shell/frame/position_memory.h"
#include "core/shell/frame/section_heading.h"
#include "core/shell/frame/section_opener.h"
#include "core/shell/frame/side_pane.h"
#include "core/shell/frame/status_line.h"
#include "core/shell/frame/task_strip.h"
#include "core/shell/frame/view_switcher.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/office/office_entry_band.h"
#include "core/shell/section/navigator_view.h"

namespace cchc::shell {

class MainFrame final : public wxFrame {
 public:
  // The workspace must be open. `restart` is called when the language, the store or the user's unit changes; the caller
  // then replaces the frame.
  MainFrame(Workspace& workspace, std::function<void()> restart);
  ~MainFrame() override;

  using View = FrameView;
  void showView(View view) { views_.show(view); }
  View view() const { return views_.view(); }
  // Shows a section once it has been read, at a place if one is given (SectionOpener::open).
  void openSection(const SectionKey& key, const Place& place) { opener_.open(key, place); }
  bool reading() const { return opener_.reading(); }

  FileCommands& files() { return files_; }
  SendingCommands& sending() { return sending_; }
  HelpCommands& help() { return help_; }
  PersonCommands& person() { return person_; }
  NoticeBar& notices() { return notices_; }

  // Each view is created when it is first asked for.
  FormView* form() { return views_.form(); }
  TableView* table() { return views_.table(); }
  BoardView* board() { return views_.board(); }
  ReportView* report() { return views_.report(); }
  OverviewView* overview() { return views_.overview(); }
  UnitsView* units() { return views_.units(); }
  OfficeEntryBand& entry() { return entry_; }
  NavigatorView* navigator() { return navigator_.get(); }
  SidePane& side() { return side_; }
  FindingsView* findings() { return side_.findings(); }
  TextView* text() { return side_.text(); }
  Task& task() { return task_; }  // the one whose progress the window shows

 private:
  void layOut();
  void listen();
  NavigatorView* makeNavigator();
  TaskStrip* makeTaskStrip();
  FrameMenus::Targets menuTargets();
  void arrange();  // arranges the panes for the current view and the width of the window
  bool commitEditors();
  void onWorkspace(Workspace::Event event);
  void deskChanged();
  void onSent(const OutboxSender::Sent& sent);
  void onClose(wxCloseEvent& event);
  void updateHeading();
  void updateStatus();

  // In the order in which they are constructed.
  Workspace& workspace_;
  std::function<void()> restart_;
  Task task_;
  wxSplitterWindow* outer_;  // navigator | middle
  wxPanel* middle_;
  NoticeBar notices_;
  StatusLine status_;
  FrameContext context_;
  SectionHeading heading_;
  wxSplitterWindow* inner_;  // book | side pane, or one above the other
  wxSimplebook* book_;
  OfficeEntryBand entry_;
  OnDemand<NavigatorView> navigator_;
  OnDemand<TaskStrip> strip_;
  ViewSwitcher views_;
  SectionOpener opener_;
  SidePane side_;
  FindingCounter counter_;
  PositionMemory position_;
  FileCommands files_;
  BackupCommands backups_;
  SendingCommands sending_;
  HelpCommands help_;
  PersonCommands person_;
  UndoCommands undo_;
  FrameMenus menus_;
  std::unique_ptr<OutboxSender> sender_;  // for a shared store
};

}  // namespace cchc::shell

// The menus and the toolbar of the main window: which commands there are, when each is available, and what undo would
// undo.
#pragma once
#include <functional>
#include <string>

#include "core/shell/commands/backup_commands.h"
#include "core/shell/commands/command_table.h"
#include "core/shell/commands/file_commands.h"
#include "core/shell/commands/help_commands.h"
#include "core/shell/commands/person_commands.h"
#include "core/shell/commands/sending_commands.h"
#include "core/shell/commands/undo_commands.h"
#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/view_switcher.h"

namespace cchc::shell {

class FrameMenus {
 public:
  // What the commands act on.
  struct Targets {
    ViewSwitcher& views;
    FileCommands& files;
    BackupCommands& backups;
    SendingCommands& sending;
    HelpCommands& help;
    PersonCommands& person;
    UndoCommands& undo;
    std::function<void()> find;         // moves the focus to the search box
    std::function<void()> changeStore;  // opens the start dialog
    std::function<void()> switchLanguage;
  };
  FrameMenus(const FrameContext& context, Targets targets);
  FrameMenus(const FrameMenus&) = delete;
  FrameMenus& operator=(const FrameMenus&) = delete;

  // Puts the menu bar and the toolbar into the window, and handles their events.
  void create();
  // Call this after the desk, the open section or its state has changed.
  void updateTools() { table_.updateTools(); }

 private:
  void makeMenuBar();
  wxMenu* makeFileMenu();
  wxMenu* makeEditMenu();
  wxMenu* makeSectionMenu();
  wxMenu* makeTableMenu();
  wxMenu* makeReportMenu();
  wxMenu* makeViewMenu();
  wxMenu* makeHelpMenu();
  void makeToolbar();
  // Adds a command whose label is the text of `code`.
  wxMenuItem* add(wxMenu& menu, const char* code, CommandTable::Action action, CommandTable::Condition possible = {});
  void nameUndoItems();

  void chooseAndReceive();
  void consolidate();
  void goToNextProblem();
  // Conditions of commands: a section is open; the desk may give the command, to the open section or at all.
  CommandTable::Condition anySection() const;
  CommandTable::Condition onSection(DeskCommand command) const;
  CommandTable::Condition atDesk(DeskCommand command) const;

  const FrameContext& context_;
  Targets targets_;
  CommandTable table_;
  wxMenuItem *undoItem_ = nullptr, *redoItem_ = nullptr;
};

}  // namespace cchc::shell

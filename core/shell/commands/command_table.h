// The commands of menus and toolbar: what each does, and when it is available.
#pragma once
#include <wx/event.h>
#include <wx/menu.h>
#include <wx/toolbar.h>

#include <functional>
#include <map>
#include <string>

#include "core/shell/widgets/icons.h"

namespace cchc::shell {

class CommandTable {
 public:
  using Action = std::function<void()>;
  // Why the command is not possible now, for people; "": it is possible. An empty function: always.
  using Condition = std::function<std::string()>;

  // `prepare` is called on the window's thread before each command; `refused` with the reason when a command that is
  // not possible is given by its shortcut.
  CommandTable(wxEvtHandler& window, Action prepare, std::function<void(const std::string&)> refused);
  CommandTable(const CommandTable&) = delete;
  CommandTable& operator=(const CommandTable&) = delete;

  wxMenuItem* addItem(wxMenu& menu, const std::string& label, Action action, Condition possible = {});
  void addTool(wxToolBar& bar, const std::string& label, Icon picture, Action action, Condition possible = {});

  // Runs a command after the current event, since a dialog opened during the click of a screen reader would block it.
  // Returns false if the id does not belong to a command.
  bool run(int id);
  // Disables the items that are not possible now; each has the reason as its tip and help text. Used only while a menu
  // is open, since a disabled item also loses its shortcut.
  void disableImpossible();
  void enableAll();
  // Likewise for the tools, which have no shortcuts.
  void updateTools();

 private:
  struct Command {
    Action action;
    Condition possible;
    wxMenuItem* item = nullptr;  // nullptr for a tool
    std::string reason = {};     // of a tool: the one that is shown
  };

  wxEvtHandler& window_;
  Action prepare_;
  std::function<void(const std::string&)> refused_;
  wxToolBar* bar_ = nullptr;
  std::map<int, Command> commands_;  // by id
};

}  // namespace cchc::shell

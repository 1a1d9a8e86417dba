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
  using Condition = std::function<bool()>;  // empty: always

  // `prepare` is called on the window's thread before each command.
  CommandTable(wxEvtHandler& window, Action prepare);
  CommandTable(const CommandTable&) = delete;
  CommandTable& operator=(const CommandTable&) = delete;

  wxMenuItem* addItem(wxMenu& menu, const std::string& label, Action action, Condition possible = {});
  void addTool(wxToolBar& bar, const std::string& label, Icon picture, Action action);

  // Runs a command after the current event, since a dialog opened during the click of a screen reader would block it.
  // Returns false if the id does not belong to a command.
  bool run(int id);
  // Disables the items that are not available now. Used only while a menu is open, since a disabled item also loses its
  // shortcut.
  void disableImpossible();
  void enableAll();

 private:
  struct Command {
    Action action;
    Condition possible;
    wxMenuItem* item = nullptr;  // nullptr for a tool
  };

  wxEvtHandler& window_;
  Action prepare_;
  std::map<int, Command> commands_;  // by id
};

}  // namespace cchc::shell

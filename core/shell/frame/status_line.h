// The status bar: when the last edit was saved, the last note, the current user, the desk, and where the data are.
#pragma once
#include <wx/frame.h>

#include <functional>
#include <string>

#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class StatusLine {
 public:
  StatusLine(wxFrame& window, Workspace& workspace) : window_(window), workspace_(workspace) {}
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;

  // Adds the bar to the window. Before this, the functions below do nothing.
  void create();
  std::function<void()> personClicked, deskClicked;  // called after the click event is over

  void showNote(const std::string& note);  // its first line
  void showSavedNow();                     // an edit was saved just now
  // Shows the user, the desk, the store and the days left. `reached`: whether the last attempt reached the shared
  // store.
  void update(bool reached);

 private:
  void showSaved();

  wxFrame& window_;
  Workspace& workspace_;
  std::string savedAt_;  // "14:05"; empty until an edit has been saved
};

}  // namespace cchc::shell

// Remembers the current view, section and field in the settings, and goes back there on the next start.
#pragma once
#include <wx/timer.h>

#include "core/shell/frame/section_opener.h"
#include "core/shell/frame/view_switcher.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class PositionMemory {
 public:
  PositionMemory(Workspace& workspace, ViewSwitcher& views, SectionOpener& opener);
  PositionMemory(const PositionMemory&) = delete;
  PositionMemory& operator=(const PositionMemory&) = delete;

  // Goes back to the position at which the window was closed or killed. From then on the position is saved every second
  // if it has changed.
  void restore();
  void save();

 private:
  Workspace& workspace_;
  ViewSwitcher& views_;
  SectionOpener& opener_;
  wxTimer timer_;
};

}  // namespace cchc::shell

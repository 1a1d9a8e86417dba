// Remembers in the settings which view, section and field the person works at, and goes back there on the next start.
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

  // Goes back to where the person was when the window closed or was killed. From then on the position is saved every
  // second, if it changed.
  void restore();
  void save();

 private:
  Workspace& workspace_;
  ViewSwitcher& views_;
  SectionOpener& opener_;
  wxTimer timer_;
};

}  // namespace cchc::shell

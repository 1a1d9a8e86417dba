// Commands of the menu of help: pages of help, plugins, the log for support, and what the program is.
#pragma once
#include <string>

#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/frame/side_pane.h"
#include "core/shell/frame/view_switcher.h"

namespace cchc::shell {

class HelpCommands {
 public:
  HelpCommands(const FrameContext& context, ViewSwitcher& views, SidePane& side)
      : context_(context), views_(views), side_(side) {}

  // Shows the page on the view that is in front, or on the part of the side pane that has the focus.
  void showHelp();
  void showShortcuts();
  void showPlugins();
  // Shows in the notice bar which plugins were quarantined, if any was.
  void showQuarantined();
  // Asks for a file and writes there what was done and what went wrong, without any reported figure.
  void saveLog();
  void showAbout();
  HelpWindow* window() { return window_; }  // nullptr until a page was shown

 private:
  void showPage(const std::string& html);

  const FrameContext& context_;
  ViewSwitcher& views_;
  SidePane& side_;
  HelpWindow* window_ = nullptr;
};

}  // namespace cchc::shell

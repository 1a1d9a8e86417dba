// Commands of the Help menu: help pages, plugins, the log for support, and the About box.
#pragma once
#include <filesystem>
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

  // Shows the page about the current view, or about the part of the side pane that has the focus.
  void showHelp();
  void showShortcuts();
  void showPlugins();
  // Asks for a definition file, and shows its form with sample values.
  void previewForm();
  void previewForm(const std::filesystem::path& file);
  // Shows in the notice bar which plugins were quarantined, if any.
  void showQuarantined();
  // Asks for a file and writes the log there, which contains no reported figures.
  void saveLog();
  void showAbout();
  HelpWindow* window() { return window_; }  // nullptr until a page has been shown

 private:
  void showPage(const std::string& html);

  const FrameContext& context_;
  ViewSwitcher& views_;
  SidePane& side_;
  HelpWindow* window_ = nullptr;
};

}  // namespace cchc::shell

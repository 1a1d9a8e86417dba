// The bar above the form for errors and messages that stay until they are closed. It is created for the first message.
#pragma once
#include <wx/infobar.h>
#include <wx/window.h>

#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/shell/frame/on_demand.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class NoticeBar {
 public:
  // The bar becomes the first item of the panel's sizer, which must be set before the first message is shown.
  NoticeBar(wxWindow& panel, Workspace& workspace);
  NoticeBar(const NoticeBar&) = delete;
  NoticeBar& operator=(const NoticeBar&) = delete;

  // Shows what is wrong and how to correct it, and writes the error to the log.
  void showError(const Error& error);
  void showInformation(const std::string& text);
  // Shows a message with one button, for the possible next action. `action` is called after the click event.
  void showWithButton(const std::string& text, const std::string& button, std::function<void()> action);
  void dismiss();  // does nothing while no message is shown
  wxInfoBar* bar() { return bar_.get(); }

 private:
  std::string nameOf(const std::string& place) const;
  void removeActionButton();

  wxWindow& panel_;
  Workspace& workspace_;
  OnDemand<wxInfoBar> bar_;
  std::function<void()> action_;  // empty while there is no action button
};

}  // namespace cchc::shell

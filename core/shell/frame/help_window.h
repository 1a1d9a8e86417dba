// Pages of help in a window of their own beside the main window; in a dialogue, in another dialogue that F1 opens.
#pragma once
#include <wx/dialog.h>
#include <wx/frame.h>
#include <wx/html/htmlwin.h>

#include <string>

#include "core/presentation/window/help.h"

namespace cchc::shell {

class HelpWindow final : public wxFrame {
 public:
  HelpWindow(wxWindow* parent, presentation::Words words);
  void show(const std::string& html);  // the body of a page; brings the window to the front
  std::string text() const;            // of the page, without its tags

 private:
  wxHtmlWindow* page_ = nullptr;
};

// Shows this page when F1 is pressed in the dialogue, wherever the focus is.
void helpOnF1(wxDialog& dialog, presentation::HelpTopic topic, presentation::Words words);

}  // namespace cchc::shell

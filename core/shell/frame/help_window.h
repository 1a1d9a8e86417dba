// Help pages in a window separate from the main window. In a dialog, F1 opens another dialog with the page.
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
  std::string text() const;            // of the page, without tags

 private:
  wxHtmlWindow* page_ = nullptr;
};

// Makes F1 show this page anywhere in the dialog.
void helpOnF1(wxDialog& dialog, presentation::HelpTopic topic, presentation::Words words);

}  // namespace cchc::shell

// Pages of help beside the window, resizable and not in the way; in a dialogue, as a dialogue of its own that F1 opens.
#pragma once
#include <wx/dialog.h>
#include <wx/frame.h>
#include <wx/html/htmlwin.h>

#include "core/presentation/window/help.h"

namespace cchc::shell {

class HelpWindow final : public wxFrame {
 public:
  HelpWindow(wxWindow* parent, presentation::Words words);
  void show(const std::string& html);
  std::string text() const;  // of the page, without its marks

 private:
  wxHtmlWindow* page_ = nullptr;
};

// F1 in a dialogue, wherever the focus is.
void helpOnF1(wxDialog& dialog, presentation::HelpTopic topic, presentation::Words words);

}  // namespace cchc::shell

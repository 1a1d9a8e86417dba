#include "core/shell/frame/help_window.h"

#include <wx/button.h>
#include <wx/settings.h>
#include <wx/sizer.h>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {
namespace {

// The complete page, in the desktop's own colours.
std::string page(const std::string& html) {
  const auto colour = [](wxSystemColour which) {
    return utf8(wxSystemSettings::GetColour(which).GetAsString(wxC2S_HTML_SYNTAX));
  };
  return "<html><body bgcolor=\"" + colour(wxSYS_COLOUR_WINDOW) + "\" text=\"" + colour(wxSYS_COLOUR_WINDOWTEXT) +
         "\">" + html + "</body></html>";
}

wxHtmlWindow* makePage(wxWindow* parent, presentation::Words words) {
  auto* made = new wxHtmlWindow(parent);
  made->SetStandardFonts(parent->GetFont().GetPointSize(), parent->GetFont().GetFaceName());
  made->SetBorders(parent->FromDIP(12));
  setAccessibleName(*made, words("help-window.title"));
  return made;
}

}  // namespace

HelpWindow::HelpWindow(wxWindow* parent, presentation::Words words)
    : wxFrame(parent, wxID_ANY, wx(words("help-window.title")), wxDefaultPosition, scaledWithin(*parent, 520, 440),
              wxDEFAULT_FRAME_STYLE | wxFRAME_FLOAT_ON_PARENT | wxFRAME_NO_TASKBAR) {
  page_ = makePage(this, words);
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE) return static_cast<void>(Close());
    event.Skip();
  });
  // Closing hides the window, so that the next page appears with the same position and size.
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (!event.CanVeto()) return event.Skip();
    event.Veto();
    Hide();
    GetParent()->Raise();  // back to the work
  });
}

void HelpWindow::show(const std::string& html) {
  page_->SetPage(wx(page(html)));
  Show();
  Raise();
}

std::string HelpWindow::text() const { return utf8(page_->ToText()); }

void helpOnF1(wxDialog& dialog, presentation::HelpTopic topic, presentation::Words words) {
  dialog.Bind(wxEVT_CHAR_HOOK, [&dialog, topic, words](wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_F1) return event.Skip();
    wxDialog help(&dialog, wxID_ANY, wx(words("help-window.title")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    auto* text = makePage(&help, words);
    text->SetPage(wx(page(presentation::helpHtml(topic, words))));
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(text, 1, wxEXPAND);
    sizer->Add(new wxButton(&help, wxID_CANCEL, wx(words("common.close"))), 0, wxALIGN_RIGHT | wxALL, help.FromDIP(8));
    help.SetSizer(sizer);
    help.SetClientSize(scaledWithin(help, 520, 400));
    help.CentreOnParent();
    help.ShowModal();
  });
}

}  // namespace cchc::shell

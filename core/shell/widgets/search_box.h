// A box to search in: a text field with a magnifier, and a cross that empties it; Escape empties it too. wxSearchCtrl
// has both, and GTK's reads the whole theme of icons for them: 5 ms of every start.
#pragma once
#include <wx/textctrl.h>

#include <string>

namespace cchc::shell {

// `hint` stands in it while it is empty; `name` is what a screen reader says. Who hears wxEVT_TEXT lets it go on
// (Skip): the cross comes and goes with it.
wxTextCtrl* makeSearchBox(wxWindow* parent, const std::string& hint, const std::string& name,
                          const wxSize& size = wxDefaultSize);
// Empties it, and nobody hears of it.
void emptySearchBox(wxTextCtrl& box);

}  // namespace cchc::shell

// A search box: a text field with a magnifier, and a cross that empties it, as Escape does. wxSearchCtrl is not used
// because on GTK it reads the whole icon theme, which takes 5 ms of every start.
#pragma once
#include <wx/textctrl.h>

#include <string>

namespace cchc::shell {

// `hint` is shown while the box is empty; `name` is for screen readers. A handler of wxEVT_TEXT must Skip the event,
// since that event also shows and hides the cross.
wxTextCtrl* makeSearchBox(wxWindow* parent, const std::string& hint, const std::string& name,
                          const wxSize& size = wxDefaultSize);
// Empties the box without sending an event.
void emptySearchBox(wxTextCtrl& box);

}  // namespace cchc::shell

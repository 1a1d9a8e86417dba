// The line of a dialog that says what the dialog is doing, or what is wrong.
#pragma once
#include <wx/stattext.h>

#include <string>

namespace cchc::shell {

// Shows a text in this line, in the colour of errors if `wrong`. It is wrapped to the width of the line's dialog, which
// is laid out again.
void showStatusText(wxStaticText& line, const std::string& text, bool wrong);

}  // namespace cchc::shell

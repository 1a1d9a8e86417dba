// Whether a button is available, with the reason if it is not.
#pragma once
#include <wx/window.h>

#include <string>

namespace cchc::shell {

// Enables the button if `reason` is empty. Otherwise disables it, with the reason as its tip, which screen readers read
// out too.
void setAvailable(wxWindow& button, const std::string& reason);

}  // namespace cchc::shell

// Sets the name that a screen reader reads out for a control.
#pragma once
#include <wx/window.h>

#include <string>

namespace cchc::shell {

void setAccessibleName(wxWindow& control, const std::string& name);

}  // namespace cchc::shell

// The name that a screen reader tells of a control.
#pragma once
#include <wx/window.h>

#include <string>

namespace cchc::shell {

void setAccessibleName(wxWindow& control, const std::string& name);

}  // namespace cchc::shell

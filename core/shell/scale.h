// Sizes that grow with the font, as the desktop's text scale asks (125 % on GTK changes the font alone), and with the screen's scale.
#pragma once
#include <wx/window.h>

#include <algorithm>

namespace cchc::shell {

inline int scaled(const wxWindow& window, int units) { return std::max(window.FromDIP(units), units * window.GetCharHeight() / 17); }

}  // namespace cchc::shell

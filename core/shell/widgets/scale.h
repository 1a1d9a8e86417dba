// Sizes that grow with the screen's scale and with the font, since GTK's text scale (125 %) changes only the font.
#pragma once
#include <wx/display.h>
#include <wx/window.h>

#include <algorithm>

namespace cchc::shell {

// `units`: pixels at 100 % and the usual font.
inline int scaled(const wxWindow& window, int units) {
  return std::max(window.FromDIP(units), units * window.GetCharHeight() / 17);
}

// The size of a dialog: scaled, and no larger than the screen.
inline wxSize scaledWithin(const wxWindow& window, int width, int height) {
  const auto screen = wxDisplay(&window).GetClientArea().GetSize();
  return {std::min(scaled(window, width), screen.GetWidth() * 19 / 20),
          std::min(scaled(window, height), screen.GetHeight() * 9 / 10)};
}

}  // namespace cchc::shell

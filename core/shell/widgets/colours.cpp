#include "core/shell/widgets/colours.h"

#include <wx/settings.h>

#include <array>

namespace cchc::shell::colours {
namespace {

wxColour between(const wxColour& a, const wxColour& b, int percentOfB) {
  const auto mix = [&](int x, int y) {
    return static_cast<unsigned char>((x * (100 - percentOfB) + y * percentOfB) / 100);
  };
  return {mix(a.Red(), b.Red()), mix(a.Green(), b.Green()), mix(a.Blue(), b.Blue())};
}
wxColour window() { return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW); }
wxColour ink() { return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT); }
bool dark() { return wxSystemSettings::GetAppearance().IsUsingDarkBackground(); }

}  // namespace

wxColour quiet() { return between(ink(), window(), 35); }
wxColour rule() { return between(window(), ink(), 15); }
wxColour band() { return between(window(), wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), 14); }

wxColour of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return dark() ? wxColour(255, 120, 110) : wxColour(178, 24, 24);
    case Severity::warning:
      return dark() ? wxColour(255, 190, 90) : wxColour(156, 92, 0);
    case Severity::information:
      return dark() ? wxColour(130, 180, 255) : wxColour(20, 80, 160);
  }
  return ink();
}

wxColour notice() { return between(window(), wxColour(255, 200, 0), dark() ? 25 : 35); }

wxColour series(std::size_t n) {
  static const std::array<wxColour, 6> palette = {wxColour(0, 114, 178),  wxColour(230, 159, 0),
                                                  wxColour(0, 158, 115),  wxColour(204, 121, 167),
                                                  wxColour(86, 180, 233), wxColour(213, 94, 0)};
  return palette[n % palette.size()];
}

}  // namespace cchc::shell::colours

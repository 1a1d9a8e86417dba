#include "core/shell/widgets/icons.h"

#include <wx/settings.h>

#include <string>

namespace cchc::shell {
namespace {

// The strokes as SVG, on a 20 by 20 grid.
const char* strokes(Icon icon) {
  switch (icon) {
    case Icon::form:
      return "<rect x='3' y='3' width='14' height='14' rx='1.5'/><path d='M6 7h3M6 10h3M6 13h3'/><path d='M11 7h3M11 "
             "10h3M11 13h3' stroke-width='2.4'/>";
    case Icon::board:
      return "<rect x='2.5' y='3.5' width='15' height='13' rx='1.5'/><path d='M2.5 7.5h15M2.5 12h15M8 3.5v13'/>";
    case Icon::report:
      return "<path d='M5 2.5h7l3.5 3.5v11.5h-10.5z'/><path d='M12 2.5v3.5h3.5M7.5 10h5.5M7.5 13h5.5'/>";
    case Icon::overview:
      return "<path d='M3 17h14'/><path d='M5.5 14.5v-5M10 14.5v-10M14.5 14.5v-7' stroke-width='2.6'/>";
    case Icon::import:
      return "<path d='M10 3v8.5M6.5 8.5l3.5 3.5 3.5-3.5'/><path d='M3.5 13v3.5h13v-3.5'/>";
    case Icon::problem:
      return "<path d='M10 3l7.5 13.5h-15z'/><path d='M10 8v4.2M10 14.2v.6' stroke-width='1.8'/>";
    case Icon::submit:
      return "<path d='M2.5 9.5l15-6.5-5 14.5-3.5-6z'/><path d='M9 11.500l8.500-8.500'/>";
    case Icon::receive:
      return "<path d='M3 11l2.500-7.500h9l2.500 7.500v5.500h-14z'/><path d='M3 11h4.500l1 2h3l1-2h4.500'/>";
    case Icon::remind:
      return "<path d='M10 2.500c-3.300 0-5 2.300-5 5.500 0 3.500-1.500 5-1.500 6h13c0-1-1.500-2.500-1.500-6 "
             "0-3.200-1.700-5.500-5-5.500z'/><path d='M8.300 16.500a1.800 1.800 0 0 0 3.400 0'/>";
    case Icon::consolidate:
      return "<path d='M3 4h5.500l3 6-3 6h-5.500M11.500 10h5.500M14.500 7.500l2.500 2.500-2.500 2.500'/>";
    case Icon::search:
      return "<circle cx='8.5' cy='8.5' r='5.5'/><path d='M12.500 12.500l5 5' stroke-width='2'/>";
    case Icon::clear:
      return "<path d='M5 5l10 10M15 5l-10 10' stroke-width='2'/>";
  }
  return "";
}

}  // namespace

wxBitmapBundle icon(Icon icon) {
  const auto colour =
      std::string(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNTEXT).GetAsString(wxC2S_HTML_SYNTAX).utf8_str());
  const auto svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20' viewBox='0 0 20 20' fill='none' stroke='" +
      colour + "' stroke-width='1.4' stroke-linejoin='round' stroke-linecap='round'>" + strokes(icon) + "</svg>";
  return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(20, 20));
}

}  // namespace cchc::shell

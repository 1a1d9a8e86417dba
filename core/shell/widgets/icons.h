// The pictures of the toolbar and of search boxes. They are drawn as SVG in the system's text colour, so that they are
// sharp at any scale and suit a dark theme.
#pragma once
#include <wx/bmpbndl.h>

namespace cchc::shell {

enum class Icon : unsigned char {
  form,
  board,
  report,
  overview,
  import,
  problem,
  submit,
  receive,
  remind,
  consolidate,
  search,
  clear
};
wxBitmapBundle icon(Icon icon);

}  // namespace cchc::shell

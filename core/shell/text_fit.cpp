#include "core/shell/text_fit.h"

#include <wx/control.h>

#include "core/shell/convert.h"

namespace cchc::shell {

int TextFit::width(wxDC& dc, const std::string& text) {
  if (text.empty()) return 0;
  const auto known = widths_.find(text);
  if (known != widths_.end()) return known->second;
  constexpr std::size_t most = 20000;
  if (widths_.size() == most) widths_.clear();
  return widths_.emplace(text, dc.GetTextExtent(wx(text)).GetWidth()).first->second;
}

wxString TextFit::fit(wxDC& dc, const std::string& text, int room) {
  return width(dc, text) <= room ? wx(text) : wxControl::Ellipsize(wx(text), dc, wxELLIPSIZE_END, room);
}

}  // namespace cchc::shell

// Widths of texts, measured once: what a list paints is much the same from one time to the next, and measuring costs as much as drawing.
#pragma once
#include <wx/dc.h>

#include <string>
#include <unordered_map>

namespace cchc::shell {

class TextFit {
 public:
  // In the font of `dc`, which is the same until forget().
  int width(wxDC& dc, const std::string& text);
  // The text, or its beginning with "…" where it is wider than `room`.
  wxString fit(wxDC& dc, const std::string& text, int room);
  void forget() { widths_.clear(); }

 private:
  std::unordered_map<std::string, int> widths_;
};

}  // namespace cchc::shell

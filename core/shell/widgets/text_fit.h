// Caches the widths of texts, since measuring a text takes as long as drawing it, and a list paints mostly the same
// texts each time.
#pragma once
#include <wx/dc.h>
#include <wx/window.h>

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace cchc::shell {

class TextFit {
 public:
  // The width in pixels, in the font of the DC or window. The font must not change unless forget() is called.
  int width(const wxDC& dc, const std::string& text);
  int width(const wxWindow& window, const std::string& text);
  // The text, or its beginning with "…" if it is wider than `room` pixels.
  wxString fit(const wxDC& dc, const std::string& text, int room);
  wxString fit(const wxWindow& window, const std::string& text, int room);
  // The text on two lines, broken between two words. The second line is cut if it does not fit, and empty if one line
  // is enough.
  std::pair<wxString, wxString> onTwoLines(const wxDC& dc, const std::string& text, int room);
  void forget();  // call this when the font has changed

 private:
  using Measure = std::function<int(const wxString&)>;
  int width(const Measure& measure, const std::string& text);
  wxString fit(const Measure& measure, const std::string& text, int room);

  std::unordered_map<std::string, int> widths_;
  std::map<std::pair<int, std::string>, wxString> cut_;  // by room and text
};

}  // namespace cchc::shell

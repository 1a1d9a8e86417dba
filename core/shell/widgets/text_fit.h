// Widths of texts, measured once: what a list paints is much the same from one time to the next, and measuring costs as
// much as drawing.
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
  // In the font of what measures, which is the same until forget().
  int width(const wxDC& dc, const std::string& text);
  int width(const wxWindow& window, const std::string& text);
  // The text, or its beginning with "…" where it is wider than `room`.
  wxString fit(const wxDC& dc, const std::string& text, int room);
  wxString fit(const wxWindow& window, const std::string& text, int room);
  // On two lines, broken between two words; the second is cut where it does not fit. The second is empty where one line
  // does.
  std::pair<wxString, wxString> onTwoLines(const wxDC& dc, const std::string& text, int room);
  void forget();

 private:
  using Measure = std::function<int(const wxString&)>;
  int width(const Measure& measure, const std::string& text);
  wxString fit(const Measure& measure, const std::string& text, int room);

  std::unordered_map<std::string, int> widths_;
  std::map<std::pair<int, std::string>, wxString> cut_;  // by room
};

}  // namespace cchc::shell

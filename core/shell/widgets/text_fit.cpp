#include "core/shell/widgets/text_fit.h"

#include <algorithm>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {
namespace {

constexpr std::size_t most = 20000;  // texts that are cached at one time

template <class Canvas>
auto measureOn(const Canvas& canvas) {
  return [&canvas](const wxString& text) { return canvas.GetTextExtent(text).GetWidth(); };
}

}  // namespace

int TextFit::width(const Measure& measure, const std::string& text) {
  if (text.empty()) return 0;
  const auto known = widths_.find(text);
  if (known != widths_.end()) return known->second;
  if (widths_.size() == most) widths_.clear();
  return widths_.emplace(text, measure(wx(text))).first->second;
}

wxString TextFit::fit(const Measure& measure, const std::string& text, int room) {
  if (width(measure, text) <= room) return wx(text);
  const auto known = cut_.find({room, text});
  if (known != cut_.end()) return known->second;
  if (cut_.size() == most) cut_.clear();
  // The length is found by bisection; the toolkit's own function measures letter by letter.
  const auto whole = wx(text);
  const auto beginning = [&](std::size_t length) { return whole.Left(length).Trim() + wx("…"); };
  std::size_t fits = 0, wide = whole.length();
  while (wide - fits > 1) {
    const auto middle = (fits + wide) / 2;
    (measure(beginning(middle)) <= room ? fits : wide) = middle;
  }
  return cut_.emplace(std::pair(room, text), beginning(fits)).first->second;
}

int TextFit::width(const wxDC& dc, const std::string& text) { return width(Measure(measureOn(dc)), text); }
int TextFit::width(const wxWindow& window, const std::string& text) { return width(Measure(measureOn(window)), text); }
wxString TextFit::fit(const wxDC& dc, const std::string& text, int room) {
  return fit(Measure(measureOn(dc)), text, room);
}
wxString TextFit::fit(const wxWindow& window, const std::string& text, int room) {
  return fit(Measure(measureOn(window)), text, room);
}

std::pair<wxString, wxString> TextFit::onTwoLines(const wxDC& dc, const std::string& text, int room) {
  const int whole = width(dc, text);
  if (whole <= room) return {wx(text), wxString()};
  // The search starts near the expected length, since measuring is slow.
  const auto about = text.size() * static_cast<std::size_t>(std::max(0, room)) / static_cast<std::size_t>(whole);
  for (auto at = text.rfind(' ', about + about / 6); at != std::string::npos && at > 0; at = text.rfind(' ', at - 1)) {
    const auto first = text.substr(0, at);
    if (width(dc, first) <= room) return {wx(first), fit(dc, text.substr(at + 1), room)};
  }
  return {fit(dc, text, room), wxString()};
}

void TextFit::forget() {
  widths_.clear();
  cut_.clear();
}

}  // namespace cchc::shell

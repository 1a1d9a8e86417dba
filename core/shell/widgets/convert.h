// Converts between the core's UTF-8 and the strings of wxWidgets.
#pragma once
#include <wx/string.h>

#include <string>
#include <string_view>

namespace cchc::shell {

inline wxString wx(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }
inline std::string utf8(const wxString& text) {
  const auto bytes = text.utf8_str();
  return {bytes.data(), bytes.length()};
}

}  // namespace cchc::shell

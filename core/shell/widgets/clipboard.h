// The text of the clipboard.
#pragma once
#include <wx/clipbrd.h>

#include <optional>
#include <string>

#include "core/shell/widgets/convert.h"

namespace cchc::shell {

// nullopt: the clipboard has no text.
inline std::optional<std::string> clipboardText() {
  if (!wxTheClipboard->Open()) return std::nullopt;
  wxTextDataObject data;
  const bool hasText = wxTheClipboard->GetData(data);
  wxTheClipboard->Close();
  return hasText ? std::optional(utf8(data.GetText())) : std::nullopt;
}

}  // namespace cchc::shell

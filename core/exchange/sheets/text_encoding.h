// The encodings of the text files that offices send.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc {

// Converts the bytes of a text file to UTF-8 without a byte order mark. The input is UTF-8; UTF-16 in either byte
// order, recognised by its byte order mark or by the positions of zero bytes; Windows-1258, if the words are then
// spelled like Vietnamese; or a text of old fonts (old_text.h), whose letters are then the signs that other fonts show
// in their place. Errors:
//   values.encoding  the bytes are in none of these encodings
Result<std::string> toUtf8(std::string_view bytes, std::string_view file);

}  // namespace cchc

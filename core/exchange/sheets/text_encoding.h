// The encodings of the text files that offices send.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc {

// Converts the bytes of a text file to UTF-8 without a byte order mark. The input is UTF-8, or UTF-16 in either byte
// order; UTF-16 is recognised by its byte order mark, otherwise by the positions of zero bytes.
// Errors:
//   values.encoding  the bytes are in another encoding. Windows-1258, TCVN3 and similar encodings cannot be
//                    distinguished reliably, so they are not guessed.
Result<std::string> toUtf8(std::string_view bytes, std::string_view file);

}  // namespace cchc

// Whether a text says anything.
#pragma once
#include <string_view>

namespace cchc {

// True if the text has nothing but white space, in all forms that Unicode has (no-break, ideographic, zero-width), and
// control characters. A text that is not UTF-8 is not blank.
bool isBlankText(std::string_view text);

}  // namespace cchc

// Unicode text as the suite keeps it: UTF-8, NFC, no control characters but tab and newline.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc {

bool isUtf8(std::string_view text);
// True when already NFC; quick for what is written in precomposed Vietnamese.
bool isNfc(std::string_view text);
// Decomposed text composed; text that is not UTF-8, or holds a control character (C0 but tab, newline; DEL; C1),
// a noncharacter or a lone surrogate is refused: text.not-utf8, text.control-character with its code point.
// CR LF and CR become newline.
Result<std::string> normaliseText(std::string_view text);
// Same, and refuses a newline (text.newline) and tab: for one-line fields.
Result<std::string> normaliseLine(std::string_view text);
std::string_view trim(std::string_view text);
// Runs of white space become one space, none at the ends.
std::string foldSpace(std::string_view text);
// For search: lower case, marks dropped, đ as d.
std::string foldForSearch(std::string_view text);
// Number of code points.
std::size_t lengthOf(std::string_view text);
std::string lowerFirst(std::string_view text);
std::string upperFirst(std::string_view text);
std::string upperCase(std::string_view text);

}  // namespace cchc

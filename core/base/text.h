// Unicode text as the suite keeps it: UTF-8, NFC, no control characters except tab and newline.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc {

bool isUtf8(std::string_view text);
// True if the text is already NFC; fast for precomposed Vietnamese.
bool isNfc(std::string_view text);
// Composes decomposed text; CR LF and CR become a newline.
// Errors:
//   text.not-utf8            the text is not UTF-8, or contains a lone surrogate
//   text.control-character   it contains a control character (C0 except tab and newline, DEL, C1) or a noncharacter,
//                            named by its code point
Result<std::string> normaliseText(std::string_view text);
// The same for single-line fields.
// Errors: those of normaliseText, and
//   text.newline   the text contains a newline or a tab
Result<std::string> normaliseLine(std::string_view text);
bool isAscii(std::string_view text);
// CR LF and CR become a newline.
std::string withNewlines(std::string_view text);
std::string_view trim(std::string_view text);
// The text, for messages: cut after 60 bytes, between two characters, if it is longer.
std::string shortened(std::string_view text);
// Replaces each run of white space with one space, and removes it at both ends.
std::string foldSpace(std::string_view text);
// For searching: lower case without diacritics, with đ as d.
std::string foldForSearch(std::string_view text);
// For comparing the names of bodies: "UBND xã Mẫu" and "Ủy ban nhân dân  xã Mẫu" have the same key.
std::string bodyKey(std::string_view body);
// Number of code points.
std::size_t lengthOf(std::string_view text);
std::string lowerFirst(std::string_view text);
std::string upperFirst(std::string_view text);
std::string upperCase(std::string_view text);

// Calls `accepts` with each entry of a list that "|" separates, until it returns true. Returns whether it did.
template <class Accepts>
bool anyInList(std::string_view list, const Accepts& accepts) {
  for (std::size_t from = 0; from <= list.size();) {
    const auto to = std::min(list.find('|', from), list.size());
    if (accepts(list.substr(from, to - from))) return true;
    from = to + 1;
  }
  return false;
}

}  // namespace cchc

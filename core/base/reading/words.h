// What all readers do with characters and words, before and within their grammars.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc::reading {

// The text in NFC, trimmed, with each kind of space (U+00A0, U+2009, U+202F …) as a plain one; line ends and tabs
// inside it are kept. A reader works on nothing else. Errors, without a place:
//   text.not-utf8
//   text.control-character   also: an invisible character, such as a mark of writing direction (U+202E)
Result<std::string> prepared(std::string_view text);

// Errors, without a place:
//   text.control-character   the text has a mark that changes the direction of writing (U+202A to U+202E, U+2066 to
//                            U+2069): a person would read another text than the one that is stored
Status checkDirection(std::string_view text);

// Nothing but white space, or a dash that stands for "none": what a table means by leaving a cell empty. Text that is
// not UTF-8 is not blank.
bool isBlank(std::string_view text);

// Whether both are the same word, in any case. A word that is typed without any diacritics ("ty dong") is also taken
// for the one with diacritics, but "Cống" never for "Cộng". Both are NFC.
bool isWord(std::string_view given, std::string_view word);
// The same for several words with white space between them.
bool areWords(std::string_view given, std::string_view words);
// Removes these words and the white space after them from the beginning of the text, if it begins with them as whole
// words.
bool takeWords(std::string_view& text, std::string_view words);
// Removes the white space at the beginning of the text.
void skipSpace(std::string_view& text);
// Removes the first word and the white space after it from the text.
std::string_view takeWord(std::string_view& text);

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace cchc::reading

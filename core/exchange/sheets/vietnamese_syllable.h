// Whether a word is spelled like a Vietnamese syllable, to recognise the encoding of a text by what it says. It knows
// the spelling alone, no words. Private to this folder.
#pragma once
#include <cstddef>
#include <functional>
#include <string_view>

namespace cchc {

// The word is composed (NFC) and is written in lower case, in capitals, or with one capital at its start. Also the name
// of a letter or a word of ASCII letters is judged by the spelling: "cong" is a syllable, "tax" is none.
bool isVietnameseSyllable(std::string_view word);

// Calls `each` for every run of letters and letter-like signs of a text, with the position of its first byte. ASCII
// signs, digits, spaces and the marks of U+2000 to U+206F stand between words; the signs from U+00A1 on belong to
// words, since the fonts of old texts have letters in their place.
void forEachWord(std::string_view text, const std::function<void(std::string_view word, std::size_t at)>& each);

}  // namespace cchc

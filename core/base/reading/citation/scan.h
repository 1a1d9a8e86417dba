// Characters and words of citations, by their place in the text. Private to reading/.
#pragma once
#include <cstddef>
#include <string_view>

#include "core/base/reading/words.h"

namespace cchc::reading::scan {

inline bool digitAt(std::string_view text, std::size_t at) { return at < text.size() && isDigit(text[at]); }

// Each of these gives the length in bytes of what stands at `at`, and 0 if it does not stand there.
std::size_t space(std::string_view text, std::size_t at);  // also those that Word and the Web put between words
std::size_t dash(std::string_view text, std::size_t at);   // "-", "–", "—", a minus sign …
std::size_t letter(std::string_view text, std::size_t at);
std::size_t capital(std::string_view text, std::size_t at);
std::size_t ellipsis(std::string_view text, std::size_t at);  // "…", "...", "....."
// A word in any case, at whose end no letter and no digit follows. Text without any diacritics may leave them out.
std::size_t word(std::string_view text, std::size_t at, std::string_view word);
// The same with the case as given.
std::size_t exactWord(std::string_view text, std::size_t at, std::string_view word);

std::size_t skipSpaces(std::string_view text, std::size_t at);
std::size_t skipBlanks(std::string_view text, std::size_t at);  // spaces, but no line end
std::size_t skipDigits(std::string_view text, std::size_t at);
bool beginsWord(std::string_view text, std::size_t at);  // no letter and no digit before it

// Without spaces of any kind and the given marks at both ends.
std::string_view trimmed(std::string_view text, std::string_view marks = {});

}  // namespace cchc::reading::scan

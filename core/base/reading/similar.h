// Guesses which known word a misspelt one was meant to be.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// The known word that was probably meant: the rest of it is missing, or about one letter in three is wrong. "" if none
// is similar, or if the word is too short to decide.
std::string mostLike(std::string_view word, const std::vector<std::string>& known);
// The parameters {hint} and {hint_en}: "Có phải … không? ", or nothing if the suggestion is empty.
void addSuggestion(std::vector<Parameter>& parameters, const std::string& suggestion);
// The same for the known word that is most like `word`.
void addSimilar(std::vector<Parameter>& parameters, std::string_view word, const std::vector<std::string>& known);

}  // namespace cchc

// The word that stands before a figure: "trên 45", "ước 177".
#pragma once
#include <optional>
#include <string_view>

namespace cchc {

enum class Qualifier : unsigned char { exact, over, under, about, estimated, planned };
std::string_view qualifierName(Qualifier qualifier);  // "over", as in files
std::optional<Qualifier> qualifierOf(std::string_view name);
std::string_view qualifierWord(Qualifier qualifier);  // "trên", "dưới", "khoảng", "ước", "dự kiến"; "" for exact

namespace reading {

// Takes a word of quantity at the beginning of the text and removes it: also "hơn" (over), "gần" (under), "ước đạt"
// (estimated), in any case. nullopt, and the text as it was: no such word begins it. The text is NFC.
std::optional<Qualifier> takeQualifier(std::string_view& text);

}  // namespace reading
}  // namespace cchc

// Two texts compared word by word: what stayed, what went, what came.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc::presentation {

struct TextPart {
  enum class Kind : unsigned char { same, gone, come } kind = Kind::same;
  std::string text;  // with the spaces after its words
  bool operator==(const TextPart&) const = default;
};
// Neighbouring words of one kind are one part; where words were replaced, what went stands before what came. Texts of
// over 2,000 words are compared as a whole.
std::vector<TextPart> wordDifference(std::string_view before, std::string_view after);

}  // namespace cchc::presentation

// Compares two texts word by word.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cchc::presentation {

struct TextPart {
  enum class Kind : unsigned char { same, removed, added } kind = Kind::same;
  std::string text;  // with the spaces after its words
  bool operator==(const TextPart&) const = default;
};
// The parts form a merged text that contains both. Adjacent words of one kind form one part; where words were replaced,
// the removed ones come before the added ones. Texts of more than 2,000 words are compared as a whole.
std::vector<TextPart> wordDifference(std::string_view before, std::string_view after);

}  // namespace cchc::presentation

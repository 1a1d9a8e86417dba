// Two texts compared word by word.
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
// The parts, put together, read as both texts at once. Adjacent words of one kind are one part; where words were
// replaced, the removed ones come before the added ones. Texts of over 2,000 words are compared as a whole.
std::vector<TextPart> wordDifference(std::string_view before, std::string_view after);

}  // namespace cchc::presentation

// The words of size and of currency that may follow a figure: "triệu", "nghìn tỷ", "trđ". Private to base/reading.
#pragma once
#include <optional>
#include <string_view>

namespace cchc::reading {

struct AmountUnit {
  int power = 0;          // of ten
  bool size = false;      // a word of size is among the words
  bool currency = false;  // đồng is named
};
// Reads words that are all of the text. nullopt: other text, or words in an order that means nothing ("triệu triệu").
std::optional<AmountUnit> readAmountUnit(std::string_view text);

}  // namespace cchc::reading

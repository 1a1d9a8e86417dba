#include "core/base/reading/amount_unit.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/base/reading/words.h"

namespace cchc::reading {
namespace {

// In the order in which they may be combined: "trăm triệu", "nghìn tỷ", "chục vạn". Words of one rank exclude each
// other.
struct SizeWord {
  std::string_view word;
  int power, rank;
};
constexpr auto sizeWords = std::to_array<SizeWord>({{"chục", 1, 1},
                                                    {"trăm", 2, 1},
                                                    {"nghìn", 3, 2},
                                                    {"ngàn", 3, 2},
                                                    {"vạn", 4, 2},
                                                    {"triệu", 6, 2},
                                                    {"tr", 6, 2},
                                                    {"tr.", 6, 2},
                                                    {"tỷ", 9, 3},
                                                    {"tỉ", 9, 3}});
constexpr auto currencyWords = std::to_array<std::string_view>({"đồng", "đ", "VND", "VNĐ", "₫"});

const SizeWord* sizeOf(std::string_view word) {
  const auto* const found =
      std::find_if(sizeWords.begin(), sizeWords.end(), [&](const SizeWord& each) { return isWord(word, each.word); });
  return found == sizeWords.end() ? nullptr : found;
}

bool isCurrency(std::string_view word) {
  return std::any_of(currencyWords.begin(), currencyWords.end(),
                     [&](std::string_view currency) { return isWord(word, currency); });
}

// The size and the currency of one written word: "triệu", "đồng", "trđ", "tr.đ".
struct Part {
  const SizeWord* size = nullptr;
  bool currency = false;
};
std::optional<Part> partOf(std::string_view word) {
  if (const auto* const size = sizeOf(word)) return Part{size, false};
  if (isCurrency(word)) return Part{nullptr, true};
  for (auto cut = word.size(); cut-- > 1;) {
    if ((static_cast<unsigned char>(word[cut]) & 0xc0U) == 0x80U) continue;  // inside a character
    const auto* const size = sizeOf(word.substr(0, cut));
    if (size != nullptr && isCurrency(word.substr(cut))) return Part{size, true};
  }
  return std::nullopt;
}

}  // namespace

std::optional<AmountUnit> readAmountUnit(std::string_view text) {
  AmountUnit unit;
  int rank = 0;
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const auto part = partOf(takeWord(text));
    if (!part || unit.currency) return std::nullopt;
    if (part->size != nullptr) {
      if (part->size->rank <= rank) return std::nullopt;
      rank = part->size->rank;
      unit.power += part->size->power;
      unit.size = true;
    }
    unit.currency = part->currency;
  }
  return unit;
}

}  // namespace cchc::reading

#include "core/base/reading/money.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/base/reading/amount.h"
#include "core/base/reading/amount_unit.h"
#include "core/base/reading/number.h"
#include "core/base/reading/words.h"
#include "core/base/text.h"

namespace cchc::reading {
namespace {

Money moneyOf(const Amount& amount) { return {amount.number, amount.qualifier, amount.unitNamed}; }

// A word of a heading. introduced: it follows a bracket, a colon or "Đơn vị tính", or begins the text. closed: it ends
// the text, or a bracket or another mark follows.
struct HeadingWord {
  std::string_view text;
  bool introduced = true, closed = true;
};

std::vector<HeadingWord> wordsOf(std::string_view text) {
  constexpr std::string_view between = " \t\n,;:()[]/";
  std::vector<HeadingWord> words;
  while (true) {
    const auto gap = std::min(text.find_first_not_of(between), text.size());
    const auto marks = text.substr(0, gap);
    text.remove_prefix(gap);
    const bool opens = words.empty() || marks.find_first_of("([:") != std::string_view::npos ||
                       isWord(words.back().text, "ĐVT") || isWord(words.back().text, "tính");
    if (!words.empty()) words.back().closed = text.empty() || marks.find_first_not_of(' ') != std::string_view::npos;
    if (text.empty()) return words;
    const auto number = numberAt(text);  // apart from the word after it: "1.000đ"
    words.push_back({number.empty() ? text.substr(0, text.find_first_of(between)) : number, opens, false});
    text.remove_prefix(words.back().text.size());
  }
}

// The unit that begins at a word and the number of its words, as many as possible; 0: none begins there.
std::pair<AmountUnit, std::size_t> unitAt(const std::vector<HeadingWord>& words, std::size_t first) {
  std::pair<AmountUnit, std::size_t> longest;
  std::string joined;
  for (auto i = first; i < words.size(); ++i) {
    joined += (joined.empty() ? "" : " ") + std::string(words[i].text);
    if (const auto unit = readAmountUnit(joined)) longest = {*unit, i - first + 1};
    if (words[i].closed || i - first == 4) break;
  }
  return longest;
}

// "1.000" of "1.000 đồng": a power of thousand that is part of the unit. nullopt: another number.
std::optional<int> powerOfThousand(std::string_view word) {
  constexpr std::array<std::string_view, 3> digits = {"1000", "1000000", "1000000000"};
  std::string plain(word);
  std::erase_if(plain, [](char c) { return !isDigit(c); });
  const auto* const found = std::find(digits.begin(), digits.end(), plain);
  if (found == digits.end()) return std::nullopt;
  return static_cast<int>(found - digits.begin() + 1) * 3;
}

}  // namespace

Reading<Money> readMoney(std::string_view text, const Context& context) {
  return map(readAmount(text, AmountKind::money, context), moneyOf);
}

std::optional<int> namedPower(std::string_view text) {
  const auto line = prepared(text);
  if (!line) return std::nullopt;
  const auto words = wordsOf(*line);
  std::optional<int> power;
  for (std::size_t i = 0; i < words.size();) {
    const auto [unit, count] = unitAt(words, i);
    if (count == 0) {
      ++i;
      continue;
    }
    const auto first = i;
    i += count;
    const bool numbered = first > 0 && !words[first - 1].closed && isDigit(words[first - 1].text.front());
    const auto thousands = numbered && !unit.size ? powerOfThousand(words[first - 1].text) : std::nullopt;
    if (numbered && !thousands) continue;  // an amount
    // Many other words are written like a part of a unit: "hội đồng", "tỷ lệ".
    const bool apart = words[thousands ? first - 1 : first].introduced && words[i - 1].closed;
    if (!apart && !(unit.size && unit.currency)) continue;
    const int named = unit.power + thousands.value_or(0);
    if (power && *power != named) return std::nullopt;
    power = named;
  }
  return power;
}

bool isUnitHeading(std::string_view text) {
  const auto line = prepared(text);
  return line && (areWords(*line, "ĐVT") || areWords(*line, "đơn vị tính") || areWords(*line, "đơn vị") ||
                  areWords(*line, "unit"));
}

bool beginsWithSize(std::string_view unit) {
  auto rest = trim(unit);
  auto first = std::string(takeWord(rest));
  const auto size = readAmountUnit(first);
  if (size && size->size) return !isWord(takeWord(rest), "lệ");
  std::erase(first, '.');
  return first.size() > 3 && first.front() == '1' && first.find_first_not_of('0', 1) == std::string::npos;
}

}  // namespace cchc::reading

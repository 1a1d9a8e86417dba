#include "core/exchange/sheets/old_text.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/sheets/characters.h"
#include "core/exchange/sheets/vietnamese_syllable.h"

namespace cchc {
namespace {

using Table = std::map<std::uint32_t, std::uint32_t>;

// The letters of TCVN 5712:1993, VN3, from the bytes at which they begin.
Table makeTcvn3() {
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 9> runs = {{{0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"},
                                                                               {0xb5, "àảãáạ"},
                                                                               {0xbb, "ằẳẵắ"},
                                                                               {0xc6, "ặầẩẫấ"},
                                                                               {0xcb, "ậè"},
                                                                               {0xce, "ẻẽéẹềểễếệìỉ"},
                                                                               {0xdc, "ĩíịò"},
                                                                               {0xe1, "ỏõóọồổỗốộờởỡớợù"},
                                                                               {0xf1, "ủũúụừửữứựỳỷỹýỵ"}}};
  Table table;
  for (const auto& [first, letters] : runs) {
    auto code = first;
    for (std::size_t at = 0; at < letters.size(); ++code) table[code] = characters::next(letters, at);
  }
  return table;
}

// The letters of VNI that are one character, and the marks that follow a vowel.
const Table& vniLetters() {
  static const Table table = {{0xf1, 0x111},  {0xd1, 0x110},  {0xf6, 0x1b0},  {0xd6, 0x1af}, {0xf4, 0x1a1},
                              {0xd4, 0x1a0},  {0xe6, 0x1ec9}, {0xc6, 0x1ec8}, {0xf3, 0x129}, {0xd3, 0x128},
                              {0xf2, 0x1ecb}, {0xd2, 0x1eca}, {0xee, 0x1ef5}, {0xce, 0x1ef4}};
  return table;
}
// The combining marks that a small sign stands for, the vowel's before the tone's: U+0300 grave, 0301 acute, 0302
// circumflex, 0303 tilde, 0306 breve, 0309 hook, 0323 dot below. Empty for any other character.
std::u32string_view vniMarks(std::uint32_t sign) {
  static const std::map<std::uint32_t, std::u32string_view> marks = {
      {0xf9, U"\u0301"},       {0xf8, U"\u0300"},       {0xfb, U"\u0309"},       {0xf5, U"\u0303"},
      {0xef, U"\u0323"},       {0xe2, U"\u0302"},       {0xe1, U"\u0302\u0301"}, {0xe0, U"\u0302\u0300"},
      {0xe5, U"\u0302\u0309"}, {0xe3, U"\u0302\u0303"}, {0xe4, U"\u0302\u0323"}, {0xea, U"\u0306"},
      {0xe9, U"\u0306\u0301"}, {0xe8, U"\u0306\u0300"}, {0xfa, U"\u0306\u0309"}, {0xfc, U"\u0306\u0303"},
      {0xeb, U"\u0306\u0323"}};
  // The capital signs stand 20h before the small ones.
  const auto found = marks.find(sign >= 0xc0 && sign < 0xe0 ? sign + 0x20 : sign);
  return found == marks.end() ? std::u32string_view() : found->second;
}

bool takesMark(std::uint32_t letter) {
  constexpr std::string_view vowels = "aeouyAEOUY";
  return (letter < 0x80 && vowels.find(static_cast<char>(letter)) != std::string_view::npos) || letter == 0xf4 ||
         letter == 0xd4 || letter == 0xf6 || letter == 0xd6;
}

std::string composed(std::string text) {
  auto normal = normaliseText(text);
  return normal ? std::move(*normal) : std::move(text);
}

std::string fromTcvn3(std::string_view text) {
  static const auto table = makeTcvn3();
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = characters::next(text, at);
    const auto found = table.find(point);
    characters::append(result, found == table.end() ? point : found->second);
  }
  return result;
}

std::string fromVni(std::string_view text) {
  std::string result;
  std::uint32_t before = 0;  // the vowel to which a mark may belong
  for (std::size_t at = 0; at < text.size();) {
    const auto point = characters::next(text, at);
    const auto marks = vniMarks(point);
    if (takesMark(before) && !marks.empty()) {
      for (const auto mark : marks) characters::append(result, mark);
      before = 0;
      continue;
    }
    const auto found = vniLetters().find(point);
    characters::append(result, found == vniLetters().end() ? point : found->second);
    before = point;
  }
  return composed(std::move(result));
}

enum class Shape : unsigned char { ascii, old, unicode };
// old: all letters are among those that the old fonts have, and one is not ASCII. Quotation marks and dashes do not
// count.
Shape shapeOf(std::string_view word) {
  auto shape = Shape::ascii;
  for (std::size_t at = 0; at < word.size();) {
    const auto point = characters::next(word, at);
    if (point >= 0x2000 && point <= 0x206f) continue;
    if (point > 0xff) return Shape::unicode;
    if (point >= 0x80) shape = Shape::old;
  }
  return shape;
}

bool hasAsciiLetter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::string_view oldFontName(OldFont font) { return font == OldFont::tcvn3 ? "TCVN3 (ABC)" : "VNI"; }

std::string fromOldFont(std::string_view text, OldFont font) {
  return font == OldFont::tcvn3 ? fromTcvn3(text) : fromVni(text);
}

void OldTextSearch::add(std::string_view given) {
  if (shapeOf(given) == Shape::ascii) return;
  const auto text = composed(std::string(given));
  forEachWord(text, [&](std::string_view word, std::size_t) {
    const auto shape = shapeOf(word);
    if (shape == Shape::unicode && isVietnameseSyllable(word)) unicode_ = true;
    if (shape != Shape::old || isVietnameseSyllable(word)) return;
    for (const auto font : oldFonts) {
      auto& words = words_[static_cast<std::size_t>(font)];
      if (!hasAsciiLetter(word) || !isVietnameseSyllable(fromOldFont(word, font))) {
        ++words.others;
        continue;
      }
      ++words.syllables;
      constexpr std::size_t enough = 4;
      if (words.different.size() < enough) words.different.insert(std::string(word));
    }
  });
}

std::optional<OldFont> OldTextSearch::found() const {
  std::optional<OldFont> best;
  std::size_t most = 0;
  for (const auto font : oldFonts) {
    const auto& words = words_[static_cast<std::size_t>(font)];
    const bool sure =
        words.different.size() >= 2 || (words.different.size() == 1 && lengthOf(*words.different.begin()) >= 3);
    if (sure && words.syllables >= words.others * 4 && words.syllables > most) most = words.syllables, best = font;
  }
  return best;
}

bool OldTextSearch::betrays(std::string_view text, OldFont font) {
  bool any = false;
  if (shapeOf(text) == Shape::ascii) return false;
  forEachWord(composed(std::string(text)), [&](std::string_view word, std::size_t) {
    any = any || (shapeOf(word) == Shape::old && hasAsciiLetter(word) && !isVietnameseSyllable(word) &&
                  isVietnameseSyllable(fromOldFont(word, font)));
  });
  return any;
}

bool OldTextSearch::isOld(std::string_view text, OldFont font) const {
  const auto shape = shapeOf(text);
  if (shape == Shape::ascii) return false;
  if (shape == Shape::old && !unicode_) return true;
  return betrays(text, font);
}

}  // namespace cchc

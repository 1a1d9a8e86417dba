// The character classes of XML, with one table look-up per byte. Private to this folder.
#pragma once
#include <array>
#include <cstdint>

namespace cchc::detail {

// Bits of a byte's class.
enum : std::uint8_t {
  plainText = 1,       // ASCII that needs no escape in character data
  plainAttribute = 2,  // ASCII that needs no escape in an attribute value
  nameStart = 4,
  nameChar = 8,
  space = 16,
};

constexpr std::array<std::uint8_t, 256> makeCharacterTable() {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0x20; c < 0x7f; ++c) table[c] = plainText | plainAttribute;
  for (const unsigned char c : {'\t', '\n', '\r'}) table[c] = plainText | plainAttribute | space;
  table[' '] |= space;
  for (const unsigned char c : {'<', '&'}) table[c] = 0;
  table[']'] = plainAttribute;  // may begin the forbidden "]]>"
  table['"'] = table['\''] = plainText;
  const auto name = [&](unsigned from, unsigned to, unsigned bits) {
    for (unsigned c = from; c <= to; ++c) table[c] |= static_cast<std::uint8_t>(bits);
  };
  name('a', 'z', nameStart | nameChar);
  name('A', 'Z', nameStart | nameChar);
  name('_', '_', nameStart | nameChar);
  name('0', '9', nameChar);
  name('-', '.', nameChar);  // '-' and '.'
  name(':', ':', nameChar);  // XmlGuard::readName checks that there is at most one, inside the name
  return table;
}
inline constexpr auto characterTable = makeCharacterTable();

inline bool hasClass(char c, std::uint8_t bits) { return (characterTable[static_cast<unsigned char>(c)] & bits) != 0; }

// Why a character may not occur in a file of the suite.
enum class Refusal : std::uint8_t { no, notUnicode, control };

constexpr Refusal refusalOf(std::uint32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n' || point == '\r' ? Refusal::no : Refusal::control;
  if (point < 0x7f) return Refusal::no;
  if (point <= 0x9f) return Refusal::control;
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return Refusal::notUnicode;
  if ((point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef)) return Refusal::control;
  return Refusal::no;
}

}  // namespace cchc::detail

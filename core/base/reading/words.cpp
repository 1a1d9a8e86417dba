#include "core/base/reading/words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/text.h"

namespace cchc::reading {
namespace {

constexpr std::string_view whiteSpace = " \t\n";
constexpr std::array<std::string_view, 4> dashes = {"-", "–", "—", "\u2212"};

// A character of two or three bytes that is a space, or that nobody sees.
enum class Character : unsigned char { other, space, invisible };

Character characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0); };
  if (byte(0) == 0xc2)
    return byte(1) == 0xa0 ? Character::space : byte(1) == 0xad ? Character::invisible : Character::other;
  if (byte(0) == 0xe3 && byte(1) == 0x80 && byte(2) == 0x80) return Character::space;      // U+3000
  if (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) return Character::invisible;  // U+FEFF
  if (byte(0) != 0xe2) return Character::other;
  const unsigned low = (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU);  // of U+2000 to U+2FFF
  if (low <= 0x0a || low == 0x2f || low == 0x5f) return Character::space;
  const bool invisible = (low >= 0x0b && low <= 0x0f) || (low >= 0x28 && low <= 0x2e) || (low >= 0x60 && low <= 0x6f);
  return invisible ? Character::invisible : Character::other;
}

std::string codePoint(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned point = byte(0) < 0xe0 ? (byte(0) & 0x1fU) << 6U | (byte(1) & 0x3fU)
                                        : (byte(0) & 0x0fU) << 12U | (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU);
  std::string digits;
  for (int shift = 12; shift >= 0; shift -= 4)
    digits += "0123456789ABCDEF"[(point >> static_cast<unsigned>(shift)) & 15U];
  return "U+" + digits;
}

}  // namespace

Result<std::string> prepared(std::string_view given) {
  auto normalised = normaliseText(given);
  if (!normalised) return normalised;
  std::string text;
  for (std::size_t i = 0; i < normalised->size();) {
    const auto lead = static_cast<unsigned char>((*normalised)[i]);
    const auto kind = lead < 0x80 ? Character::other : characterAt(*normalised, i);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (kind == Character::invisible)
      return fail("text.control-character", {},
                  {{"character", codePoint(*normalised, i)}, {"position", std::to_string(i + 1)}});
    text += kind == Character::space ? " " : normalised->substr(i, length);
    i += length;
  }
  return std::string(trim(text));
}

Status checkDirection(std::string_view text) {
  constexpr std::string_view lead = "\xe2\x80", isolateLead = "\xe2\x81";
  for (auto at = text.find('\xe2'); at != std::string_view::npos; at = text.find('\xe2', at + 1)) {
    const auto last = static_cast<unsigned char>(at + 2 < text.size() ? text[at + 2] : 0);
    const bool mark = (text.substr(at, 2) == lead && last >= 0xaa && last <= 0xae) ||
                      (text.substr(at, 2) == isolateLead && last >= 0xa6 && last <= 0xa9);
    if (mark)
      return fail("text.control-character", {},
                  {{"character", codePoint(text, at)}, {"position", std::to_string(at + 1)}});
  }
  return {};
}

void skipSpace(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(whiteSpace), text.size()));
}

bool isBlank(std::string_view text) {
  const auto line = prepared(text);
  return line && (line->empty() || std::find(dashes.begin(), dashes.end(), *line) != dashes.end());
}

bool isWord(std::string_view given, std::string_view word) {
  if (given == word) return true;
  return isAscii(given) ? foldForSearch(given) == foldForSearch(word) : upperCase(given) == upperCase(word);
}

bool takeWords(std::string_view& text, std::string_view words) {
  auto rest = text;
  skipSpace(rest);
  skipSpace(words);
  while (!words.empty()) {
    if (!isWord(takeWord(rest), takeWord(words))) return false;
  }
  text = rest;
  return true;
}

bool areWords(std::string_view given, std::string_view words) { return takeWords(given, words) && given.empty(); }

std::string_view takeWord(std::string_view& text) {
  const auto word = text.substr(0, text.find_first_of(whiteSpace));
  text.remove_prefix(word.size());
  skipSpace(text);
  return word;
}

}  // namespace cchc::reading

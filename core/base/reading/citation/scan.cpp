#include "core/base/reading/citation/scan.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/text.h"

namespace cchc::reading::scan {
namespace {

template <std::size_t count>
std::size_t oneOf(std::string_view text, std::size_t at, const std::array<std::string_view, count>& all) {
  const auto rest = at < text.size() ? text.substr(at) : std::string_view();
  for (const auto each : all) {
    if (rest.starts_with(each)) return each.size();
  }
  return 0;
}

bool wordEnds(std::string_view text, std::size_t at) { return letter(text, at) == 0 && !digitAt(text, at); }

}  // namespace

std::size_t space(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') return 1;
  // No-break, figure, thin and narrow no-break space; zero width space, soft hyphen, byte order mark.
  constexpr std::array<std::string_view, 7> others = {"\xc2\xa0",     "\xe2\x80\x87", "\xe2\x80\x89", "\xe2\x80\xaf",
                                                      "\xe2\x80\x8b", "\xc2\xad",     "\xef\xbb\xbf"};
  return static_cast<unsigned char>(text[at]) < 0x80 ? 0 : oneOf(text, at, others);
}

std::size_t dash(std::string_view text, std::size_t at) {
  // Hyphen, no-break hyphen, figure dash, en dash, em dash, horizontal bar, minus sign.
  constexpr std::array<std::string_view, 8> all = {
      "-",           "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x92", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\x95",
      "\xe2\x88\x92"};
  return oneOf(text, at, all);
}

std::size_t letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto first = static_cast<unsigned char>(text[at]);
  if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) return 1;
  if (at + 1 < text.size() && first >= 0xC3 && first <= 0xC6) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    return first == 0xC3 && (second == 0x97 || second == 0xB7) ? 0 : 2;  // × and ÷ are none
  }
  return first == 0xE1 && at + 2 < text.size() ? 3 : 0;
}

std::size_t capital(std::string_view text, std::size_t at) {
  const auto length = letter(text, at);
  if (length == 1) return text[at] <= 'Z' ? 1 : 0;
  return length != 0 && lowerFirst(text.substr(at, length)) != text.substr(at, length) ? length : 0;
}

std::size_t ellipsis(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && (text[end] == '.' || text.substr(end).starts_with("…")))
    end += text[end] == '.' ? 1 : std::string_view("…").size();
  return end - at >= 3 ? end - at : 0;
}

std::size_t word(std::string_view text, std::size_t at, std::string_view word) {
  if (at >= text.size()) return 0;
  const auto rest = text.substr(at);
  const auto lowered = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  if (isAscii(rest.substr(0, 1)) && isAscii(word.substr(0, 1)) && lowered(rest.front()) != lowered(word.front()))
    return 0;
  // The small and the capital form of a Vietnamese letter have the same length.
  const auto there = rest.substr(0, word.size());
  if (there.size() == word.size() && wordEnds(text, at + word.size()) &&
      (there == word || upperCase(there) == upperCase(word)))
    return word.size();
  if (isAscii(word) || !isAscii(rest.substr(0, 1))) return 0;
  const auto folded = foldForSearch(word);
  const bool same =
      rest.size() >= folded.size() && wordEnds(text, at + folded.size()) &&
      std::equal(folded.begin(), folded.end(), rest.begin(), [&](char a, char b) { return a == lowered(b); });
  return same && isAscii(text) ? folded.size() : 0;
}

std::size_t exactWord(std::string_view text, std::size_t at, std::string_view word) {
  return at < text.size() && text.substr(at).starts_with(word) && wordEnds(text, at + word.size()) ? word.size() : 0;
}

std::size_t skipSpaces(std::string_view text, std::size_t at) {
  while (const auto length = space(text, at)) at += length;
  return at;
}

std::size_t skipBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n') {
    const auto length = space(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::size_t skipDigits(std::string_view text, std::size_t at) {
  while (digitAt(text, at)) ++at;
  return at;
}

bool beginsWord(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  auto before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  return letter(text, before) == 0 && !isDigit(text[before]);
}

std::string_view trimmed(std::string_view text, std::string_view marks) {
  const auto isMark = [&](char c) { return marks.find(c) != std::string_view::npos; };
  while (!text.empty()) {
    if (const auto length = space(text, 0))
      text.remove_prefix(length);
    else if (isMark(text.front()))
      text.remove_prefix(1);
    else
      break;
  }
  while (!text.empty()) {
    auto last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (space(text, last) != text.size() - last && !isMark(text.back())) break;
    text = text.substr(0, last);
  }
  return text;
}

}  // namespace cchc::reading::scan

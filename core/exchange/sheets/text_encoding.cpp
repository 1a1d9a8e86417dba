#include "core/exchange/sheets/text_encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/base/text.h"
#include "core/exchange/sheets/characters.h"
#include "core/exchange/sheets/old_text.h"
#include "core/exchange/sheets/vietnamese_syllable.h"

namespace cchc {
namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

// Returns false if a surrogate has no partner or a byte is left over.
bool fromUtf16(std::string_view bytes, bool bigEndian, std::string& text) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(bigEndian ? first << 8U | second : second << 8U | first);
  };
  if (bytes.size() % 2 != 0) return false;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    auto point = unit(at);
    if (point >= 0xd800 && point < 0xdc00) {
      at += 2;
      if (at == bytes.size() || unit(at) < 0xdc00 || unit(at) > 0xdfff) return false;
      point = 0x10000 + ((point - 0xd800) << 10U) + (unit(at) - 0xdc00);
    } else if (point >= 0xdc00 && point < 0xe000) {
      return false;
    }
    characters::append(text, point);
  }
  return true;
}

// In UTF-16 every ASCII letter has one zero byte: at an odd offset if the low byte comes first. The other byte of a
// Vietnamese letter is hardly ever zero.
enum class Order { none, littleEndian, bigEndian };
Order orderOf(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe")) return Order::littleEndian;
  if (bytes.starts_with("\xfe\xff")) return Order::bigEndian;
  std::size_t even = 0, odd = 0;
  const auto inspected = std::min<std::size_t>(bytes.size(), 4000);
  for (std::size_t i = 0; i < inspected; ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (odd * 5 > inspected && even * 20 <= odd) return Order::littleEndian;
  if (even * 5 > inspected && odd * 20 <= even) return Order::bigEndian;
  return Order::none;
}

// The characters 80 to 9F of Windows-1252; 0: none. Windows-1258 has the same but 8A, 8E, 9A and 9E.
constexpr std::array<std::uint16_t, 32> windowsMarks = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                        0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                        0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

// Where Windows-1258 differs from Windows-1252 above 9F. Its tones are combining marks behind their vowels.
std::uint32_t vietnamesePoint(unsigned char byte) {
  switch (byte) {
    case 0xc3:
      return 0x102;
    case 0xe3:
      return 0x103;
    case 0xd0:
      return 0x110;
    case 0xf0:
      return 0x111;
    case 0xd5:
      return 0x1a0;
    case 0xf5:
      return 0x1a1;
    case 0xdd:
      return 0x1af;
    case 0xfd:
      return 0x1b0;
    case 0xcc:
      return 0x300;
    case 0xec:
      return 0x301;
    case 0xde:
      return 0x303;
    case 0xd2:
      return 0x309;
    case 0xf2:
      return 0x323;
    case 0xfe:
      return 0x20ab;
    default:
      return byte;
  }
}

// nullopt: a byte has no character.
std::optional<std::string> fromWindows(std::string_view bytes, bool vietnamese) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    std::uint32_t point = byte;
    if (byte >= 0x80 && byte < 0xa0) {
      point = windowsMarks[byte - 0x80U];
      if (point == 0 || (vietnamese && (byte & 0xefU) == 0x8a) || (vietnamese && (byte & 0xefU) == 0x8e))
        return std::nullopt;
    } else if (vietnamese) {
      point = vietnamesePoint(byte);
    }
    characters::append(text, point);
  }
  return text;
}

// Whether at least four of five words that are not ASCII are syllables.
bool readsAsVietnamese(std::string_view text) {
  std::size_t words = 0, syllables = 0;
  forEachWord(text, [&](std::string_view word, std::size_t) {
    if (isAscii(word)) return;
    ++words;
    if (isVietnameseSyllable(word)) ++syllables;
  });
  return syllables * 5 >= words * 4;
}

}  // namespace

Result<std::string> toUtf8(std::string_view bytes, std::string_view file) {
  if (bytes.starts_with(byteOrderMark)) bytes.remove_prefix(byteOrderMark.size());
  if (const auto order = orderOf(bytes); order != Order::none) {
    std::string text;
    if (!fromUtf16(bytes, order == Order::bigEndian, text)) return fail("values.encoding", file);
    if (text.starts_with(byteOrderMark)) text.erase(0, byteOrderMark.size());
    return text;
  }
  if (isUtf8(bytes)) return std::string(bytes);
  if (const auto decoded = fromWindows(bytes, true)) {
    // Composed, a vowel and its tone are one letter.
    if (auto text = normaliseText(*decoded); text && readsAsVietnamese(*text)) return std::move(*text);
  }
  if (auto decoded = fromWindows(bytes, false)) {
    OldTextSearch search;
    search.add(*decoded);
    if (search.found()) return std::move(*decoded);
  }
  return fail("values.encoding", file);
}

}  // namespace cchc

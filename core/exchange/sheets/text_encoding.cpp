#include "core/exchange/sheets/text_encoding.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/base/text.h"

namespace cchc {
namespace {

void appendCharacter(std::string& text, std::uint32_t point) {
  const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | (point >> shift & 0x3fU)); };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xc0U | point >> 6U);
    tail(0);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xe0U | point >> 12U);
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xf0U | point >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

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
    appendCharacter(text, point);
  }
  return true;
}

// In UTF-16 every ASCII letter has one zero byte: at an odd offset if the low byte comes first.
enum class Order { none, littleEndian, bigEndian };
Order orderOf(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xff\xfe") return Order::littleEndian;
  if (bytes.substr(0, 2) == "\xfe\xff") return Order::bigEndian;
  std::size_t even = 0, odd = 0;
  const auto inspected = std::min<std::size_t>(bytes.size(), 400);
  for (std::size_t i = 0; i < inspected; ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (odd * 4 > inspected && even == 0) return Order::littleEndian;
  if (even * 4 > inspected && odd == 0) return Order::bigEndian;
  return Order::none;
}

}  // namespace

Result<std::string> toUtf8(std::string_view bytes, std::string_view file) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  if (const auto order = orderOf(bytes); order != Order::none) {
    std::string text;
    if (!fromUtf16(bytes, order == Order::bigEndian, text)) return fail("values.encoding", file);
    if (text.substr(0, 3) == "\xef\xbb\xbf") text.erase(0, 3);
    return text;
  }
  if (!isUtf8(bytes)) return fail("values.encoding", file);
  return std::string(bytes);
}

}  // namespace cchc

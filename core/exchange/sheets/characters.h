// The characters of UTF-8 text as code points. Private to this folder.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cchc::characters {

// Appends a code point below U+110000.
inline void append(std::string& text, std::uint32_t point) {
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

// The code point at `at`, which is then moved behind it. The text is valid UTF-8 and `at` is inside it.
inline std::uint32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&] { return static_cast<unsigned char>(at < text.size() ? text[at++] : '\0'); };
  const std::uint32_t first = byte();
  if (first < 0x80) return first;
  std::uint32_t point = first < 0xe0 ? first & 0x1fU : first < 0xf0 ? first & 0x0fU : first & 0x07U;
  for (int left = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3; left != 0; --left) point = point << 6U | (byte() & 0x3fU);
  return point;
}

}  // namespace cchc::characters

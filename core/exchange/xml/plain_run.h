// Whole runs of everyday text told apart from text that needs a look at each character. The loops have no branches, so
// that the compiler makes vector instructions of them: some twenty bytes a nanosecond, where a look at each character
// of Vietnamese takes half a nanosecond a byte.
#pragma once
#include <cstddef>
#include <string_view>

namespace cchc::detail {

using Byte = unsigned char;

// Two-byte characters U+00C0 to U+02FF, and the three-byte ones that begin with E1, among them the composed letters of
// Vietnamese (U+1E00 to U+1EFF).
inline Byte beginsTwo(Byte c) { return static_cast<Byte>(static_cast<Byte>(c - 0xc3) <= 8); }
inline Byte beginsThree(Byte c) { return static_cast<Byte>(c == 0xe1); }

// One byte, with the two before it: whether it is out of place or of another kind than those.
inline Byte outOfPlace(Byte beforeThat, Byte before, Byte c) {
  const Byte continues = static_cast<Byte>((c & 0xc0) == 0x80);
  const Byte expected = static_cast<Byte>(beginsTwo(before) | beginsThree(before) | beginsThree(beforeThat));
  const Byte otherKind =
      static_cast<Byte>(c >= 0xc0) & static_cast<Byte>(beginsTwo(c) ^ 1) & static_cast<Byte>(beginsThree(c) ^ 1);
  return static_cast<Byte>((continues ^ expected) | otherKind);
}

// Character data of XML in well-formed UTF-8, of printable ASCII, tabs, newlines and the characters above, without '<',
// '&', ']'. The run begins at a character. False says nothing: the run then needs a look at each character.
inline bool isPlainMarkup(std::string_view run) {
  const auto* bytes = reinterpret_cast<const Byte*>(run.data());
  const auto size = run.size();
  if (size < 2) return false;
  // Each kind on its own: tested together, the compiler makes a bit mask of them, and no vector instructions.
  Byte misplaced = static_cast<Byte>(outOfPlace(0, 0, bytes[0]) | outOfPlace(0, bytes[0], bytes[1]));
  Byte control = 0, del = 0, less = 0, ampersand = 0, bracket = 0;
  for (std::size_t i = 2; i < size; ++i) misplaced |= outOfPlace(bytes[i - 2], bytes[i - 1], bytes[i]);
  for (std::size_t i = 0; i < size; ++i) {
    const Byte c = bytes[i];
    control |= static_cast<Byte>(c < 0x20) & static_cast<Byte>(static_cast<Byte>(c - '\t') > 1);
    del |= static_cast<Byte>(c == 0x7f);
    less |= static_cast<Byte>(c == '<');
    ampersand |= static_cast<Byte>(c == '&');
    bracket |= static_cast<Byte>(c == ']');
  }
  const Byte cut =
      static_cast<Byte>(beginsTwo(bytes[size - 1]) | beginsThree(bytes[size - 1]) | beginsThree(bytes[size - 2]));
  return (misplaced | control | del | less | ampersand | bracket | cut) == 0;
}

// Text in well-formed UTF-8 that is composed (NFC) and has no control character: printable ASCII, U+00C0 to U+02FF,
// U+1E00 to U+1EFF.
inline bool isPlainText(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<Byte>(text[i]); };
  if (text.empty()) return true;
  const auto last = at(text.size() - 1);
  Byte bad = static_cast<Byte>((last < 0x20) | (last == 0x7f));
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const Byte c = at(i), next = at(i + 1);
    const Byte vietnamese = static_cast<Byte>(next - 0xb8) <= 3;
    bad = static_cast<Byte>(bad | (c < 0x20) | (c == 0x7f) | (c == 0xc2) | ((c > 0xcb) & (c != 0xe1)) |
                            (static_cast<Byte>(c == 0xe1) & static_cast<Byte>(vietnamese ^ 1)));
  }
  return bad == 0;
}

}  // namespace cchc::detail

// Characters beyond ASCII, characters that may not occur, and references.
#include <cstdint>

#include "core/exchange/xml/xml_cursor.h"

namespace cchc::detail {

// Checks the reference, non-ASCII character or forbidden character at the cursor.
bool XmlCursor::character() {
  const auto first = static_cast<unsigned char>(*at);
  if (first == '&') return reference();
  const auto control = [&](std::uint32_t point) {
    std::string digits;
    for (int shift = point > 0xffff ? 20 : 12; shift >= 0; shift -= 4)
      digits += "0123456789ABCDEF"[(point >> shift) & 15U];
    return refuse("package.text", at, {{"character", "U+" + digits}});
  };
  if (first < 0x80) return control(first);
  const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return refuse("package.not-utf8", at);
  std::uint32_t point = first & (0x7fU >> static_cast<unsigned>(length));
  for (int i = 1; i < length; ++i) {
    if (at + i == end) return cutShort();
    const auto byte = static_cast<unsigned char>(at[i]);
    if ((byte & 0xc0U) != 0x80U) return refuse("package.not-utf8", at);
    point = point << 6U | (byte & 0x3fU);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const auto refused = refusalOf(point);
  if (overlong || refused == Refusal::notUnicode) return refuse("package.not-utf8", at);
  if (refused == Refusal::control) return control(point);
  at += length;
  return true;
}

bool XmlCursor::reference() {
  const char* from = at;
  for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
    if (startsWith(entity)) {
      at += entity.size();
      return true;
    }
    if (cutInside(entity)) return cutShort();
  }
  ++at;
  if (ended()) return cutShort();
  if (*at != '#') {
    // "&name;" names an entity; any other '&' should be written "&amp;".
    const char* to = at;
    while (to != end && hasClass(*to, nameChar)) ++to;
    if (to != end && to != at && *to == ';')
      return refuse("package.entity", from, {{"entity", std::string(from, to + 1)}});
    return refuse("package.stray-ampersand", from);
  }
  ++at;
  const bool hexadecimal = !ended() && *at == 'x';
  if (hexadecimal) ++at;
  std::uint32_t point = 0;
  const char* digits = at;
  for (; !ended() && *at != ';'; ++at) {
    const char c = *at;
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!(c >= '0' && c <= '9') && !(hexadecimal && letter)) return refuse("package.stray-ampersand", from);
    const auto digit = static_cast<std::uint32_t>(letter ? (c | 0x20) - 'a' + 10 : c - '0');
    point = point * (hexadecimal ? 16 : 10) + digit;
    if (point > 0x10ffff) return refuse("package.not-utf8", from);
  }
  if (ended()) return cutShort();
  if (at == digits) return refuse("package.stray-ampersand", from);
  ++at;
  switch (refusalOf(point)) {
    case Refusal::no:
      return true;
    case Refusal::notUnicode:
      return refuse("package.not-utf8", from);
    case Refusal::control:
      return refuse("package.text", from, {{"character", std::string(from, at)}});
  }
  return true;
}

}  // namespace cchc::detail

// Unicode forms and case by utf8proc.
#include "core/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace cchc {
namespace {

using Point = utf8proc_int32_t;

const utf8proc_uint8_t* bytesOf(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

// The code point at `at`, which is moved past it; -1: the bytes are not UTF-8.
Point next(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return ++at, first;
  Point point = -1;
  const auto length = utf8proc_iterate(bytesOf(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
  if (length <= 0) return -1;
  at += static_cast<std::size_t>(length);
  return point;
}

void append(std::string& text, Point point) {
  utf8proc_uint8_t buffer[4];
  const auto length = utf8proc_encode_char(point, buffer);
  text.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* result = nullptr;
  const auto length = utf8proc_map(bytesOf(text), static_cast<utf8proc_ssize_t>(text.size()), &result,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  return length < 0 ? std::string(text)
                    : std::string(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
}

bool refused(Point point) {
  if (point < 0x20) return point != '\t' && point != '\n';
  if (point < 0x7f) return false;
  return point <= 0x9f || (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
}

std::string hexadecimal(Point point) {
  std::string digits;
  for (int shift = point > 0xffff ? 20 : 12; shift >= 0; shift -= 4)
    digits += "0123456789ABCDEF"[(point >> shift) & 15];
  return "U+" + digits;
}

// Latin letters up to U+02FF and the Vietnamese block U+1E00 to U+1EFF are already composed.
bool surelyComposed(Point point) { return point < 0x300 || (point >= 0x1e00 && point <= 0x1eff); }

Result<std::string> normalise(std::string_view text, bool oneLine) {
  bool composed = true, returns = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const auto point = next(text, at);
    if (point < 0) return fail("text.not-utf8", "", {{"position", std::to_string(start + 1)}});
    if (point == '\r') {
      returns = true;
    } else if (refused(point)) {
      return fail("text.control-character", "",
                  {{"character", hexadecimal(point)}, {"position", std::to_string(start + 1)}});
    }
    if (oneLine && (point == '\n' || point == '\r' || point == '\t'))
      return fail("text.newline", "", {{"position", std::to_string(start + 1)}});
    composed = composed && surelyComposed(point);
  }
  auto result = returns ? withNewlines(text) : std::string(text);
  if (!composed) result = mapped(result, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  return result;
}

template <class Change>
std::string firstChanged(std::string_view text, const Change& change) {
  if (text.empty()) return {};
  std::size_t at = 0;
  const auto point = next(text, at);
  if (point < 0) return std::string(text);
  std::string result;
  append(result, change(point));
  return result.append(text.substr(at));
}

}  // namespace

bool isUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (next(text, at) < 0) return false;
  }
  return true;
}

bool isNfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = next(text, at);
    if (point < 0) return false;
    if (!surelyComposed(point)) return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE) == text;
  }
  return true;
}

Result<std::string> normaliseText(std::string_view text) { return normalise(text, false); }
Result<std::string> normaliseLine(std::string_view text) { return normalise(text, true); }

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string withNewlines(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      lines += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      lines += '\n';
  }
  return lines;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view space = " \t\n\r";
  const auto from = text.find_first_not_of(space);
  return from == std::string_view::npos ? std::string_view{}
                                        : text.substr(from, text.find_last_not_of(space) - from + 1);
}

std::string shortened(std::string_view given) {
  constexpr std::size_t most = 60;
  // A control character would end the message, or command the terminal.
  std::string text;
  for (const char c : given.substr(0, most + 1)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
    if (control)
      text += "\u2400";
    else
      text += c;
  }
  if (given.size() <= most) return text;
  std::size_t cut = most;
  while (cut != 0 && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80U) --cut;
  return text.substr(0, cut) + "…";
}

std::string foldSpace(std::string_view text) {
  std::string result;
  bool gap = false;
  for (const char c : trim(text)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap = true;
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    result += c;
  }
  return result;
}

std::string foldForSearch(std::string_view text) {
  auto folded = mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  for (std::size_t at = folded.find("đ"); at != std::string::npos; at = folded.find("đ", at))
    folded.replace(at, std::string_view("đ").size(), "d");
  return folded;
}

std::string bodyKey(std::string_view body) {
  auto key = foldForSearch(foldSpace(body));
  constexpr std::string_view longForm = "uy ban nhan dan";
  if (const auto at = key.find(longForm); at != std::string::npos) key.replace(at, longForm.size(), "ubnd");
  return key;
}

std::size_t lengthOf(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1 : 0;
  return count;
}

std::string lowerFirst(std::string_view text) {
  return firstChanged(text, [](Point point) { return utf8proc_tolower(point); });
}
std::string upperFirst(std::string_view text) {
  return firstChanged(text, [](Point point) { return utf8proc_toupper(point); });
}
std::string upperCase(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = next(text, at);
    if (point < 0) return std::string(text);
    append(result, utf8proc_toupper(point));
  }
  return result;
}

}  // namespace cchc

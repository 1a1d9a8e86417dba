// The simple types of schemas/submission.xsd. Each function accepts what the XSD pattern above it accepts.
#pragma once
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

#include "core/base/text.h"

namespace cchc {

// \S{1,128}
inline bool isToken(std::string_view text) {
  return !text.empty() && text.find_first_of(" \t\n\r") == std::string_view::npos &&
         (text.size() <= 128 || lengthOf(text) <= 128);
}

// [^\s@]{1,128}: in the identity of a unit an '@' ends the code (model/ids.h), so no file names an identity.
inline bool isUnitCode(std::string_view text) { return isToken(text) && text.find('@') == std::string_view::npos; }

// [^\s\[\]]{1,100}: a place names a row as "table[id]", so the id has no brackets.
inline bool isRowId(std::string_view text) {
  return !text.empty() && text.find_first_of(" \t\n\r[]") == std::string_view::npos &&
         (text.size() <= 100 || lengthOf(text) <= 100);
}

// [0-9a-f]{64}
inline bool isDigest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// [1-9][0-9]{0,8}
inline std::optional<int> positiveOf(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool canonical = !text.empty() && text.size() <= 9 && text.front() >= '1' && text.front() <= '9';
  return canonical && error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// [1-9][0-9]{3}
inline std::optional<int> yearOf(std::string_view text) { return text.size() == 4 ? positiveOf(text) : std::nullopt; }

}  // namespace cchc

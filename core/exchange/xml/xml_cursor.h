// A position in the bytes of a file that guardXml (strict_xml.h) checks, and the steps that any part of a document may
// need. Private to this folder.
//
// A step returns true if the bytes are correct; `at` is then after them. It returns false if an error is set.
#pragma once
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/xml/xml_characters.h"

namespace cchc::detail {

struct XmlCursor {
  const char* at;
  const char* end;
  bool comments = false;  // comments are allowed
  Error error = {};       // without its place
  const char* errorAt = nullptr;

  bool refuse(std::string_view code, const char* where, std::vector<Parameter> parameters = {}) {
    error = Error{std::string(code), {}, std::move(parameters)};
    errorAt = where;
    return false;
  }
  bool cutShort() { return refuse("package.cut-short", end); }
  bool notXml() { return ended() ? cutShort() : refuse("package.not-xml", at); }

  bool ended() const { return at == end; }
  bool startsWith(std::string_view text) const {
    return static_cast<std::size_t>(end - at) >= text.size() && std::memcmp(at, text.data(), text.size()) == 0;
  }
  // Whether the rest of the file is the beginning of `text`, which means that the file was cut off inside it.
  bool cutInside(std::string_view text) const {
    const auto left = static_cast<std::size_t>(end - at);
    return left < text.size() && std::memcmp(at, text.data(), left) == 0;
  }
  void skipSpace() {
    while (at != end && hasClass(*at, space)) ++at;
  }

  // Passes one reference or non-ASCII character. Any other character at the cursor is refused as a control character,
  // so call this only after plain ASCII has been passed. In xml_cursor_characters.cpp.
  bool character();
  bool reference();

  // Passes a comment, if comments are allowed; the cursor is at "<!" or "<?". Anything else there is refused, with an
  // error for its kind. In xml_cursor_markup.cpp.
  bool markup();
  bool comment();
};

}  // namespace cchc::detail

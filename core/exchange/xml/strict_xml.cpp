#include "core/exchange/xml/strict_xml.h"

#include <algorithm>

#include "core/exchange/xml/xml_cursor.h"
#include "core/exchange/xml/xml_elements.h"
#include "core/exchange/xml/xml_prolog.h"

namespace cchc {

Status guardXml(std::string_view bytes, std::string_view file, const XmlLimits& limits) {
  if (bytes.size() > limits.bytes) {
    const auto megabytes = [](std::size_t size) { return std::to_string((size + (1U << 20U) - 1) >> 20U); };
    return fail("package.too-large", file, {{"size", megabytes(bytes.size())}, {"limit", megabytes(limits.bytes)}});
  }
  detail::XmlCursor cursor{bytes.data(), bytes.data() + bytes.size(), limits.comments};
  const auto depth = std::min(static_cast<std::size_t>(limits.depth), detail::deepestXml);
  if (passProlog(cursor) && passElements(cursor, depth) && passEpilog(cursor)) return {};
  cursor.error.place = positionInFile(bytes, file, static_cast<std::size_t>(cursor.errorAt - bytes.data()));
  return fail(std::move(cursor.error));
}

std::string positionInFile(std::string_view bytes, std::string_view file, std::size_t offset) {
  std::size_t line = 1, column = 1;
  for (const char c : bytes.substr(0, offset)) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) {
      ++column;
    }
  }
  return std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace cchc

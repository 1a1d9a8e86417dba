// Comments, and the constructs beginning with "<!" or "<?" that are refused.
#include "core/exchange/xml/xml_cursor.h"

namespace cchc::detail {

// Handles "<!" or "<?": a comment passes if the limits allow comments; anything else is refused, with an error for its
// kind.
bool XmlCursor::markup() {
  if (startsWith("<!--") && comments) return comment();
  for (const std::string_view kind : {"<!--", "<![CDATA[", "<!DOCTYPE", "<?"}) {
    if (startsWith(kind)) {
      if (kind == "<!DOCTYPE") return refuse("package.doctype", at);
      return refuse("package.markup", at, {{"markup", std::string(kind)}});
    }
    if (cutInside(kind)) return cutShort();
  }
  return refuse("package.not-xml", at);
}

bool XmlCursor::comment() {
  const char* from = at;
  at += 4;
  while (true) {
    while (!ended() && hasClass(*at, plainText | plainAttribute) && *at != '-') ++at;
    if (ended()) return cutShort();
    if (startsWith("-->")) {
      at += 3;
      return true;
    }
    if (startsWith("--")) return at + 2 == end ? cutShort() : refuse("package.not-xml", from);
    if (*at == '-' || *at == '<' || *at == '&')
      ++at;
    else if (!character())
      return false;
  }
}

}  // namespace cchc::detail

// The guard for all received XML. pugixml alone accepts what is not XML (duplicate attributes, bad UTF-8, several
// roots, undeclared prefixes, stray '&'). guardXml runs over the bytes first and lets through only a subset of XML that
// pugixml and libxml2 read alike:
// - UTF-8; no DOCTYPE; no entities except the five predefined ones and character references
// - after the XML declaration no CDATA and no processing instructions, and comments only where the limits allow them
// - names of ASCII letters, digits, '-', '_', '.', ':'
// - no character that the suite refuses in a text (base/text.h): no control character, raw or by reference, and no
//   noncharacter
// It makes one pass and allocates nothing per element. Tests compare it with libxml2 on good and bad files.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace cchc {

struct XmlLimits {
  std::size_t bytes = std::size_t(50) << 20;
  int depth = 32;         // of elements; at most 64
  bool comments = false;  // allow comments, for files that people write by hand
};
// Checks `bytes`; `file` names them in errors.
// Errors, at file:line:column:
//   package.empty, package.cut-short     the file has no bytes, or ends too early
//   package.not-xml                      the file is not well-formed, or not XML
//   package.encoding, package.not-utf8   the encoding is not UTF-8, or the bytes are not valid UTF-8
//   package.text                         a control character or noncharacter
//   package.doctype, package.markup      DOCTYPE; CDATA, a processing instruction, a comment, too many attributes
//   package.entity                       an entity other than the five
//   package.stray-ampersand              '&' without a reference
//   package.mismatched-tag               the end tag is not that of the open element
//   package.duplicate-attribute          an element has two attributes of one name
//   package.undeclared-prefix            a prefix without declaration, or a namespace that is not allowed
//   package.two-roots                    an element follows the root
//   package.too-large, package.too-deep  the file exceeds the limits
Status guardXml(std::string_view bytes, std::string_view file, const XmlLimits& limits = {});

// "file:line:column" of a byte offset. Lines and columns count from 1, columns in characters.
std::string positionInFile(std::string_view bytes, std::string_view file, std::size_t offset);

}  // namespace cchc

// pugixml alone accepts what is not XML (duplicate attributes, bad UTF-8, several roots, undeclared prefixes, stray
// '&'). This guard runs over the bytes first and lets through only a subset of XML that pugixml and libxml2 read alike:
// UTF-8, no DOCTYPE, no entities but the five and character references, no CDATA, comments or processing instructions
// after the XML declaration, names of ASCII letters, digits, '-', '_', '.', ':'. One pass, no allocation per element.
// tests hold it against libxml2 on good and bad files. What it lets through holds no character that the suite refuses
// in a text (text.h): no control character, raw or by reference, and no noncharacter.
#pragma once
#include <string_view>

#include "core/base/result.h"

namespace cchc {

struct XmlLimits {
  std::size_t bytes = std::size_t(50) << 20;
  int depth = 32;         // at most 64
  bool comments = false;  // let comments pass: for files that people write by hand
};
// Codes package.empty, package.not-xml, package.cut-short, package.doctype, package.entity, package.stray-ampersand,
// package.encoding, package.not-utf8, package.text (a control character), package.too-large, package.too-deep,
// package.mismatched-tag, package.duplicate-attribute, package.two-roots, package.undeclared-prefix, package.markup
// (CDATA and the like); place file:line:column.
Status guardXml(std::string_view bytes, std::string_view file, const XmlLimits& limits = {});

// "file:line:column" of a byte offset; lines and columns count from 1, columns in characters.
std::string placeInFile(std::string_view bytes, std::string_view file, std::size_t offset);

}  // namespace cchc

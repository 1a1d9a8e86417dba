// The small XML files that go between a department and the office. Private to notices/.
#pragma once
#include <pugixml.hpp>
#include <string_view>

#include "core/base/format_version.h"
#include "core/base/result.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {

// Whether a file seems to be a notice with this root element, in a namespace that begins with `family`. Only its
// beginning is examined.
bool looksLikeNotice(std::string_view bytes, std::string_view element, std::string_view family);

// Reads a notice of at most 1 MB into `document`. Returns its minor.
// Errors: those of guardXml, and
//   package.not-xml
//   `otherFile`            the root is not this element of the format
//   package.newer-format, package.wrong-attribute
Result<int> loadNotice(const XmlSource& source, std::string_view element, const FileFormat& format,
                       std::string_view otherFile, pugi::xml_document& document);

}  // namespace cchc

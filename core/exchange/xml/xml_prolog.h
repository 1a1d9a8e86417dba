// The document around its root element, for guardXml (strict_xml.h). Private to this folder.
#pragma once
#include "core/exchange/xml/xml_cursor.h"

namespace cchc::detail {

// Passes a byte order mark, the XML declaration and what precedes the root; ends at the root's '<'.
bool passProlog(XmlCursor& cursor);
// Passes what follows the root, up to the end of the file.
bool passEpilog(XmlCursor& cursor);

}  // namespace cchc::detail

// The root element with everything in it, for guardXml (strict_xml.h). Private to this folder.
#pragma once
#include <cstddef>

#include "core/exchange/xml/xml_cursor.h"

namespace cchc::detail {

inline constexpr std::size_t deepestXml = 64;  // levels of nested elements

// Passes the root element. The cursor is at its '<'; `depth`, at most deepestXml, limits the nesting.
bool passElements(XmlCursor& cursor, std::size_t depth);

}  // namespace cchc::detail

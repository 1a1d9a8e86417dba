// The small XML files that go between a department and the office. Private to notices/.
#pragma once
#include <pugixml.hpp>
#include <string_view>

#include "core/base/result.h"

namespace cchc {

// Whether a file seems to be a notice with this root element, in a namespace that begins with `family`. Only its
// beginning is examined.
bool looksLikeNotice(std::string_view bytes, std::string_view element, std::string_view family);

// Reads a notice of at most 1 MB into `document`.
// Errors: those of guardXml, and
//   package.not-xml
Status loadNotice(std::string_view bytes, std::string_view file, pugi::xml_document& document);

}  // namespace cchc

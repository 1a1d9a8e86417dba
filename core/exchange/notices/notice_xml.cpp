#include "core/exchange/notices/notice_xml.h"

#include <string>

#include "core/exchange/xml/strict_xml.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {

bool looksLikeNotice(std::string_view bytes, std::string_view element, std::string_view family) {
  const auto head = bytes.substr(0, 400);
  return head.find("<" + std::string(element)) != std::string_view::npos && head.find(family) != std::string_view::npos;
}

Status loadNotice(std::string_view bytes, std::string_view file, pugi::xml_document& document) {
  XmlLimits limits;
  limits.bytes = std::size_t(1) << 20U;
  CCHC_CHECK(guardXml(bytes, file, limits));
  if (!document.load_buffer(bytes.data(), bytes.size(), xmlParseFlags, pugi::encoding_utf8))
    return fail("package.not-xml", file);
  return {};
}

}  // namespace cchc

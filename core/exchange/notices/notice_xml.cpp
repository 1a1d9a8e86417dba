#include "core/exchange/notices/notice_xml.h"

#include <string>

#include "core/base/text.h"
#include "core/exchange/xml/strict_xml.h"

namespace cchc {

bool looksLikeNotice(std::string_view bytes, std::string_view element, std::string_view family) {
  const auto head = bytes.substr(0, 400);
  return head.find("<" + std::string(element)) != std::string_view::npos && head.find(family) != std::string_view::npos;
}

Result<int> loadNotice(const XmlSource& source, std::string_view element, const FileFormat& format,
                       std::string_view otherFile, pugi::xml_document& document) {
  XmlLimits limits;
  limits.bytes = std::size_t(1) << 20U;
  CCHC_CHECK(guardXml(source.bytes, source.file, limits));
  if (!document.load_buffer(source.bytes.data(), source.bytes.size(), xmlParseFlags, pugi::encoding_utf8))
    return fail("package.not-xml", source.file);
  const auto root = document.document_element();
  auto version = formatVersionOf(format, root.attribute("xmlns").value(), root.attribute("minor").value());
  if (root.name() != element || version.kind == FormatVersion::Kind::otherFormat)
    return source.wrong(otherFile, root, {{"element", root.name()}});
  if (version.kind == FormatVersion::Kind::newer)
    return source.wrong("package.newer-format", root, {{"version", version.given}, {"known", version.known}});
  if (version.kind == FormatVersion::Kind::wrongMinor) {
    return source.wrong("package.wrong-attribute", root,
                        {{"element", std::string(element)},
                         {"attribute", "minor"},
                         {"given", shortened(root.attribute("minor").value())},
                         {"field", std::string(element)}});
  }
  return version.minor;
}

}  // namespace cchc

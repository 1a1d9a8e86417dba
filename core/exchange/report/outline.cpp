#include "core/exchange/report/outline.h"

#include <pugixml.hpp>
#include <set>
#include <utility>

#include "core/base/date.h"
#include "core/exchange/xml/strict_xml.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {
namespace {

constexpr unsigned flags = pugi::parse_default;

tl::unexpected<Error> wrong(const XmlSource& source, const pugi::xml_node& node) {
  return source.wrong("outline.structure", node, {{"element", node.name()}});
}

// The files are guarded like any others, but may contain comments, since people write them.
Result<pugi::xml_node> load(const XmlSource& source, pugi::xml_document& document, std::string_view element,
                            std::string_view space) {
  XmlLimits limits;
  limits.comments = true;
  CCHC_CHECK(guardXml(source.bytes, source.file, limits));
  if (!document.load_buffer(source.bytes.data(), source.bytes.size(), flags, pugi::encoding_utf8))
    return fail("package.not-xml", source.file);
  const auto root = document.document_element();
  if (root.name() != element || root.attribute("xmlns").value() != space)
    return source.wrong("outline.not-an-outline", root, {{"element", root.name()}});
  return root;
}

Status readPlaces(const XmlSource& source, const pugi::xml_node& parent, std::set<std::string>& seen,
                  std::vector<OutlineEntry>& entries) {
  for (const auto& node : parent.children()) {
    OutlineEntry entry{{node.attribute("id").value(), node.attribute("vi").value()}, {}};
    if (std::string_view(node.name()) != "place" || entry.place.id.empty() || entry.place.title.empty() ||
        !seen.insert(entry.place.id).second)
      return wrong(source, node);
    CCHC_CHECK(readPlaces(source, node, seen, entry.places));
    entries.push_back(std::move(entry));
  }
  return {};
}

}  // namespace

Result<std::vector<OutlineEntry>> readOutline(std::string_view xml, std::string_view file) {
  const XmlSource source{xml, file};
  pugi::xml_document document;
  CCHC_TRY(const auto root, load(source, document, "outline", "urn:cchc:outline:1"));
  std::set<std::string> seen;
  std::vector<OutlineEntry> entries;
  CCHC_CHECK(readPlaces(source, root, seen, entries));
  return entries;
}

Result<std::vector<CentralDocument>> readCentralDocuments(std::string_view xml, std::string_view file) {
  const XmlSource source{xml, file};
  pugi::xml_document document;
  CCHC_TRY(const auto root, load(source, document, "central-documents", "urn:cchc:central-documents:1"));
  std::vector<CentralDocument> documents;
  for (const auto& node : root.children()) {
    CentralDocument each{node.attribute("symbol").value(), node.attribute("date").value(),
                         node.attribute("issuer").value(), node.attribute("title").value()};
    if (std::string_view(node.name()) != "document" || each.symbol.empty() || each.issuer.empty() ||
        each.title.empty() || !Date::parse(each.date)) {
      return wrong(source, node);
    }
    documents.push_back(std::move(each));
  }
  return documents;
}

}  // namespace cchc

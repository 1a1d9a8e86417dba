#include "core/exchange/report/outline.h"

#include <pugixml.hpp>
#include <set>
#include <utility>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/reading/blank_text.h"
#include "core/exchange/values/value_check.h"
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
  for (const auto& node : parent.children("place")) {
    OutlineEntry entry{{node.attribute("id").value(), node.attribute("vi").value()}, {}};
    if (entry.place.id.empty() || entry.place.title.empty() || !seen.insert(entry.place.id).second)
      return wrong(source, node);
    for (const auto& inner : node.children()) {
      if (std::string_view(inner.name()) != "place") return wrong(source, inner);
    }
    CCHC_CHECK(readPlaces(source, node, seen, entry.places));
    entries.push_back(std::move(entry));
  }
  return {};
}

Result<LeftOutPart> readLeftOut(const XmlSource& source, const pugi::xml_node& node) {
  LeftOutPart part;
  part.definition = DefinitionId(node.attribute("definition").value());
  part.group = node.attribute("group").value();
  const auto at = parseTime(node.attribute("at").value());
  if (part.definition.empty() || !at || !assignLine(node.attribute("by").value(), part.by) || isBlankText(part.by) ||
      !assignLine(node.attribute("reason").value(), part.reason) || node.first_child())
    return wrong(source, node);
  part.at = *at;
  return part;
}

}  // namespace

Result<Outline> readOutline(std::string_view xml, std::string_view file) {
  const XmlSource source{xml, file};
  pugi::xml_document document;
  CCHC_TRY(const auto root, load(source, document, "outline", "urn:cchc:outline:1"));
  std::set<std::string> seen;
  Outline outline;
  CCHC_CHECK(readPlaces(source, root, seen, outline.places));
  for (const auto& node : root.children()) {
    if (std::string_view(node.name()) == "place") continue;
    if (std::string_view(node.name()) != "left-out") return wrong(source, node);
    CCHC_TRY(auto part, readLeftOut(source, node));
    outline.leftOut.push_back(std::move(part));
    outline.leftOutAt.push_back(source.position(node));
  }
  return outline;
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

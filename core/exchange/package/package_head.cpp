#include "core/exchange/package/package_head.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

constexpr std::string_view signatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

tl::unexpected<Error> wrongAttribute(const XmlSource& source, const pugi::xml_node& node, std::string_view attribute,
                                     const char* given) {
  if (given == nullptr || *given == 0) {
    return source.wrong("package.missing-attribute", node,
                        {{"element", node.name()}, {"attribute", std::string(attribute)}});
  }
  return source.wrong("package.wrong-attribute", node,
                      {{"element", node.name()},
                       {"attribute", std::string(attribute)},
                       {"given", shortened(given)},
                       {"field", node.name()}});
}

tl::unexpected<Error> wrongStructure(const XmlSource& source, const pugi::xml_node& node) {
  return source.wrong("package.structure", node, {{"element", node.name()}});
}

template <std::size_t count>
Status readAttributes(const XmlSource& source, const pugi::xml_node& node,
                      const std::array<std::string_view, count>& names, std::array<const char*, count>& values) {
  const auto other = attributesOf(node, names, values);
  if (!other) return {};
  return source.wrong("package.unknown-attribute", node, {{"element", node.name()}, {"attribute", other.name()}});
}

// The same for an element that has nothing but attributes.
template <std::size_t count>
Status readEmptyElement(const XmlSource& source, const pugi::xml_node& node,
                        const std::array<std::string_view, count>& names, std::array<const char*, count>& values) {
  CCHC_CHECK(readAttributes(source, node, names, values));
  return node.first_child() || *node.value() != 0 ? wrongStructure(source, node) : Status();
}

// A package of another major or a greater minor version is for a newer program. It may contain things that this program
// does not know, so nothing else is checked.
Status checkRoot(const XmlSource& source, const pugi::xml_node& root) {
  using Kind = FormatVersion::Kind;
  const std::string_view space = root.attribute("xmlns").value(), name = root.name();
  const auto version = formatVersionOf(submissionFormat, space, root.attribute("minor").value());
  if (name != "submission" || version.kind == Kind::otherFormat) {
    return source.wrong("package.not-a-package", root,
                        {{"element", std::string(name)}, {"namespace", std::string(space)}});
  }
  if (version.kind == Kind::newer)
    return source.wrong("package.newer-format", root, {{"version", version.given}, {"known", version.known}});
  if (version.kind == Kind::wrongMinor) return wrongAttribute(source, root, "minor", root.attribute("minor").value());
  for (auto attribute = root.first_attribute(); attribute; attribute = attribute.next_attribute()) {
    const std::string_view each = attribute.name();
    if (each != "xmlns" && each != "minor" && each.substr(0, 6) != "xmlns:") {
      return source.wrong("package.unknown-attribute", root,
                          {{"element", "submission"}, {"attribute", std::string(each)}});
    }
  }
  return {};
}

// Whether this is a ds:Signature. Its content is checked by signing/, not here.
bool isSignature(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  if (name.substr(colon == name.npos ? 0 : colon + 1) != "Signature") return false;
  const auto declaration = colon == name.npos ? std::string("xmlns") : "xmlns:" + std::string(name.substr(0, colon));
  for (auto at = node; at; at = at.parent()) {
    if (const auto attribute = at.attribute(declaration.c_str())) return attribute.value() == signatureNamespace;
  }
  return false;
}

Status assignToken(const XmlSource& source, const pugi::xml_node& node, std::string_view name, const char* given,
                   std::string& target) {
  if (given == nullptr || !isToken(given)) return wrongAttribute(source, node, name, given);
  target = given;
  return {};
}

Status assignUnitCode(const XmlSource& source, const pugi::xml_node& node, std::string_view name, const char* given,
                      OrgUnitId& target) {
  if (given == nullptr || !isUnitCode(given)) return wrongAttribute(source, node, name, given);
  target.value = given;
  return {};
}

Status assignDigest(const XmlSource& source, const pugi::xml_node& node, std::string_view name, const char* given,
                    std::string& target) {
  if (given == nullptr || !isDigest(given)) return wrongAttribute(source, node, name, given);
  target = given;
  return {};
}

Status assignPositive(const XmlSource& source, const pugi::xml_node& node, std::string_view name, const char* given,
                      int& target) {
  const auto number = given == nullptr ? std::nullopt : positiveOf(given);
  if (!number) return wrongAttribute(source, node, name, given);
  target = *number;
  return {};
}

Status readSubmitted(const XmlSource& source, const pugi::xml_node& node, SubmissionHeader& header) {
  constexpr std::array<std::string_view, 4> names = {"at", "by", "login", "station"};
  std::array<const char*, 4> values;
  CCHC_CHECK(readEmptyElement(source, node, names, values));
  const auto time = values[0] == nullptr ? std::nullopt : parseTime(values[0]);
  if (!time) return wrongAttribute(source, node, "at", values[0]);
  header.submittedAt = *time;
  std::array<std::string*, 4> targets = {nullptr, &header.submittedBy.name, &header.submittedBy.login,
                                         &header.submittedBy.station};
  for (std::size_t i = 1; i < names.size(); ++i) {
    targets[i]->clear();
    if (values[i] != nullptr && !assignLine(values[i], *targets[i]))
      return wrongAttribute(source, node, names[i], values[i]);
  }
  return {};
}

Status readEnteredFor(const XmlSource& source, const pugi::xml_node& node, EnteredFor& enteredFor) {
  constexpr std::array<std::string_view, 4> names = {"asked-by", "asked-on", "by", "places"};
  std::array<const char*, 4> values;
  CCHC_CHECK(readEmptyElement(source, node, names, values));
  if (values[0] == nullptr || !assignLine(values[0], enteredFor.askedBy) || enteredFor.askedBy.empty())
    return wrongAttribute(source, node, names[0], values[0]);
  const auto day = values[1] == nullptr ? std::nullopt : Date::parse(values[1]);
  if (!day || !day->hasDay()) return wrongAttribute(source, node, names[1], values[1]);
  enteredFor.askedOn = *day;
  CCHC_CHECK(assignUnitCode(source, node, names[2], values[2], enteredFor.by));
  if (values[3] == nullptr) return {};
  std::string list;
  if (!assignLine(values[3], list)) return wrongAttribute(source, node, names[3], values[3]);
  for (std::size_t from = 0; from < list.size();) {
    const auto to = std::min(list.find(' ', from), list.size());
    if (to > from) enteredFor.places.emplace_back(std::string_view(list).substr(from, to - from));
    from = to + 1;
  }
  return enteredFor.places.empty() ? wrongAttribute(source, node, names[3], values[3]) : Status();
}

}  // namespace

Result<PackageNodes> findPackageNodes(const XmlSource& source, const pugi::xml_document& document) {
  const auto root = document.document_element();
  CCHC_CHECK(checkRoot(source, root));
  PackageNodes nodes;
  bool signature = false;
  for (auto node = root.first_child(); node; node = node.next_sibling()) {
    const std::string_view name = node.name();
    if (node.type() != pugi::node_element) return wrongStructure(source, root);
    if (!nodes.content && name == "content")
      nodes.content = node;
    else if (nodes.content && !nodes.attachments && !signature && name == "attachments")
      nodes.attachments = node;
    else if (nodes.content && !signature && isSignature(node))
      signature = true;
    else
      return wrongStructure(source, node);
  }
  if (!nodes.content || !trim(root.value()).empty()) return wrongStructure(source, root);
  if (!trim(nodes.content.value()).empty()) return wrongStructure(source, nodes.content);
  nodes.submitted = nodes.content.first_child();
  if (std::string_view(nodes.submitted.name()) != "submitted")
    return wrongStructure(source, nodes.submitted ? nodes.submitted : nodes.content);
  nodes.firstValue = nodes.submitted.next_sibling();
  if (std::string_view(nodes.firstValue.name()) == "entered-for") {
    nodes.enteredFor = nodes.firstValue;
    nodes.firstValue = nodes.enteredFor.next_sibling();
  }
  return nodes;
}

Status readPackageHead(const XmlSource& source, const PackageNodes& nodes, SubmissionHeader& header) {
  enum { definition, definitionDigest, id, journalHead, period, reporter, revision, unit, version, space, count };
  constexpr std::array<std::string_view, count> names = {
      "definition", "definition-digest", "id",   "journal-head", "period",
      "reporter",   "revision",          "unit", "version",      "xmlns"};
  const auto& node = nodes.content;
  std::array<const char*, count> values;
  CCHC_CHECK(readAttributes(source, node, names, values));
  const auto is = [&](int which, std::string_view wanted) {
    const char* value = values[static_cast<std::size_t>(which)];
    return value != nullptr && value == wanted;
  };
  if (!is(id, "content")) return wrongAttribute(source, node, "id", values[id]);
  // The content must declare its namespace itself: only then are its octets its canonical form.
  if (!is(space, submissionFormat.space)) return wrongAttribute(source, node, "xmlns", values[space]);
  CCHC_CHECK(assignToken(source, node, "definition", values[definition], header.key.definition.value));
  CCHC_CHECK(assignUnitCode(source, node, "unit", values[unit], header.key.unit));
  CCHC_CHECK(assignToken(source, node, "period", values[period], header.key.period.value));
  CCHC_CHECK(assignUnitCode(source, node, "reporter", values[reporter], header.reporter));
  CCHC_CHECK(assignPositive(source, node, "version", values[version], header.definitionVersion));
  CCHC_CHECK(assignPositive(source, node, "revision", values[revision], header.revision));
  CCHC_CHECK(assignDigest(source, node, "definition-digest", values[definitionDigest], header.definitionDigest));
  header.journalHead.clear();
  if (values[journalHead] != nullptr)
    CCHC_CHECK(assignDigest(source, node, "journal-head", values[journalHead], header.journalHead));
  header.signer.clear();
  header.enteredFor.reset();
  CCHC_CHECK(readSubmitted(source, nodes.submitted, header));
  return nodes.enteredFor ? readEnteredFor(source, nodes.enteredFor, header.enteredFor.emplace()) : Status();
}

std::string_view contentOctets(const XmlSource& source, const PackageNodes& nodes) {
  constexpr std::string_view closing = "</content";
  const auto begin = static_cast<std::size_t>(nodes.content.offset_debug()) - 1;
  const auto after = nodes.content.next_sibling();
  const auto limit = after ? static_cast<std::size_t>(after.offset_debug()) : source.bytes.size();
  const auto end = source.bytes.rfind(closing, limit);
  return source.bytes.substr(begin, source.bytes.find('>', end) + 1 - begin);
}

}  // namespace cchc

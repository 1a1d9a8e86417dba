#include "core/exchange/values/document_element.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/text.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/tokens.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {
namespace {

enum DocumentPart {
  date,
  forYear,
  implements,
  issuer,
  issuerCode,
  number,
  numberState,
  role,
  symbol,
  title,
  type,
  year,
  partCount
};
constexpr std::array<std::string_view, partCount> partNames = {"date",        "for-year", "implements",   "issuer",
                                                               "issuer-code", "number",   "number-state", "role",
                                                               "symbol",      "title",    "type",         "year"};

tl::unexpected<Error> wrongAttribute(std::string_view name, std::string_view given) {
  return fail("value.document-attribute", {}, {{"attribute", std::string(name)}, {"given", shortened(given)}});
}

std::optional<std::size_t> sizeOf(std::string_view text) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const bool canonical = !text.empty() && text.size() <= 9 && (text == "0" || text.front() != '0');
  return canonical && error == std::errc() && end == text.data() + text.size() ? std::optional(size) : std::nullopt;
}

}  // namespace

Status readDocument(const pugi::xml_node& node, DocumentReference& document) {
  std::array<const char*, partCount> parts;
  if (const auto other = attributesOf(node, partNames, parts)) return wrongAttribute(other.name(), other.value());
  if (node.first_child() || *node.value() != 0) return fail("value.unexpected-element", {}, {{"element", "document"}});
  const auto line = [&](DocumentPart part, std::string& target) -> Status {
    if (parts[part] == nullptr)
      target.clear();
    else if (!assignLine(parts[part], target))
      return wrongAttribute(partNames[part], parts[part]);
    return {};
  };
  CCHC_CHECK(line(type, document.type));
  CCHC_CHECK(line(number, document.number));
  CCHC_CHECK(line(issuerCode, document.issuerCode));
  CCHC_CHECK(line(issuer, document.issuer));
  CCHC_CHECK(line(title, document.title));
  CCHC_CHECK(line(implements, document.implements));
  document.date.reset();
  document.year.clear();
  document.forYear.reset();
  document.role = DocumentRole::unspecified;
  document.numberState = NumberState::known;
  if (parts[date] != nullptr && !(document.date = Date::parse(parts[date]))) return wrongAttribute("date", parts[date]);
  if (parts[year] != nullptr) {
    if (!yearOf(parts[year])) return wrongAttribute("year", parts[year]);
    document.year = parts[year];
  }
  if (parts[forYear] != nullptr) {
    document.forYear = yearOf(parts[forYear]);
    if (!document.forYear) return wrongAttribute("for-year", parts[forYear]);
  }
  if (parts[role] != nullptr) {
    const auto known = documentRoleOf(parts[role]);
    if (!known) return wrongAttribute("role", parts[role]);
    document.role = *known;
  }
  if (parts[numberState] != nullptr) {
    const auto known = numberStateOf(parts[numberState]);
    if (!known) return wrongAttribute("number-state", parts[numberState]);
    document.numberState = *known;
    if (document.numberState != NumberState::known && !document.number.empty())
      return wrongAttribute("number-state", parts[numberState]);
  }
  if (parts[symbol] == nullptr) {
    document.symbol.clear();
  } else {
    std::string written;
    const bool numbered = document.numberState == NumberState::known;
    if (!numbered || !assignLine(parts[symbol], written)) return wrongAttribute("symbol", parts[symbol]);
    setSymbol(document, written);
  }
  return {};
}

Status readAttachmentReference(const pugi::xml_node& node, Attachment& attachment) {
  constexpr std::array<std::string_view, 4> names = {"digest", "media-type", "name", "size"};
  std::array<const char*, 4> values;
  if (const auto other = attributesOf(node, names, values)) return wrongAttribute(other.name(), other.value());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (values[i] == nullptr) return wrongAttribute(names[i], "");
  }
  if (!isDigest(values[0])) return wrongAttribute("digest", values[0]);
  attachment.digest = values[0];
  for (const auto& [index, target] : {std::pair(1, &attachment.mediaType), std::pair(2, &attachment.name)}) {
    const auto at = static_cast<std::size_t>(index);
    if (!assignLine(values[at], *target) || target->empty()) return wrongAttribute(names[at], values[at]);
  }
  const auto size = sizeOf(values[3]);
  if (!size) return wrongAttribute("size", values[3]);
  attachment.size = *size;
  return {};
}

void writeDocument(CanonicalXml& xml, const DocumentReference& document) {
  xml.open("document").optional("date", document.date ? document.date->toText() : std::string());
  if (document.forYear) xml.attribute("for-year", std::to_string(*document.forYear));
  xml.optional("implements", document.implements)
      .optional("issuer", document.issuer)
      .optional("issuer-code", document.issuerCode);
  if (document.numberState == NumberState::known)
    xml.optional("number", document.number);
  else
    xml.attribute("number-state", numberStateName(document.numberState));
  xml.optional("role", documentRoleName(document.role))
      .since(1, "symbol", document.symbol)
      .optional("title", document.title)
      .optional("type", document.type);
  xml.optional("year", document.year).close().end("document");
}

void writeAttachmentReference(CanonicalXml& xml, const Attachment& attachment) {
  xml.open("attachment")
      .attribute("digest", attachment.digest)
      .attribute("media-type", attachment.mediaType)
      .attribute("name", attachment.name);
  xml.attribute("size", std::to_string(attachment.size)).close().end("attachment");
}

}  // namespace cchc

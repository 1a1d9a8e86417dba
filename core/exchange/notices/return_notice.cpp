#include "core/exchange/notices/return_notice.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

#include "core/base/format_version.h"
#include "core/base/names.h"
#include "core/base/reading/blank_text.h"
#include "core/base/text.h"
#include "core/exchange/notices/notice_xml.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/indented_xml.h"
#include "core/exchange/xml/tokens.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {
namespace {

constexpr std::size_t mostRemarks = 1000;
constexpr std::array<std::string_view, 10> returnNames = {"xmlns",    "minor",  "definition", "unit", "period",
                                                          "revision", "digest", "at",         "by",   "kind"};
constexpr std::size_t required = 9;
constexpr Names<ReturnKind, 3> kinds{
    {{{ReturnKind::returned, ""}, {ReturnKind::asked, "asked"}, {ReturnKind::refused, "refused"}}}};

}  // namespace

std::string writeReturn(const ReturnNotice& notice, bool forSigning) {
  std::ostringstream out;
  detail::IndentedXml xml(out);
  xml.open("return")
      .attribute("xmlns", returnFormat.space)
      .minorAttribute()
      .attribute("definition", notice.section.definition.value)
      .attribute("unit", codeOf(notice.section.unit))
      .attribute("period", notice.section.period.value)
      .attribute("revision", notice.revision)
      .attribute("digest", notice.digest)
      .attribute("at", timeText(notice.at))
      .attribute("by", notice.by);
  if (forSigning) xml.needs(2);
  xml.since(2, "kind", kinds.name(notice.kind));
  xml.textElement("reason", notice.reason);
  for (const auto& remark : notice.remarks) {
    xml.needs(1).open("remark").attribute("place", placeText(remark.place));
    xml.text(remark.text);
    xml.close();
  }
  xml.close();
  static_cast<void>(xml.finish());  // a string stream does not fail
  return out.str();
}

bool looksLikeReturn(std::string_view bytes) { return looksLikeNotice(bytes, "return", formatFamily(returnFormat)); }

Result<ReturnNotice> readReturn(std::string_view bytes, std::string_view file, const UnitCodes& codes) {
  const XmlSource source{bytes, file};
  pugi::xml_document document;
  CCHC_TRY(const auto minor, loadNotice(source, "return", returnFormat, "package.not-a-return", document));
  const auto root = document.document_element();
  std::array<const char*, returnNames.size()> values{};
  const auto unknown = attributesOf(root, returnNames, values);
  if (unknown)
    return source.wrong("package.unknown-attribute", root, {{"element", "return"}, {"attribute", unknown.name()}});
  for (std::size_t i = 1; i < required; ++i) {
    if (values[i] == nullptr)
      return source.wrong("package.missing-attribute", root,
                          {{"element", "return"}, {"attribute", std::string(returnNames[i])}});
  }
  const auto wrong = [&](std::size_t i) {
    return source.wrong("package.wrong-attribute", root,
                        {{"element", "return"},
                         {"attribute", std::string(returnNames[i])},
                         {"given", shortened(values[i])},
                         {"field", "return"}});
  };
  ReturnNotice notice;
  for (const std::size_t i : {2, 4}) {
    if (!isToken(values[i])) return wrong(i);
  }
  if (!isUnitCode(values[3])) return wrong(3);
  const PeriodId period(values[4]);
  notice.section = {DefinitionId(values[2]), codes.unitOf(values[3], period), period};
  const auto revision = positiveOf(values[5]);
  if (!revision) return wrong(5);
  notice.revision = *revision;
  if (!isDigest(values[6])) return wrong(6);
  notice.digest = values[6];
  const auto at = parseTime(values[7]);
  if (!at) return wrong(7);
  notice.at = *at;
  CCHC_TRY(notice.by, normaliseLine(values[8]));
  if (values[9] != nullptr) {
    const auto kind = kinds.find(values[9]);
    if (!kind || minor < 2) return wrong(9);
    notice.kind = *kind;
  }
  const auto reason = root.first_child();
  if (std::string_view(reason.name()) != "reason" || hasElements(reason))
    return source.wrong("package.structure", root, {{"element", "return"}});
  CCHC_TRY(notice.reason, normaliseText(reason.child_value()));
  if (isBlankText(notice.reason)) return fail("return.reason", file);
  for (auto node = reason.next_sibling(); node; node = node.next_sibling()) {
    if (std::string_view(node.name()) == "ds:Signature" && !node.next_sibling() && minor >= 2) break;
    const auto place = node.first_attribute();
    const bool wellMade = std::string_view(node.name()) == "remark" && std::string_view(place.name()) == "place" &&
                          !place.next_attribute() && !hasElements(node);
    if (!wellMade || notice.remarks.size() == mostRemarks)
      return source.wrong("package.structure", node.type() == pugi::node_element ? node : root,
                          {{"element", "return"}});
    Remark remark;
    CCHC_TRY(remark.place, normaliseLine(place.value()));
    CCHC_TRY(remark.text, normaliseText(node.child_value()));
    if (remark.place.empty() || isBlankText(remark.text))
      return source.wrong("package.structure", node, {{"element", "remark"}});
    notice.remarks.push_back(std::move(remark));
  }
  return notice;
}

}  // namespace cchc

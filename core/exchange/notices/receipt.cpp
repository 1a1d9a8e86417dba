#include "core/exchange/notices/receipt.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <pugixml.hpp>

#include "core/base/format_version.h"
#include "core/base/text.h"
#include "core/exchange/notices/notice_xml.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/canonical_xml.h"
#include "core/exchange/xml/tokens.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {
namespace {

enum { space, at, by, definition, digest, id, journalHead, period, result, revision, unit, attributeCount };
constexpr std::array<std::string_view, attributeCount> receiptNames = {
    "xmlns", "at", "by", "definition", "digest", "id", "journal-head", "period", "result", "revision", "unit"};
constexpr std::string_view waitingResult = "waiting";  // since minor 1
constexpr std::array<std::string_view, 4> results = {"stored", "known", "rival", waitingResult};

}  // namespace

std::string writeReceipt(const Receipt& receipt) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<receipt xmlns=\"" + std::string(receiptFormat.space) +
                    "\" minor=\"" + (receipt.result == waitingResult ? "1" : "0") + "\">\n";
  CanonicalXml xml(out);
  xml.open("content")
      .attribute("xmlns", receiptFormat.space)
      .attribute("at", timeText(receipt.at))
      .attribute("by", receipt.by);
  xml.attribute("definition", receipt.section.definition.value)
      .attribute("digest", receipt.digest)
      .attribute("id", "content");
  xml.attribute("journal-head", receipt.journalHead)
      .attribute("period", receipt.section.period.value)
      .attribute("result", receipt.result);
  xml.attribute("revision", std::to_string(receipt.revision))
      .attribute("unit", codeOf(receipt.section.unit))
      .close()
      .end("content");
  return out += "\n</receipt>\n";
}

bool looksLikeReceipt(std::string_view bytes) { return looksLikeNotice(bytes, "receipt", formatFamily(receiptFormat)); }

Result<Receipt> readReceipt(std::string_view bytes, std::string_view file, const UnitCodes& codes) {
  const XmlSource source{bytes, file};
  pugi::xml_document document;
  CCHC_CHECK(loadNotice(source, "receipt", receiptFormat, "package.not-a-receipt", document));
  const auto root = document.document_element();
  const auto content = root.first_child();
  const auto structure = [&] { return source.wrong("package.structure", root, {{"element", "receipt"}}); };
  if (std::string_view(content.name()) != "content" || content.first_child() || *content.value() != 0)
    return structure();
  const auto after = content.next_sibling();
  if (after && (std::string_view(after.name()) != "ds:Signature" || after.next_sibling())) return structure();
  std::array<const char*, attributeCount> values{};
  if (const auto other = attributesOf(content, receiptNames, values)) {
    return source.wrong("package.unknown-attribute", content, {{"element", "content"}, {"attribute", other.name()}});
  }
  const auto wrong = [&](std::size_t i) {
    return source.wrong("package.wrong-attribute", content,
                        {{"element", "content"},
                         {"attribute", std::string(receiptNames[i])},
                         {"given", values[i] == nullptr ? "" : shortened(values[i])},
                         {"field", "receipt"}});
  };
  for (std::size_t i = 0; i < attributeCount; ++i) {
    if (values[i] == nullptr) return wrong(i);
  }
  if (values[space] != receiptFormat.space) return wrong(space);
  if (std::string_view(values[id]) != "content") return wrong(id);
  for (const std::size_t i : {definition, period}) {
    if (!isToken(values[i])) return wrong(i);
  }
  if (!isUnitCode(values[unit])) return wrong(unit);
  for (const std::size_t i : {digest, journalHead}) {
    if (!isDigest(values[i]) && (i == digest || *values[i] != 0)) return wrong(i);
  }
  Receipt receipt;
  const PeriodId in(values[period]);
  receipt.section = {DefinitionId(values[definition]), codes.unitOf(values[unit], in), in};
  const auto number = positiveOf(values[revision]);
  if (!number) return wrong(revision);
  receipt.revision = *number;
  const auto time = parseTime(values[at]);
  if (!time) return wrong(at);
  receipt.at = *time;
  const bool known = std::find(results.begin(), results.end(), values[result]) != results.end();
  const bool tooEarly = values[result] == waitingResult && std::string_view(root.attribute("minor").value()) == "0";
  if (!known || tooEarly) return wrong(result);
  receipt.digest = values[digest], receipt.journalHead = values[journalHead], receipt.result = values[result];
  CCHC_TRY(receipt.by, normaliseLine(values[by]));
  return receipt;
}

}  // namespace cchc

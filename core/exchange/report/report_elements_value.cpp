// Writes the typed values of report.xml.
#include <string>
#include <string_view>
#include <variant>

#include "core/base/vietnamese.h"
#include "core/exchange/report/report_elements.h"

namespace cchc::detail {
namespace {

void writeDocument(IndentedXml& xml, const DocumentReference& document) {
  xml.open("document")
      .optional("type", document.type)
      .optional("number", document.number)
      .optional("year", document.year)
      .optional("issuer-code", document.issuerCode)
      .optional("date", document.date ? document.date->toText() : std::string())
      .optional("issuer", document.issuer)
      .since(1, "symbol", document.symbol)
      .optional("title", document.title)
      .optional("for-year", document.forYear.value_or(0))
      .optional("role", documentRoleName(document.role))
      .optional("number-state",
                document.numberState == NumberState::known ? std::string_view() : numberStateName(document.numberState))
      .optional("implements", document.implements)
      .close();
}

struct ContentWriter {
  IndentedXml& xml;
  FieldType type;

  void scalar(std::string_view element, std::string_view text) const { xml.open(element, line).text(text).close(); }

  void operator()(std::monostate) const {}
  void operator()(const Decimal& number) const {
    const bool whole = type == FieldType::integer || type == FieldType::money;
    const Decimal shown = whole ? number.normalised() : number;
    // If the computed value of a whole-number field has a fraction, it is written as a decimal.
    scalar(isNumeric(type) && !(whole && shown.scale() != 0) ? fieldTypeName(type) : "decimal", shown.toText());
  }
  void operator()(bool yes) const { scalar("yes-no", yes ? "yes" : "no"); }
  void operator()(const Date& date) const { scalar("date", date.toText()); }
  void operator()(const DateRange& range) const {
    xml.open("date-range").attribute("from", range.from.toText()).attribute("to", range.to.toText()).close();
  }
  void operator()(const std::string& text) const { scalar(type == FieldType::choice ? "choice" : "text", text); }
  void operator()(const Choices& choices) const {
    std::string text;
    for (const auto& choice : choices) text += (text.empty() ? "" : " ") + choice;
    scalar("choices", text);
  }
  void operator()(const Documents& documents) const {
    for (const auto& document : documents) writeDocument(xml, document);
  }
  void operator()(const Attachment& attachment) const {
    xml.open("attachment")
        .attribute("name", attachment.name)
        .optional("media-type", attachment.mediaType)
        .attribute("digest", attachment.digest)
        .attribute("size", std::to_string(attachment.size))
        .close();
  }
};

}  // namespace

void writeValueAttributes(IndentedXml& xml, const Value& value) {
  if (value.qualifier != Qualifier::exact) xml.attribute("qualifier", qualifierName(value.qualifier));
  xml.optional("denominator", denominatorName(value.denominator)).since(1, "base", rateBaseName(value.base));
}

void writeValueContent(IndentedXml& xml, FieldType type, const Value& value) {
  std::visit(ContentWriter{xml, type}, value.content);
}

std::string annexDisplay(FieldType type, const Decimal& number) {
  return type == FieldType::percent || type == FieldType::rate ? vietnamese::percent(number)
                                                               : vietnamese::number(number);
}

}  // namespace cchc::detail

#include "core/exchange/values/value_element.h"

#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

#include "core/base/text.h"
#include "core/exchange/values/document_element.h"
#include "core/exchange/values/value_check.h"

namespace cchc {
namespace {

bool spaceOnly(std::string_view text) { return trim(text).empty(); }

Status unexpected(const pugi::xml_node& node) {
  return fail("value.unexpected-element", {}, {{"element", node.name()}});
}

// Reads documents or an attachment. There may be no text between their elements.
Status readElements(const FieldDefinition& field, const pugi::xml_node& node, Value& value) {
  if (!spaceOnly(node.value())) return fail("value.needs-element", {}, {{"given", shortened(node.value())}});
  const bool attachment = field.type == FieldType::attachment;
  if (!node.first_child()) {
    value.content = std::monostate();
    return {};
  }
  Documents* documents = attachment ? nullptr : std::get_if<Documents>(&value.content);
  if (!attachment && documents == nullptr) documents = &value.content.emplace<Documents>();
  std::size_t count = 0;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_pcdata) {
      if (!spaceOnly(child.value())) return fail("value.needs-element", {}, {{"given", shortened(child.value())}});
      continue;
    }
    if (std::string_view(child.name()) != (attachment ? "attachment" : "document")) return unexpected(child);
    ++count;
    if (attachment) {
      if (count > 1 || child.first_child() || *child.value() != 0) return unexpected(child);
      CCHC_CHECK(readAttachmentReference(child, value.content.emplace<Attachment>()));
    } else {
      if (count > 1 && field.type == FieldType::document) return fail("value.one-document");
      if (documents->size() < count) documents->emplace_back();
      CCHC_CHECK(readDocument(child, (*documents)[count - 1]));
    }
  }
  if (count == 0) {
    value.content = std::monostate();
  } else if (!attachment) {
    documents->resize(count);
  }
  return {};
}

bool holdsElements(FieldType type) {
  return type == FieldType::document || type == FieldType::documents || type == FieldType::attachment;
}

// Joins a text that comments divide into pieces.
Status joinPieces(const pugi::xml_node& node, std::string& text) {
  text = node.value();
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_pcdata) return unexpected(child);
    text += child.value();
  }
  return {};
}

}  // namespace

Status readValueElement(const FieldDefinition& field, const pugi::xml_node& node, const ValueMarks& marks, Value& value,
                        bool trimmed) {
  if (!field.enterable()) return checkEnterable(field);
  value.clearMarks();
  if (marks.any()) CCHC_CHECK(assignMarks(field, marks, value));
  if (holdsElements(field.type)) {
    CCHC_CHECK(readElements(field, node, value));
  } else {
    std::string joined;
    std::string_view text = node.value();
    if (node.first_child()) {
      CCHC_CHECK(joinPieces(node, joined));
      text = joined;
    }
    if (trimmed && field.type != FieldType::text && field.type != FieldType::longText) text = trim(text);
    CCHC_CHECK(assignLexical(field, text, value));
  }
  if (value.blank() && marks.any()) return fail("value.blank-qualified");
  return {};
}

Result<std::string> readUnknownValue(const pugi::xml_node& node, const ValueMarks& marks) {
  Value value;
  FieldDefinition rate;  // the type that may have every mark
  rate.type = FieldType::rate;
  rate.qualifiers = 0x3f;
  if (marks.any()) CCHC_CHECK(assignMarks(rate, marks, value));
  const auto first = node.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
  FieldDefinition any;
  any.type = !first                                           ? FieldType::longText
             : std::string_view(first.name()) == "attachment" ? FieldType::attachment
                                                              : FieldType::documents;
  any.maxLength = std::size_t(-1);
  if (first) {
    CCHC_CHECK(readElements(any, node, value));
  } else {
    std::string text;
    CCHC_CHECK(joinPieces(node, text));
    CCHC_CHECK(assignLexical(any, text, value));
  }
  return encodeValue(value);
}

void writeValueContent(CanonicalXml& xml, const Value& value) {
  if (const auto* documents = value.documents()) {
    for (const auto& document : *documents) writeDocument(xml, document);
  } else if (const auto* attachment = std::get_if<Attachment>(&value.content)) {
    writeAttachmentReference(xml, *attachment);
  } else if (const auto* text = value.text()) {
    xml.text(*text);
  } else {
    xml.text(lexical(value));
  }
}

bool isEmptyValue(const Value& value) {
  if (const auto* text = value.text()) return text->empty();
  if (const auto* documents = value.documents()) return documents->empty();
  if (const auto* choices = std::get_if<Choices>(&value.content)) return choices->empty();
  return value.blank();
}

std::string_view qualifierText(const Value& value) {
  return value.qualifier == Qualifier::exact ? std::string_view() : qualifierName(value.qualifier);
}

}  // namespace cchc

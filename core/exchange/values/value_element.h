// <field …> and <cell …>: elements that hold one value as text, documents or an attachment. Private to exchange/.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/values/value_check.h"
#include "core/exchange/xml/canonical_xml.h"
#include "core/model/value.h"

namespace cchc {

// Reads the element into `value`, whose storage is reused. With `trimmed`, space around a figure is allowed, for files
// that people write by hand.
// Errors, without a place: those of assignLexical, assignMarks and checkEnterable (value_check.h), and
//   value.needs-element, value.unexpected-element  text instead of documents, or a wrong element
//   value.one-document                             the field holds one document only
//   value.blank-qualified                          marks without a value
//   value.document-attribute                       an attribute of a document or attachment is wrong
Status readValueElement(const FieldDefinition& field, const pugi::xml_node& node, const ValueMarks& marks, Value& value,
                        bool trimmed = false);

// Reads a value whose field the definition does not know, in the form of encodeValue (model/value.h). Errors as above.
Result<std::string> readUnknownValue(const pugi::xml_node& node, const ValueMarks& marks);

// Writes the value's text, or its documents or attachment as elements; for a blank value writes nothing.
void writeValueContent(CanonicalXml& xml, const Value& value);
// Whether writeValueContent would write nothing: the value is blank, or an empty text or list.
bool isEmptyValue(const Value& value);
// The name of a value's qualifier as the attribute has it; "" for exact.
std::string_view qualifierText(const Value& value);

}  // namespace cchc

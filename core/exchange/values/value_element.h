// <field …> and <cell …>: an element that holds one value, as text, documents or an attachment.
#pragma once
#include "core/definition/definition.h"
#include "core/exchange/xml/canonical_xml.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {

// Fills `value` (its storage is used again) from the element and its qualifier= and denominator= (nullptr: absent).
// Codes value.* and text.* without a place. A value that is not enterable is value.computed. `trimmed`: space around a
// figure is let pass (files written by hand).
Status readValueElement(const FieldDefinition& field, const pugi::xml_node& node, const char* qualifier,
                        const char* denominator, Value& value, bool trimmed = false);

// A value whose field the definition does not know, as encodeValue would write it.
Result<std::string> readUnknownValue(const pugi::xml_node& node, const char* qualifier, const char* denominator);

// The value's text, or its documents or attachment as elements; nothing for a blank one.
void writeValueContent(CanonicalXml& xml, const Value& value);
// Nothing in it to write: blank, or an empty text or list.
bool isEmptyValue(const Value& value);
const char* qualifierText(const Value& value);    // nullptr for exact
const char* denominatorText(const Value& value);  // nullptr for unspecified

}  // namespace cchc

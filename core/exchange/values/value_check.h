// Whether a value may stand in a field or cell, by what its definition says of its type. Limits (minimum, maximum),
// required and rules are not asked here: those are findings of rules/, which a clerk may answer; what is refused here
// can be the value of no section.
#pragma once
#include "core/definition/definition.h"

namespace cchc {

// The value that a text means in a field of packages and values files. Storage of `value` is used again. Codes value.*
// and text.*, no place.
Status assignLexical(const FieldDefinition& field, std::string_view text, Value& value);
// The same where the text is of an everyday kind and surely in order: a number, a date, a choice, plain text. False
// says nothing but that assignLexical must look: making no message is what makes it fast.
bool assignPlain(const FieldDefinition& field, std::string_view text, Value& value);
// A value from elsewhere (a sheet, documents): the same checks.
Status checkValue(const FieldDefinition& field, const Value& value);
// value.qualifier-not-allowed, value.denominator-not-allowed; texts may be nullptr.
Status assignQualifier(const FieldDefinition& field, const char* qualifier, const char* denominator, Value& value);
// value.computed where nothing may be entered.
Status checkEnterable(const FieldDefinition& field);

// One line of text, NFC. False when it may not be. All texts given here are UTF-8 already: guarded, or checked on
// reading.
bool assignLine(std::string_view text, std::string& target);
// The beginning of a long text, for messages.
std::string shortened(std::string_view text);

}  // namespace cchc

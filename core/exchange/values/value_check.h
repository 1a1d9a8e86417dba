// Checks whether a value fits the type of a field or cell in its definition. What is refused here can be the value of
// no section. Limits (minimum, maximum), required fields and rules are not checked here: rules/ turns those into
// findings. For exchange/, and for plugin/, whose importers give values too. All texts that are passed in are valid
// UTF-8: the guard or their reader has checked that.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/definition/definition.h"

namespace cchc {

// Reads the text of a field in a package or values file into `value`, whose storage is reused.
// Errors, without a place:
//   value.not-a-number, value.not-a-date, ...            the text is not a value of the type (model/value.h)
//   value.not-whole, value.too-many-decimals, value.too-large
//                                                        the figure does not fit the type
//   value.unknown-choice, value.repeated-choice          the choice is not offered, or is named twice
//   value.too-long, text.*                               the text is too long, or has characters that are not allowed
Status assignLexical(const FieldDefinition& field, std::string_view text, Value& value);
// The same for common texts that are certainly in order: a number, a date, a choice, plain text. It is fast because it
// does not construct an error; false only means that assignLexical must read the text.
bool assignPlain(const FieldDefinition& field, std::string_view text, Value& value);
// Checks a value from elsewhere, such as a sheet.
// Errors, without a place: as assignLexical, and
//   value.one-document  the field holds one document only
Status checkValue(const FieldDefinition& field, const Value& value);
// Checks the parts of a document from elsewhere, such as an importer, whose texts are lines already.
// Errors, without a place:
//   value.document-attribute  a date that does not exist, a year without four digits, an unknown role or number state,
//                             or a number beside a number state that says there is none
Status checkDocument(const DocumentReference& document);
// What an element says about its value, as its attributes base, denominator and qualifier; nullptr: absent.
struct ValueMarks {
  const char *base = nullptr, *denominator = nullptr, *qualifier = nullptr;
  bool any() const { return base != nullptr || denominator != nullptr || qualifier != nullptr; }
};
// Sets the marks of `value`.
// Errors, without a place:
//   value.qualifier-not-allowed, value.denominator-not-allowed, value.base-not-allowed  the field does not allow it
Status assignMarks(const FieldDefinition& field, const ValueMarks& marks, Value& value);
// Errors, without a place:
//   value.computed  nothing may be entered in the field
Status checkEnterable(const FieldDefinition& field);

// Whether a value from a draft can still be a value of the field: whether it could be written into a package and be
// read again. False also for a value of another type.
bool fits(const FieldDefinition& field, const Value& value);

// Reads one line of text, as NFC. Answers false if it has line breaks or characters that are not allowed.
bool assignLine(std::string_view text, std::string& target);

}  // namespace cchc

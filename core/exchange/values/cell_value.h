// Values as a clerk writes them in a cell: figures and dates as they are typed, choices by label, documents as they are
// cited.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/sheet.h"
#include "core/model/document_reference.h"

namespace cchc {

// Reads a cell as a value of the field. It accepts "1.234,5", "trên 45" if the field allows the qualifier, "97,22%" in
// percentages and rates, "28/8/2023", "có", "Tốt" (a choice's label), and "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của
// UBND huyện về …".
// Errors, without a place:
//   value.computed                                    the field cannot be entered
//   value.not-a-number, value.ambiguous-number        "45.8" may be 45,8 or a mistake
//   value.not-a-date, value.not-a-range, value.not-yes-no, value.not-a-document
//                                                     the text is not of this kind
//   value.needs-file                                  a cell cannot hold an attachment
//   those of checkValue and assignLexical (value_check.h)
Result<Value> cellValue(const FieldDefinition& field, const SheetCell& cell);

// Writes the value as text that cellValue reads back: dates as dd/mm/yyyy, choices by label, documents as they are
// cited, figures grouped and with their qualifier. The text lacks the parts of a document that a citation does not show
// (its role). For a blank value returns "". For a document without number and symbol returns
// a text that cellValue refuses.
std::string cellText(const FieldDefinition& field, const Value& value, Language language);

// Sets one part of a document from a separate cell; `part` is "date", "issuer", "title", "for-year" or "role". Errors:
//   value.document-attribute  the text does not fit the part
Status setDocumentPart(std::string_view part, const SheetCell& cell, DocumentReference& document);

// Whether two texts are equal except for case, diacritics and spaces.
bool sameWords(std::string_view a, std::string_view b);

}  // namespace cchc

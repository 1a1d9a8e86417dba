// What a cell of a sheet means in a field: figures and dates as a clerk types them, choices by their label, documents
// as they are cited.
#pragma once
#include "core/definition/definition.h"
#include "core/exchange/sheets/sheet.h"

namespace cchc {

// Codes value.* and text.*, no place. "1.234,5" and "trên 45" where the field allows the qualifier; "97,22%" in
// percentages and rates; "28/8/2023"; "có"; "Tốt"; "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND huyện về …".
Result<Value> cellValue(const FieldDefinition& field, const SheetCell& cell);

// The value as text that cellValue reads back: dates as dd/mm/yyyy, choices by their label, documents as they are
// cited, figures grouped with their qualifier. Parts of a document that its citation does not show (its role) are not
// in it. "" for blank.
std::string cellText(const FieldDefinition& field, const Value& value, Language language);

// One part of a document in a column of its own: part is "date", "issuer", "title", "for-year" or "role".
// value.document-attribute.
Status setDocumentPart(std::string_view part, const SheetCell& cell, DocumentReference& document);

// Equal but for case, marks and spaces.
bool sameWords(std::string_view a, std::string_view b);

}  // namespace cchc

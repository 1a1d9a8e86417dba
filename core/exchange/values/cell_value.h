// Values as a clerk writes them in a cell: figures and dates as they are typed, choices by label, documents as they are
// cited.
#pragma once
#include <string>
#include <string_view>

#include "core/base/document_reference.h"
#include "core/base/reading/reading.h"
#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {

// Reads a cell as a value of the field. It accepts figures and dates as the readers of core/base/reading do ("1.234,5",
// "trên 45", "387 tỷ 425 triệu đồng", "28/8/2023"), "có", "Tốt" (a choice's label), and "Kế hoạch số 04/KH-UBND ngày
// 10/01/2023 của UBND huyện về …". Money whose unit is not named is in 10^context.power đồng, in every kind of cell;
// the format of a number cell may name it. Text and choices are what the cell shows; in a line of text its line ends
// become spaces. Errors, without a place:
//   value.computed                                    the field cannot be entered
//   value.cell-error, value.formula-no-result         the cell has an error, or a formula whose result is not known
//   those of typedFigure and typedDate (typed_value.h), among them value.ambiguous: "45.8" may be 45,8 or 458
//   value.not-yes-no                                  the text is not of this kind
//   those of readCitation and readCitations           among them value.ambiguous: "72/2025/QH15"
//   text.control-character                            a mark in the text changes the direction of writing
//   value.needs-file                                  a cell cannot hold an attachment
//   those of checkValue and assignLexical (value_check.h)
Result<Value> cellValue(const FieldDefinition& field, const SheetCell& cell, const reading::Context& context = {});

// Writes the value as text that cellValue reads back: dates as dd/mm/yyyy, choices by label, documents as they are
// cited, figures grouped and with their qualifier. The text lacks the parts of a document that a citation does not show
// (its role). For a blank value returns "". For some documents without number and date returns a text that cellValue
// refuses.
std::string cellText(const FieldDefinition& field, const Value& value, Language language);

// Sets one part of a document from a separate cell; `part` is "date", "issuer", "title", "for-year" or "role". Errors:
//   value.document-attribute                   the text does not fit the part
//   value.cell-error, value.formula-no-result  as cellValue
Status setDocumentPart(std::string_view part, const SheetCell& cell, DocumentReference& document);

// Whether two texts are equal except for case, diacritics and spaces.
bool sameWords(std::string_view a, std::string_view b);

}  // namespace cchc

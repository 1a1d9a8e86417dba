// Reads references to documents as clerks and letters write them. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III; Hướng
// dẫn 36-HD/VPTW for those of the Party.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document_reference.h"
#include "core/base/reading/reading.h"

namespace cchc::reading {

// Reads one reference that is all of the text: "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của UBND huyện về việc …". The
// symbol is kept as it was written, with spaces and dashes made regular; "Quyết định 1957 ngày 29/12/2025" and "Luật Tổ
// chức chính quyền địa phương ngày 16 tháng 6 năm 2025" are references too. A plan whose title says "năm 2023" is for
// that year. A doubt: the type of "72/2025/QH15" (law or resolution), a name of a type that contradicts the symbol, a
// date that is one. Errors:
//   value.not-a-document   the text does not refer to a document, or a part of it, {given}, cannot be read
//   value.one-document     the text refers to several
//   those of prepared (words.h)
Reading<DocumentReference> readCitation(std::string_view text, const Context& context);

// Reads several references, separated by semicolons or lines, and by commas and "và" where the next one begins with its
// number or the name of its type; "11, 12, 13/KH-UBND" and "18, 19-NQ/TW" are several too. A semicolon between
// quotation marks is part of a title. A doubt also: in "04/KH-UBND về a, 05/KH-UBND về b" the title may end at the
// comma. Errors:
//   value.not-a-document   names the first part that cannot be read
//   those of prepared
Reading<std::vector<DocumentReference>> readCitations(std::string_view text, const Context& context);

// The reference as a clerk writes it, so that readCitation reads it back: "Kế hoạch số 04/KH-UBND ngày 10/01/2023 của
// UBND huyện về …", "Luật Đất đai ngày 18/01/2024". It lacks what a citation does not show: role, and what is
// implemented. The text of a document that has neither number, symbol nor date is not always a reference.
std::string citationText(const DocumentReference& document);

struct FoundCitation {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::vector<DocumentReference> documents;
};
// The references in running text, in order; the text is NFC (normaliseText). Each has a symbol, as people type it, or
// the name of its type with a number or title and a date, or with "số …". Numbers before one symbol are references
// each, but not figures of the sentence: "năm 2022, 2023, 13/KH-UBND". What readCitations takes is found; small letters
// that may be words, a code of one part after a space, and "15 KH/ĐTN" need "số", the name of the type, or a clause of
// their own, since sentences have "12/tt" and "12 HĐ/QĐ" too. Its date follows, or precedes it in the same sentence;
// its issuer and title end with the clause. What looks like a symbol but cannot be read, such as one with a day that
// does not exist, is in it with no documents, so that a caller can name it. A document of the National Assembly whose
// type is not named has no type.
std::vector<FoundCitation> findCitations(std::string_view text, const Context& context);

}  // namespace cchc::reading

// Where running text mentions documents. Private to reading/.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document_reference.h"
#include "core/base/reading/reading.h"

namespace cchc::reading::citation {

// A reference before its date, issuer and title are read.
struct Mention {
  std::size_t begin = 0;  // of the name of its type, or of its number
  std::size_t end = 0;    // of its symbol, number or title
  std::vector<DocumentReference> documents;
  std::string titleBefore;  // "Đất đai" of "Luật Đất đai số 31/2024/QH15"
};

// In order. Each has a symbol, or the name of its type with a number or title and a date, or with "số …" for a number
// that was left out.
std::vector<Mention> mentionsIn(std::string_view text, const Context& context);

// A clause ends at ";", a new line, ". ", ")", and at a comma before a capital letter (the next body or document),
// unless one person has two posts: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ".
std::size_t clauseEnd(std::string_view text, std::size_t from);
// Whether the comma stands between two posts of one person.
bool joinsPosts(std::string_view text, std::size_t comma);
// Whether words after a date, an issuer or the name of a type continue the sentence, and are no title: "… đã được triển
// khai".
bool continuesSentence(std::string_view text, std::size_t at);

}  // namespace cchc::reading::citation

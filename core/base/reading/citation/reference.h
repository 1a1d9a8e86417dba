// Reads one reference in a text that is nothing but references. Private to reading/.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/document_reference.h"
#include "core/base/reading/reading.h"

namespace cchc::reading::citation {

// How far a title goes: to the end of the text, or to a comma after which another reference begins.
enum class TitleEnd : unsigned char { text, reference };

struct FoundReference {
  // All that the reference may mean, the likeliest first, several documents for "11, 12/KH-UBND". Empty: it cannot be
  // read.
  std::vector<std::vector<DocumentReference>> meanings;
  std::string_view unread;             // the part that cannot be read
  std::size_t end = 0;                 // where the next reference begins, or the size of the text
  bool doubtfulTitle = false;          // another reference may begin after a comma of the title
  const DocumentType* type = nullptr;  // as it is named, here or before
};

// The reference that begins at `at`: the start of the text, or the end of the one before it. Of a reference the parts
// after the type may stand in any order; a title is the last. typeBefore: of the one before, which goes on in "Luật số
// 64/2025/QH15, 87/2025/QH15".
FoundReference referenceAt(std::string_view text, std::size_t at, TitleEnd titles, const Context& context,
                           const DocumentType* typeBefore);

// Whether the title is the name of a law: "Đất đai", and "năm 2013" of the constitution.
bool isNameOfLaw(const DocumentType& type, std::string_view title);

}  // namespace cchc::reading::citation

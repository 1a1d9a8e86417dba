// The number part of a citation, "số 11, 12, 13/KH-UBND", and what it and the name of the type say together. Private to
// reading/.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/document_reference.h"
#include "core/base/reading/symbol.h"

namespace cchc::reading::citation {

struct FoundNumbers {
  std::size_t end = 0;
  std::vector<DocumentReference> documents;  // one for each number; without a number if it is an ellipsis
  // The types that the symbol and the name before it leave open, the likeliest first; empty: the type is certain.
  std::vector<std::string> openTypes;
};

// Reads the number part that begins at `at`, with or without the word "số", in a text that is a citation. named:
// whether a type or "văn bản" stands before it, and which type (nullptr: none). nullopt: no number part begins there.
std::optional<FoundNumbers> numbersAt(std::string_view text, std::size_t at, bool named, const DocumentType* type);

// The place after a separator of numbers, ", " or " và "; nullopt: there is none.
std::optional<std::size_t> afterSeparator(std::string_view text, std::size_t at);
// The documents of "11, 12, 13/KH-UBND": one for each number before the symbol, then that of the symbol.
std::vector<DocumentReference> documentsOf(const FoundSymbol& symbol, const std::vector<std::string_view>& numbers);

// The type of a document whose symbol gives one type and the name before the symbol another: that of the symbol if it
// says more ("Kế hoạch số 05/KHLT-STP-SNV"), that of the name if documents of this type are numbered so. nullopt: they
// contradict each other.
std::optional<std::string> commonType(const DocumentType& named, const std::string& symbolType, bool party);

// The types that a document of the National Assembly may have whose type is not named.
std::vector<std::string> assemblyTypes(std::string_view issuerCode);

}  // namespace cchc::reading::citation

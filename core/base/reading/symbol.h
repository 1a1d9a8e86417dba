// Reads the symbol of a document: number, year, kind and issuer, "01/2023/QĐ-UBND". Readers of whole references are in
// citation.h.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/document_reference.h"

namespace cchc::reading {

struct FoundSymbol {
  std::size_t end = 0;         // byte after it
  DocumentReference document;  // type, number, year, issuerCode and symbol. The type of "72/2025/QH15" is empty, since
                               // laws and resolutions have one series.
  std::string tail;            // what follows the number, regular: "/KH-UBND"; the same for all of "11, 12/KH-UBND"
  bool party = false;          // the type is behind the number: 60-NQ/TW
  bool spaced = false;         // spaces stand between the number and the code: 08 /KH-UBND
};

// Spaces, dashes and small letters are taken as people type them: "08 /KH - UBND", "04/kh-ubnd". In running text small
// letters are a code only if they are initials, and a code of one part has capital letters and no space before it, so
// that "5/ngày", "12/km" and "12 / TTHC" are none. In a text that is nothing but a reference these are symbols too.
enum class SymbolForm : unsigned char { running, typed };

// The symbol that begins at `at`. `namedType`: the code of the type whose name stands before it, or empty; some codes
// are taken for a type only with its name (document_reference.h). nullopt: there is no symbol there. The text is NFC.
std::optional<FoundSymbol> symbolAt(std::string_view text, std::size_t at, SymbolForm form,
                                    std::string_view namedType = {});

// The length of the number of a document at `at`: "012", "30c", "66.25"; 0: there is none.
std::size_t documentNumberAt(std::string_view text, std::size_t at);

}  // namespace cchc::reading

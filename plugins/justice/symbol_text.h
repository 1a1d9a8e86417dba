// Symbols of documents ("04/KH-UBND") as they stand in running text.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cchc::justice {

struct SymbolText {
  std::size_t begin = 0, end = 0;  // bytes of the symbol
  std::size_t start = 0;           // of the whole mention: "Kế hoạch số 04/KH-UBND" begins at its type name
  std::string type, number, year, issuerCode;
};
// The next symbol at or behind `from`.
std::optional<SymbolText> nextSymbol(std::string_view text, std::size_t from);

}  // namespace cchc::justice

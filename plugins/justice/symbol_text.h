// Finds the symbols of documents ("04/KH-UBND") in running text.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cchc::justice {

struct SymbolText {
  std::size_t begin = 0, end = 0;  // bytes of the symbol
  std::size_t start = 0;  // of the whole mention, which begins with the name of the type: "Kế hoạch số 04/KH-UBND"
  std::string type, number, year, issuerCode;
};
// The next symbol at or after `from`.
std::optional<SymbolText> nextSymbol(std::string_view text, std::size_t from);

}  // namespace cchc::justice

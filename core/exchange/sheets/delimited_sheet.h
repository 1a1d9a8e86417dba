// CSV and TSV as a sheet.
#pragma once
#include <string_view>

#include "core/base/result.h"
#include "core/exchange/sheets/sheet.h"

namespace cchc {

// Reads RFC 4180 text with the conventions of Excel: a first line "sep=;" names the separator, and ="012" is the text
// 012. Without "sep=" the separator is the comma, semicolon or tab that occurs most often in the first line. Errors:
//   values.quote  a quotation mark is not closed
Result<Sheet> readDelimitedSheet(std::string_view utf8, std::string_view file);

}  // namespace cchc

// Reads the sheets of a workbook (XLSX).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/sheets/sheet.h"

namespace cchc {

struct NamedSheet {
  std::string name;
  Sheet sheet;
};

// Reads the first 64 sheets of a workbook in order, including hidden ones.
// Errors:
//   values.not-xlsx         this is not a workbook, or it is damaged
//   values.sheet-too-large  a sheet has more than 50,000 rows or 500 columns, or a part is larger than 64 MB
//   values.cell-error       a cell contains a spreadsheet error (#DIV/0!) or a number that cannot be read
Result<std::vector<NamedSheet>> readWorkbookSheets(std::string_view bytes, std::string_view file);
// Reads the first sheet only. Errors as readWorkbookSheets.
Result<Sheet> readFirstSheet(std::string_view bytes, std::string_view file);

}  // namespace cchc

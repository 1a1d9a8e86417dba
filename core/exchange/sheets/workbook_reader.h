// Reads a workbook (XLSX).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/sheets/cells.h"

namespace cchc {

bool isZip(std::string_view bytes);
// ".ods" or ".xlsb" for a zip that is a spreadsheet of another format; "" for others.
std::string otherWorkbookKind(std::string_view bytes);

// Reads all worksheets in the order of the workbook, with the hidden ones. Charts that are sheets of their own have no
// cells and are left out. Errors:
//   values.not-xlsx         this is not a workbook, or it is damaged: a missing part, XML that is not well-formed, rows
//                           that are not in order, two contents of one cell
//   values.sheet-too-large  a limit of readSheetFile (sheet_file.h) is exceeded
Result<std::vector<Sheet>> readWorkbook(std::string_view bytes, std::string_view file);
// Reads the sheet of that name alone; nullopt if there is none. Errors as readWorkbook.
Result<std::optional<Sheet>> readSheetNamed(std::string_view name, std::string_view bytes, std::string_view file);

}  // namespace cchc

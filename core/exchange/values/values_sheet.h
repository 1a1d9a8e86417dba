// Reads values from a sheet, for CSV, XLSX and a section's own workbook. Private to exchange/.
#pragma once
#include <cstddef>
#include <string_view>

#include "core/base/result.h"
#include "core/definition/definition.h"
#include "core/exchange/sheets/cells.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

// If `table` is empty, each line is a field and its value; otherwise each line is a row of this table. `headings` is
// the number of the row with the headings; 0 means that it is searched for. `year`: of the period, to complete dates;
// 0: not known. The marks of the figures and the unit of money are those of the sheet as a whole (sheet_context.h), or
// of its column "ĐVT".
// Errors: those of readValuesSheet (values_file.h), with the position of the line or cell.
Result<ValuesFile> readSheetValues(const Sheet& sheet, std::string_view file, const SectionDefinition& definition,
                                   std::string_view table, int year, std::size_t headings = 0);

}  // namespace cchc

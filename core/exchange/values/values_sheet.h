// Values from a sheet: what the readers of CSV, of XLSX and of a section's workbook share. Private to exchange/.
#pragma once
#include "core/exchange/sheets/sheet.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

// `table` empty: "field, value" lines; else the rows of this table. `headings`: the number of the row with the
// headings; 0: to be looked for.
Result<ValuesFile> valuesOfSheet(const Sheet& sheet, std::string_view file, const SectionDefinition& definition,
                                 std::string_view table, std::size_t headings = 0);

}  // namespace cchc

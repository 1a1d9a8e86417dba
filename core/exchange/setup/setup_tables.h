// The tables that set up a store: units, periods and assignments, as CSV, TSV or XLSX whose first line has the names of
// the columns. Columns may be in any order; those in [] may be missing. Errors of each reader, at file:line:
//   values.*                       the file cannot be read (readSheetFile in exchange/sheets/sheet_file.h); or a line
//                                  has more cells than there are columns (values.too-many-cells)
//   table.no-header                the first line does not name the columns
//   table.wrong, table.missing     a cell has a wrong value, or is empty
//   table.duplicate, table.order   an entry occurs twice; two dates are in the wrong order
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/sheets/sheet_file.h"
#include "core/model/org_unit.h"
#include "core/model/units/unit_codes.h"
#include "core/model/units/unit_history.h"
#include "core/model/units/unit_plan.h"

namespace cchc {

// Columns: code kind name [parent from to identifier form before basis]; what they mean: UnitRow. A code may have a
// line for each span of days.
Result<std::vector<UnitRow>> readUnits(std::string_view tsv, std::string_view file, OldTexts old = OldTexts::refuse);
// Columns: id name start end [closing deadline comparison last_year next_name closed span].
Result<std::vector<Period>> readPeriods(std::string_view tsv, std::string_view file, OldTexts old = OldTexts::refuse);
// Columns: definition subject reporter period [deadline]. Subject and reporter are codes of the period's last day.
// `positions`: set to the file and line of each.
Result<std::vector<Assignment>> readAssignments(std::string_view tsv, std::string_view file, const UnitCodes& codes,
                                                OldTexts old = OldTexts::refuse,
                                                std::vector<std::string>* positions = nullptr);

// The same tables, as text separated by tabs, which the readers read as the same values. In place of what is unknown a
// cell is empty. Written are the units with their whole history.
std::string writeUnits(const UnitHistory& units);
std::string writePeriods(const std::vector<Period>& periods);
std::string writeAssignments(const std::vector<Assignment>& assignments);

}  // namespace cchc

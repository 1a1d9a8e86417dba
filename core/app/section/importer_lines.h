// What an importer of a plugin is given, and what became of the lines of its sheet. Private to section/.
#pragma once
#include <optional>
#include <string_view>

#include "core/exchange/importing/dry_run.h"
#include "core/exchange/sheets/cells.h"
#include "core/plugin/plugin_host.h"

namespace cchc {

// The sheet as importSheet would read it: without hidden rows and the cells of hidden columns, unless they are wanted;
// a text that stands for several rows is in each of them.
Sheet preparedForImporter(const Sheet& sheet, bool withHidden);

// The finding import.money-unit-unknown, if a cell states a unit of money that is no đồng.
std::optional<ImportFinding> foreignUnitOf(const Sheet& sheet);
// That a column gives the lines units in which an importer would not read them.
std::optional<ImportFinding> lineUnitsOf(const Sheet& sheet);

// The outcome of an importer as a dry run. `whole`: the sheet with its hidden rows; `given`: as the importer had it.
// Lines that it has neither imported nor refused are named, and totals among them are held against the sums of the
// others. The values and refusals are moved out of `imported`.
DryRun importedRun(Imported& imported, const Sheet& whole, const Sheet& given, std::string_view file);

}  // namespace cchc

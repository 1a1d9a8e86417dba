// Sets up a store: units, periods and assignments. All of it is the command setUp of a desk, but for closing a period;
// errors of all functions: desk.role, desk.no-role.
#pragma once
#include <filesystem>
#include <vector>

#include "core/app/suite/suite.h"

namespace cchc {

// Reads units.tsv, periods.tsv and assignments.tsv of the folder, in that order; each is stored before the next is
// read.
// Errors: file.read, those of exchange/setup/setup_tables.h, the first of UnitPlan::refused, the first that
// saveAssignments gives, those of the store.
Status importTables(Suite& suite, const std::filesystem::path& folder);
// Saving replaces entries with the same id, or of the same section. Errors of savePeriods: those of the store, and
//   period.comparison-unknown  a period is to be compared with one that neither the store nor the list has
//   period.comparison-later    a period is to be compared with itself, or with one that does not end before it does
Status savePeriods(Suite& suite, const std::vector<Period>& periods);
// Saves what is asked (suite/asked_sections.h), and gives why each of the others is not.
Result<std::vector<Error>> saveAssignments(Suite& suite, std::vector<Assignment> assignments);
// Closes or reopens a period (DeskCommand::closePeriod); returns it. Errors: period.unknown, period.none.
Result<Period> closePeriod(Suite& suite, const PeriodId& id, bool closed);

}  // namespace cchc

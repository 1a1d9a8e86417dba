// Sets up a store: units, periods and assignments. All of it is the command setUp of a desk, but for closing a period;
// errors of all functions: desk.role, desk.no-role.
#pragma once
#include <cstddef>
#include <filesystem>
#include <vector>

#include "core/app/suite/suite.h"

namespace cchc {

// Reads units.tsv, periods.tsv and assignments.tsv of the folder, in that order; each is stored before the next is
// read.
// Errors: file.read, those of exchange/setup/setup_tables.h, the first of UnitPlan::refused, the first that
// saveAssignments gives, those of the store.
Status importTables(Suite& suite, const std::filesystem::path& folder);
// Saving replaces entries with the same id, or of the same section; a closed period stays closed. A period with
// sections that are begun changes in no silence: `changed` says what (period.changed), and the journal of each section
// has an entry. If one of them was accepted, the period is saved only with a `reason`; otherwise it is among `refused`,
// as period.changes-accepted, and the others are saved. A deadline, by which no figure counts, may always change.
// Errors of savePeriods: those of the store, and
//   period.comparison-unknown  a period is to be compared with one that neither the store nor the list has
//   period.comparison-later    a period is to be compared with itself, or with one that does not end before it does
struct SavedPeriods {
  std::vector<Error> refused, changed;
};
Result<SavedPeriods> savePeriods(Suite& suite, std::vector<Period> periods, const std::string& reason = {});
struct SavedAssignments {
  std::vector<Error> refused;  // why each of those that were not saved was not
  std::size_t reassigned = 0;  // sections that were begun and went to another reporter
};
// Saves what is asked (suite/asked_sections.h), and gives why each of the others is not saved. An assignment that gives
// a section that is begun to another unit is saved only with a `reason`, which the section's journal keeps; otherwise
// it is among the others, as assignment.begun at its position. `positions`: file and line of each, or empty.
Result<SavedAssignments> saveAssignments(Suite& suite, std::vector<Assignment> assignments,
                                         const std::vector<std::string>& positions = {},
                                         const std::string& reason = {});
// Closes or reopens a period (DeskCommand::closePeriod); returns it. Errors: period.unknown, period.none.
Result<Period> closePeriod(Suite& suite, const PeriodId& id, bool closed);

}  // namespace cchc

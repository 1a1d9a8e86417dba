#include "core/app/suite/import_tables.h"

#include "core/base/platform.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc {

Status importTables(Suite& suite, const std::filesystem::path& folder) {
  CCHC_TRY(const auto unitsText, readFile(folder / "units.tsv"));
  CCHC_TRY(const auto units, readUnits(unitsText, "units.tsv"));
  CCHC_CHECK(suite.store.saveUnits(units));
  CCHC_TRY(const auto periodsText, readFile(folder / "periods.tsv"));
  CCHC_TRY(const auto periods, readPeriods(periodsText, "periods.tsv"));
  CCHC_CHECK(suite.store.savePeriods(periods));
  CCHC_TRY(const auto assignmentsText, readFile(folder / "assignments.tsv"));
  CCHC_TRY(const auto assignments, readAssignments(assignmentsText, "assignments.tsv"));
  return suite.store.saveAssignments(assignments);
}

}  // namespace cchc

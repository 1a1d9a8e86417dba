#include "core/app/units/import_tables.h"

#include "core/app/units/unit_import.h"
#include "core/base/platform.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc {

Status importTables(Suite& suite, const std::filesystem::path& folder) {
  CCHC_TRY(const auto unitsText, readFile(folder / "units.tsv"));
  CCHC_TRY(const auto units, readUnits(unitsText, "units.tsv"));
  CCHC_TRY(const auto import, planUnitImport(suite, units));
  CCHC_CHECK(saveUnitImport(suite, import));
  CCHC_TRY(const auto periodsText, readFile(folder / "periods.tsv"));
  CCHC_TRY(const auto periods, readPeriods(periodsText, "periods.tsv"));
  CCHC_CHECK(suite.store.savePeriods(periods));
  CCHC_TRY(const auto assignmentsText, readFile(folder / "assignments.tsv"));
  CCHC_TRY(const auto codes, unitCodes(suite));
  CCHC_TRY(const auto assignments, readAssignments(assignmentsText, "assignments.tsv", codes));
  return suite.store.saveAssignments(assignments);
}

}  // namespace cchc

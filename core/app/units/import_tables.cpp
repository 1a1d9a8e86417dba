#include "core/app/units/import_tables.h"

#include <algorithm>
#include <utility>

#include "core/app/suite/asked_sections.h"
#include "core/app/suite/desk.h"
#include "core/app/units/unit_import.h"
#include "core/base/platform.h"
#include "core/base/vietnamese.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc {
namespace {

// The other periods of each are in one of the two lists, and end before it does.
Status checkComparisons(const std::vector<Period>& known, const std::vector<Period>& periods) {
  const auto find = [&](const PeriodId& id) {
    for (const auto* list : {&periods, &known}) {
      const auto found = std::find_if(list->begin(), list->end(), [&](const Period& each) { return each.id == id; });
      if (found != list->end()) return &*found;
    }
    return static_cast<const Period*>(nullptr);
  };
  for (const auto& period : periods) {
    for (const auto& [column, id] : {std::pair("comparison", period.comparison), {"last_year", period.lastYear}}) {
      if (!id) continue;
      const auto* other = find(*id);
      if (other == nullptr)
        return fail("period.comparison-unknown", period.id.value, {{"column", column}, {"other", id->value}});
      if (other->end < period.end) continue;
      return fail("period.comparison-later", period.id.value,
                  {{"column", column},
                   {"other", id->value},
                   {"other_end", vietnamese::date(other->end)},
                   {"end", vietnamese::date(period.end)}});
    }
  }
  return {};
}

}  // namespace

Status importTables(Suite& suite, const std::filesystem::path& folder) {
  CCHC_TRY(const auto unitsText, readFile(folder / "units.tsv"));
  CCHC_TRY(const auto units, readUnits(unitsText, "units.tsv"));
  CCHC_TRY(const auto import, planUnitImport(suite, units));
  CCHC_CHECK(saveUnitImport(suite, import));
  CCHC_TRY(const auto periodsText, readFile(folder / "periods.tsv"));
  CCHC_TRY(const auto periods, readPeriods(periodsText, "periods.tsv"));
  CCHC_CHECK(savePeriods(suite, periods));
  CCHC_TRY(const auto assignmentsText, readFile(folder / "assignments.tsv"));
  CCHC_TRY(const auto codes, unitCodes(suite));
  CCHC_TRY(const auto assignments, readAssignments(assignmentsText, "assignments.tsv", codes));
  CCHC_TRY(const auto notAsked, saveAssignments(suite, assignments));
  return notAsked.empty() ? Status() : Status(fail(notAsked.front()));
}

Status savePeriods(Suite& suite, const std::vector<Period>& periods) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::setUp));
  CCHC_TRY(const auto known, suite.store.periods());
  CCHC_CHECK(checkComparisons(known, periods));
  return suite.store.savePeriods(periods);
}

Result<std::vector<Error>> saveAssignments(Suite& suite, std::vector<Assignment> assignments) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::setUp));
  CCHC_TRY(auto notAsked, removeNotAsked(suite, assignments));
  CCHC_CHECK(suite.store.saveAssignments(assignments));
  return notAsked;
}

Result<Period> closePeriod(Suite& suite, const PeriodId& id, bool closed) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::closePeriod));
  CCHC_TRY(auto period, periodOf(suite, id));
  period.closed = closed;
  const std::vector<Period> changed{period};
  CCHC_CHECK(suite.store.savePeriods(changed));
  return period;
}

}  // namespace cchc

#include "core/shell/start/store_contents.h"

#include <algorithm>
#include <set>

#include "core/presentation/window/permission.h"
#include "core/store/store.h"

namespace cchc::shell {

std::vector<Period> StoreContents::reportingPeriods() const {
  auto found = periods;
  std::stable_sort(found.begin(), found.end(), [](const Period& a, const Period& b) { return b.end < a.end; });
  std::erase_if(found, [&](const Period& period) {
    return std::none_of(assignments.begin(), assignments.end(),
                        [&](const Assignment& assignment) { return assignment.period == period.id; });
  });
  return found;
}

std::vector<OrgUnit> StoreContents::reporters(const Period& period) const {
  std::set<OrgUnitId> reporting;
  for (const auto& assignment : assignments) {
    if (assignment.period == period.id) reporting.insert(assignment.reporter);
  }
  std::vector<OrgUnit> found;
  for (const auto& id : reporting) {
    if (auto unit = units->asOn(id, period.end)) found.push_back(std::move(*unit));
  }
  std::stable_partition(found.begin(), found.end(), [](const OrgUnit& unit) { return unit.kind != "commune"; });
  return found;
}

OrgUnitId StoreContents::reportedUnit(const OrgUnitId& reporter, const PeriodId& period) const {
  const auto found = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment& assignment) {
    return assignment.reporter == reporter && assignment.period == period;
  });
  return found == assignments.end() ? reporter : found->subject;
}

Result<StoreContents> readStoreContents(const std::string& address, const Clock& clock) {
  CCHC_TRY(auto store, Store::open(address, clock));
  StoreContents contents;
  CCHC_TRY(contents.periods, store.periods());
  CCHC_TRY(contents.units, store.units());
  for (const auto& period : contents.periods) {
    CCHC_TRY(const auto all, store.assignments(period.id));
    contents.assignments.insert(contents.assignments.end(), all.begin(), all.end());
  }
  CCHC_TRY(const auto own, store.desk());
  CCHC_TRY(const auto granted, store.grantedDesk());
  contents.setUpRefusal = presentation::refusal(own.value_or(granted), DeskCommand::setUp);
  return contents;
}

}  // namespace cchc::shell

// The contents of a store that the start dialog offers: its periods and the units that report in them.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/org_unit.h"
#include "core/model/units/unit_history.h"

namespace cchc::shell {

struct StoreContents {
  std::vector<Period> periods;
  std::shared_ptr<const UnitHistory> units;
  std::vector<Assignment> assignments;  // of all periods
  std::optional<Error> setUpRefusal;    // why its desk may not set up units and periods; nullopt: it may

  // The periods that have assignments, newest first. The others exist only for comparison.
  std::vector<Period> reportingPeriods() const;
  // The units that report in a period, as they are on its last day: departments first, then communes, each in order.
  std::vector<OrgUnit> reporters(const Period& period) const;
  // The unit to whose report this unit's sections belong: the subject of its first assignment in the period, or itself
  // if it has none.
  OrgUnitId reportedUnit(const OrgUnitId& reporter, const PeriodId& period) const;
};

// Opens a store and reads its contents. Takes long if a server is slow. May be called on any thread. Errors: those of
// Store::open and of reading from the store.
Result<StoreContents> readStoreContents(const std::string& address, const Clock& clock);

}  // namespace cchc::shell

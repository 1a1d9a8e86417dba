// Whom the codes in files mean: the holder on the last day of the file's period. To write a code: codeOf (ids.h).
#pragma once
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "core/base/date.h"
#include "core/model/ids.h"
#include "core/model/units/unit_history.h"

namespace cchc {

// It does not change once it is made, so threads may share it.
class UnitCodes {
 public:
  // Knows nobody: every code is an identity.
  UnitCodes() = default;
  // `lastDays`: of the periods.
  UnitCodes(std::shared_ptr<const UnitHistory> units, std::map<PeriodId, Date> lastDays)
      : units_(std::move(units)), lastDays_(std::move(lastDays)) {}

  // The nearest holder if nobody has the code on that day (UnitHistory::nearestHolder). The code as an identity if
  // nobody ever had it, or the period is unknown.
  OrgUnitId unitOf(std::string_view code, const PeriodId& period) const;

 private:
  std::shared_ptr<const UnitHistory> units_;
  std::map<PeriodId, Date> lastDays_;
};

}  // namespace cchc

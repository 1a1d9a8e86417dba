#include "core/model/units/unit_codes.h"

#include <string>

namespace cchc {

OrgUnitId UnitCodes::unitOf(std::string_view code, const PeriodId& period) const {
  const auto day = lastDays_.find(period);
  const auto* state = day == lastDays_.end() ? nullptr : units_->nearestHolder(code, day->second);
  return state == nullptr ? OrgUnitId(std::string(code)) : state->unit;
}

}  // namespace cchc

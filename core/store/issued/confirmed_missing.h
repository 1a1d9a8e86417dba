// The table confirmed_missing. Private to store/. Each function throws SOCI's exceptions.
#pragma once
#include <optional>

#include "core/model/missing.h"
#include "core/store/session.h"

namespace cchc::store {

// Adds a row, within the caller's transaction.
void writeConfirmedMissing(soci::session& sql, const ConfirmedMissing& confirmed);
// The row of the unit and period that was added last.
std::optional<ConfirmedMissing> readConfirmedMissing(soci::session& sql, const OrgUnitId& unit, const PeriodId& period);

}  // namespace cchc::store

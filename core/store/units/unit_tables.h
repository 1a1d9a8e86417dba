// The tables unit_state, unit_lineage and unit_list. Private to store/. Each function throws SOCI's exceptions.
#pragma once
#include <soci/soci.h>

#include "core/model/units/unit_history.h"

namespace cchc::store {

// How often the units were saved.
long long unitsVersion(soci::session& sql);
UnitHistory readUnits(soci::session& sql);
// Replaces what the tables have, within the caller's transaction.
void writeUnits(soci::session& sql, const UnitHistory& units);

}  // namespace cchc::store

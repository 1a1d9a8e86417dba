// Units that are above themselves.
#pragma once
#include <vector>

#include "core/base/result.h"
#include "core/model/units/unit_history.h"
#include "core/model/units/unit_plan.h"

namespace cchc {

// table.cycle for each row of a table that is a part of a circle on some day, with the circle; `after`: the units as
// they would be after the table. For a circle without a row of the table, one at the code of one of its units.
std::vector<Error> circlesOf(const UnitHistory& after, const std::vector<UnitRow>& rows);

}  // namespace cchc

// Units and their changes in words, for the command line and the window.
#pragma once
#include <string>

#include "core/base/texts.h"
#include "core/model/units/unit_history.h"
#include "core/model/units/unit_plan.h"

namespace cchc {

// "xã Mẫu (90001)"
std::string unitLine(const UnitState& state);
// "từ 01/7/2025", "đến 30/6/2025", "01/7/2025–31/12/2030"; "" for a state without limits.
std::string spanText(const UnitState& state, Language language);
// "xã Mẫu (90001), một phần xã Thử (90002)": what the unit was made of. "" if nobody has said.
std::string originText(const UnitHistory& units, const OrgUnitId& unit, Language language);
// "xã Mẫu (90001) từ 01/7/2025, một phần xã Thử (90002) từ 01/7/2025": what a unit became. "" if nobody has said.
std::string becameText(const UnitHistory& units, const OrgUnitId& unit, Language language);
// The parts of a unit's state that differ, as they were and as they are: "xã Mẫu → phường Mẫu; 90 → 91".
std::string stateDifferences(const UnitState& was, const UnitState& is, Language language);
// What a step of an import does: "90001: xã Mẫu từ 01/7/2025 nhận mã của thị trấn Mẫu". `units`: those of the
// plan (UnitPlan::after).
std::string planLine(const UnitHistory& units, const PlannedUnit& planned, Language language);
// The name of a step for other programs: "same", "added", …
std::string_view stepName(UnitStep step);

}  // namespace cchc

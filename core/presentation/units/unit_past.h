// What is known of one unit over time: its states, what it was made of, what it became, and who else had its code. Each
// row names the unit and day that the user goes to when the row is chosen.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/presentation/units/unit_tree.h"

namespace cchc::presentation {

struct UnitPastRow {
  bool heading = false;  // of the rows below it; only `name` is set
  bool current = false;  // the state on the day that is looked at
  std::string name;      // "xã Mẫu (90001)"
  std::string time;      // "đến 30/06/2025", "01/07/2025"
  std::string note;      // of a state, the unit above; of a change, how much of the unit, and the document
  std::optional<UnitPlace> goesTo;
};

struct UnitPast {
  std::string title;    // "xã Mẫu (90001)"
  std::string absence;  // that the unit does not exist on the day; otherwise empty
  std::vector<UnitPastRow> rows;
};
// Empty if the unit is unknown.
UnitPast unitPast(const UnitHistory& units, const UnitPlace& place, Words words);

}  // namespace cchc::presentation

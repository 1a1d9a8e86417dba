// What a table of units does to the units that a store knows. Nothing is changed here: the plan is shown first, and
// its `after` is saved if the person agrees.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/model/units/unit_history.h"

namespace cchc {

// One line of a table of units: who holds a code over a span of days.
struct UnitRow {
  std::string code, kind, form, name, parent, identifier;
  std::optional<Date> from, until;
  struct Before {
    std::string code;
    bool whole = true;
  };
  // The units of the eve of `from` that it was made of, by the codes that they had then. nullopt: not stated. Its own
  // code alone, as a whole: it is the same unit, which has changed its kind, name or parent.
  std::optional<std::vector<Before>> before;
  std::string basis;     // the document that ordered it
  std::string position;  // file:line, for messages
};

enum class UnitStep : unsigned char {
  same,       // nothing is new
  added,      // the first that has this code
  succeeded,  // another unit had this code until the eve
  changed,    // the same unit, which has another kind, name or parent from that day on, or another territory
  corrected,  // something else is said of the same unit on the same days
  ended       // its last day is known now
};
struct PlannedUnit {
  UnitStep step = UnitStep::same;
  UnitState state;               // as it will be
  std::optional<UnitState> was;  // the state that it replaces or follows; for succeeded: of the unit that had the code
  std::vector<UnitLineage> lineage;  // new
  std::string position;              // of the row; of the row that ends it, for ended
};
struct UnitPlan {
  std::vector<PlannedUnit> units;  // in order of code and day
  std::vector<Error> refused;      // all rows that are refused, in order of the table; the plan may then not be saved
  // What would be left without a unit above it, which does not prevent saving: unit.parent-unknown, unit.parent-gone.
  std::vector<Error> notes;
  UnitHistory after;
  bool changesNothing() const;
};

// Compares a table with the units known so far. A row with a day and without `before` begins another unit if its kind,
// name or parent differs, else it is the same unit, whose territory may have changed that day (originUnstated). The
// order of the rows does not matter, and rows that were saved before change nothing. Errors in UnitPlan::refused, each
// at the position of its row:
//   unit.needs-day         another kind, form, name or parent is given than is known, without the day `from`
//   unit.needs-last-day    the same, where the first day of the known unit is known: without its eve as `to` either
//   unit.before-needs-day  `before` without `from`
//   unit.before-unknown    no unit had that code on the eve
//   unit.before-twice      a unit goes wholly into two units, or wholly and in part
//   unit.overlap           two units would have one code on one day
//   table.cycle            on some day a unit is above itself; at each row that is a part of the circle
// A row with a last day may be of an earlier holder of a code whose known holder has no first day, if another row of
// the table says that the known one begins on the day after.
UnitPlan planUnits(const UnitHistory& known, std::vector<UnitRow> rows);

}  // namespace cchc

// Importing a table of units into the store.
#pragma once
#include <memory>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/model/units/unit_plan.h"

namespace cchc {

// What importing the rows would do, and the units that this was worked out for.
struct UnitImport {
  UnitPlan plan;
  std::shared_ptr<const UnitHistory> known;
};
// UnitPlan::notes has besides:
//   unit.form-unknown           a row states a form that is none of unitForms(), so that the form counts as not stated
//   unit.sections-after-end     a unit that ends has sections in periods that end later, which are then not asked
//   unit.sections-before-start  a unit whose first day becomes known has sections in periods that end before it
//   unit.sections-changed       a unit has sections in periods at whose end it has another kind, form or parent now
Result<UnitImport> planUnitImport(Suite& suite, std::vector<UnitRow> rows);
// Saves the plan, unless it changes nothing; it may have been made with another suite of the same store. Assignments
// that name a code in periods in which another unit has it now are given to that unit, unless the section was begun.
// Errors: desk.role, desk.no-role; the first of UnitPlan::refused; unit.changed-meanwhile, if the store's units are not
// those that the plan was made for; those of Store::saveUnits.
Status saveUnitImport(Suite& suite, const UnitImport& import);

}  // namespace cchc

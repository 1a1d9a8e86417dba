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
// UnitPlan::notes has unit.form-unknown besides: a row states a form that is none of unitForms(), so that the form
// counts as not stated.
Result<UnitImport> planUnitImport(Suite& suite, std::vector<UnitRow> rows);
// Saves the plan, unless it changes nothing; it may have been made with another suite of the same store. Assignments
// that name a code in periods in which another unit has it now are given to that unit, unless the section was begun.
// Errors: desk.role, desk.no-role; the first of UnitPlan::refused; unit.changed-meanwhile, if the store's units are not
// those that the plan was made for; those of Store::saveUnits.
Status saveUnitImport(Suite& suite, const UnitImport& import);

}  // namespace cchc

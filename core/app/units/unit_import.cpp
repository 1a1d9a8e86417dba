#include "core/app/units/unit_import.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/app/suite/desk.h"
#include "core/model/units/unit_form.h"

namespace cchc {
namespace {

// Of rows whose form is none that a section definition could name, so that it decides nothing.
std::vector<Error> formNotes(const std::vector<UnitRow>& rows) {
  std::vector<Error> notes;
  for (const auto& row : rows) {
    OrgUnit stated;
    stated.form = row.form;
    if (row.form.empty() || !formOf(stated).empty()) continue;
    notes.push_back({"unit.form-unknown", row.position, {{"code", row.code}, {"name", row.name}, {"form", row.form}}});
  }
  return notes;
}

// Whoever was assigned by a code that another unit has in that period was meant by the code.
Status reassign(Suite& suite) {
  CCHC_TRY(const auto codes, unitCodes(suite));
  CCHC_TRY(const auto periods, suite.store.periods());
  for (const auto& period : periods) {
    CCHC_TRY(const auto assignments, suite.store.assignments(period.id));
    std::vector<Assignment> before, after;
    for (const auto& each : assignments) {
      auto meant = each;
      meant.subject = codes.unitOf(codeOf(each.subject), period.id);
      meant.reporter = codes.unitOf(codeOf(each.reporter), period.id);
      if (meant == each) continue;
      CCHC_TRY(const auto begun, suite.store.section({each.definition, each.subject, period.id}));
      if (begun) continue;
      before.push_back(each), after.push_back(std::move(meant));
    }
    if (!before.empty()) CCHC_CHECK(suite.store.replaceAssignments(before, after));
  }
  return {};
}

}  // namespace

Result<UnitImport> planUnitImport(Suite& suite, std::vector<UnitRow> rows) {
  UnitImport import;
  CCHC_TRY(import.known, suite.store.units());
  auto notes = formNotes(rows);
  import.plan = planUnits(*import.known, std::move(rows));
  std::move(notes.begin(), notes.end(), std::back_inserter(import.plan.notes));
  return import;
}

Status saveUnitImport(Suite& suite, const UnitImport& import) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::setUp));
  if (!import.plan.refused.empty()) return fail(import.plan.refused.front());
  if (import.plan.changesNothing()) return reassign(suite);  // an import that was stopped halfway is completed
  // A plan may come from another session of the store, which has the same units in another object.
  CCHC_TRY(const auto now, suite.store.units());
  if (now->states() != import.known->states() || now->lineage() != import.known->lineage())
    return fail("unit.changed-meanwhile");
  CCHC_CHECK(suite.store.saveUnits(import.plan.after, now));
  return reassign(suite);
}

}  // namespace cchc

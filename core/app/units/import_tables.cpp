#include "core/app/units/import_tables.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "core/app/compare/compared_periods.h"
#include "core/app/suite/asked_sections.h"
#include "core/app/suite/desk.h"
#include "core/app/units/unit_import.h"
#include "core/base/platform.h"
#include "core/base/reading/blank_text.h"
#include "core/base/text.h"
#include "core/exchange/setup/setup_tables.h"

namespace cchc {
namespace {

// The other periods of each are in one of the two lists, and end before it does.
Status checkComparisons(const std::vector<Period>& known, const std::vector<Period>& periods) {
  auto all = periods;
  all.insert(all.end(), known.begin(), known.end());  // after those that replace them
  for (const auto& period : periods) {
    const auto compared = comparedPeriods(period, all);
    if (!compared.faults.empty()) return fail(compared.faults.front());
  }
  return {};
}

// `position`: of the assignment in its file; empty: the error is at the section.
Error begunByAnother(Suite& suite, const Assignment& assignment, const Store::Reassignment& taken,
                     const std::string& position) {
  const SectionKey key{assignment.definition, assignment.subject, assignment.period};
  auto parameters = sectionParameters(suite, key);
  parameters.push_back({"from", nameOf(suite, taken.from, key.period)});
  parameters.push_back({"to", nameOf(suite, assignment.reporter, key.period)});
  return {"assignment.begun", position.empty() ? keyText(key) : position, std::move(parameters), ErrorKind::refusal};
}

}  // namespace

Status importTables(Suite& suite, const std::filesystem::path& folder) {
  CCHC_TRY(const auto unitsText, readFile(folder / "units.tsv"));
  CCHC_TRY(const auto units, readUnits(unitsText, "units.tsv"));
  CCHC_TRY(const auto import, planUnitImport(suite, units));
  CCHC_CHECK(saveUnitImport(suite, import));
  CCHC_TRY(const auto periodsText, readFile(folder / "periods.tsv"));
  CCHC_TRY(const auto periods, readPeriods(periodsText, "periods.tsv"));
  CCHC_CHECK(savePeriods(suite, periods));
  CCHC_TRY(const auto assignmentsText, readFile(folder / "assignments.tsv"));
  CCHC_TRY(const auto codes, unitCodes(suite));
  std::vector<std::string> positions;
  CCHC_TRY(const auto assignments,
           readAssignments(assignmentsText, "assignments.tsv", codes, OldTexts::refuse, &positions));
  CCHC_TRY(const auto saved, saveAssignments(suite, assignments, positions));
  return saved.refused.empty() ? Status() : Status(fail(saved.refused.front()));
}

Status savePeriods(Suite& suite, const std::vector<Period>& periods) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::setUp));
  CCHC_TRY(const auto known, suite.store.periods());
  CCHC_CHECK(checkComparisons(known, periods));
  return suite.store.savePeriods(periods);
}

Result<SavedAssignments> saveAssignments(Suite& suite, std::vector<Assignment> assignments,
                                         const std::vector<std::string>& positions, const std::string& reason) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::setUp));
  CCHC_TRY(const auto why, normaliseText(reason));
  CCHC_TRY(const auto taken, suite.store.reassignments(assignments));
  SavedAssignments saved;
  auto& refused = saved.refused;
  if (isBlankText(why)) {
    for (const auto& one : taken)
      refused.push_back(begunByAnother(suite, assignments[one.index], one,
                                       one.index < positions.size() ? positions[one.index] : std::string()));
    for (auto one = taken.rbegin(); one != taken.rend(); ++one)
      assignments.erase(assignments.begin() + static_cast<std::ptrdiff_t>(one->index));
  }
  CCHC_TRY(auto notAsked, removeNotAsked(suite, assignments));
  std::move(notAsked.begin(), notAsked.end(), std::back_inserter(refused));
  CCHC_TRY(const auto left, suite.store.reassignments(assignments));
  saved.reassigned = left.size();
  CCHC_CHECK(suite.store.saveAssignments(assignments, suite.options.actor, isBlankText(why) ? std::string() : why));
  return saved;
}

Result<Period> closePeriod(Suite& suite, const PeriodId& id, bool closed) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::closePeriod));
  CCHC_TRY(auto period, periodOf(suite, id));
  period.closed = closed;
  const std::vector<Period> changed{period};
  CCHC_CHECK(suite.store.savePeriods(changed));
  return period;
}

}  // namespace cchc

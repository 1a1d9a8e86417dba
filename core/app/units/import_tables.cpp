#include "core/app/units/import_tables.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <tuple>
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

// "name: A → B; end: 2023-08-28 → 2023-07-28", by the columns of the table of periods: what a report prints or counts
// by. "": nothing of it changes.
std::string periodDifferences(const Period& was, const Period& is) {
  const auto day = [](const std::optional<Date>& date) { return date ? date->toText() : std::string(); };
  const auto idOf = [](const std::optional<PeriodId>& id) { return id ? id->value : std::string(); };
  using Column = std::tuple<const char*, std::string, std::string>;
  const std::array columns{Column{"name", was.name, is.name},
                           Column{"start", was.start.toText(), is.start.toText()},
                           Column{"end", was.end.toText(), is.end.toText()},
                           Column{"closing", day(was.closing), day(is.closing)},
                           Column{"comparison", idOf(was.comparison), idOf(is.comparison)},
                           Column{"last_year", idOf(was.lastYear), idOf(is.lastYear)},
                           Column{"next_name", was.nextName, is.nextName},
                           Column{"span", std::string(periodSpanName(was.span)), std::string(periodSpanName(is.span))}};
  const auto shown = [](const std::string& value) { return value.empty() ? std::string("∅") : value; };
  std::string text;
  for (const auto& [column, before, after] : columns) {
    if (before == after) continue;
    text += (text.empty() ? "" : "; ") + std::string(column) + ": " + shown(before) + " → " + shown(after);
  }
  return text;
}

// The sections of a period that are begun.
struct BegunSections {
  std::vector<SectionKey> sections;
  std::size_t accepted = 0;  // of them: accepted, in the report or issued
};
Result<BegunSections> begunIn(Suite& suite, const PeriodId& period) {
  BegunSections begun;
  CCHC_TRY(const auto headers, suite.store.sections(period));
  for (const auto& header : headers) {
    begun.sections.push_back(header.key);
    const bool accepted = header.state == SectionState::accepted || header.state == SectionState::inReport ||
                          header.state == SectionState::issued;
    begun.accepted += accepted ? 1 : 0;
  }
  return begun;
}

Error changeOf(const Period& was, const std::string& differences, const BegunSections& begun) {
  return {"period.changes-accepted",
          was.id.value,
          {{"period", was.name},
           {"differences", differences},
           {"count", std::to_string(begun.sections.size())},
           {"accepted", std::to_string(begun.accepted)}},
          ErrorKind::refusal};
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
  CCHC_TRY(const auto savedPeriods, savePeriods(suite, periods));
  if (!savedPeriods.refused.empty()) return fail(savedPeriods.refused.front());
  CCHC_TRY(const auto assignmentsText, readFile(folder / "assignments.tsv"));
  CCHC_TRY(const auto codes, unitCodes(suite));
  std::vector<std::string> positions;
  CCHC_TRY(const auto assignments,
           readAssignments(assignmentsText, "assignments.tsv", codes, OldTexts::refuse, &positions));
  CCHC_TRY(const auto saved, saveAssignments(suite, assignments, positions));
  return saved.refused.empty() ? Status() : Status(fail(saved.refused.front()));
}

Result<SavedPeriods> savePeriods(Suite& suite, std::vector<Period> periods, const std::string& reason) {
  CCHC_CHECK(permittedAtAll(suite, DeskCommand::setUp));
  CCHC_TRY(const auto why, normaliseText(reason));
  CCHC_TRY(const auto known, suite.store.periods());
  CCHC_CHECK(checkComparisons(known, periods));
  SavedPeriods saved;
  std::vector<Store::PeriodChange> changes;
  std::vector<Period> saving;
  for (auto& period : periods) {
    const auto was = std::find_if(known.begin(), known.end(), [&](const Period& one) { return one.id == period.id; });
    if (was != known.end()) {
      period.closed = period.closed || was->closed;  // DeskCommand::closePeriod opens it again
      const auto differences = periodDifferences(*was, period);
      CCHC_TRY(const auto begun, begunIn(suite, period.id));
      if (!differences.empty() && !begun.sections.empty()) {
        auto told = changeOf(*was, differences, begun);
        if (begun.accepted > 0 && isBlankText(why)) {
          saved.refused.push_back(std::move(told));
          continue;
        }
        told.code = "period.changed";
        saved.changed.push_back(std::move(told));
        for (const auto& key : begun.sections)
          changes.push_back({key, differences, isBlankText(why) ? std::string() : why});
      }
    }
    saving.push_back(std::move(period));
  }
  CCHC_CHECK(suite.store.savePeriods(saving, changes, suite.options.actor));
  return saved;
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

#include "core/app/units/unit_import.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "core/app/suite/definition_set.h"
#include "core/app/suite/desk.h"
#include "core/app/units/unit_lines.h"
#include "core/base/vietnamese.h"
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

// The row that changes what the unit is on that day, for messages.
std::string positionOf(const UnitPlan& plan, const OrgUnitId& unit) {
  std::string position;
  for (const auto& planned : plan.units) {
    if (planned.step == UnitStep::same) continue;
    if (planned.state.unit == unit || (planned.was && planned.was->unit == unit)) position = planned.position;
  }
  return position.empty() ? codeOf(unit) : position;
}

// What an import does to sections that exist: those of units which will not exist on the last day of their period, and
// those of units which will be of another kind or below another one then.
class SectionNotes {
 public:
  SectionNotes(Suite& suite, const UnitHistory& known, const UnitPlan& plan)
      : suite_(suite), known_(known), plan_(plan) {}

  Result<std::vector<Error>> notes() {
    CCHC_TRY(const auto periods, suite_.store.periods());
    for (const auto& period : periods) {
      CCHC_TRY(auto headers, suite_.store.sections(period.id));
      CCHC_TRY(auto hidden, suite_.store.hiddenSections(period.id));
      headers.insert(headers.end(), hidden.begin(), hidden.end());
      for (const auto& header : headers) add(header.key, period);
    }
    std::vector<Error> all;
    for (auto& [of, note] : notes_) {
      note.error.parameters.push_back({"sections_vi", note.vi});
      note.error.parameters.push_back({"sections_en", note.en});
      all.push_back(std::move(note.error));
    }
    return all;
  }

 private:
  struct Note {
    Error error;
    std::string vi, en;  // the sections
  };

  void add(const SectionKey& key, const Period& period) {
    const auto* was = known_.on(key.unit, period.end);
    const auto* is = plan_.after.on(key.unit, period.end);
    if (was == nullptr) return;
    const bool moved = is != nullptr && (was->kind != is->kind || was->form != is->form || was->parent != is->parent);
    if (is != nullptr && !moved) return;
    const auto* nearest = plan_.after.nearest(key.unit, period.end);
    const bool later = is == nullptr && nearest != nullptr && nearest->from && period.end < *nearest->from;
    const auto* code = is != nullptr ? "unit.sections-changed"
                       : later       ? "unit.sections-before-start"
                                     : "unit.sections-after-end";
    auto& note = notes_[{codeOf(key.unit), key.unit, code}];
    if (note.error.code.empty()) {
      const auto& limit = nearest == nullptr ? std::nullopt : later ? nearest->from : nearest->until;
      note.error = {code,
                    positionOf(plan_, key.unit),
                    {{"name", was->name},
                     {"code", was->code},
                     {"day", limit ? vietnamese::numericDate(*limit) : std::string()},
                     {"differences_vi", is == nullptr ? "" : stateDifferences(*was, *is, Language::vi)},
                     {"differences_en", is == nullptr ? "" : stateDifferences(*was, *is, Language::en)}}};
    }
    const auto title = titleOf(*suite_.definitions, key.definition, period.end);
    const auto append = [&](std::string& list, const std::string& of) {
      list += (list.empty() ? "" : "; ") + of + " (" + period.name + ")";
    };
    append(note.vi, title.vi);
    append(note.en, title.in(Language::en));
  }

  Suite& suite_;
  const UnitHistory& known_;
  const UnitPlan& plan_;
  std::map<std::tuple<std::string, OrgUnitId, std::string>, Note> notes_;
};

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
  if (import.plan.changesNothing()) return import;
  CCHC_TRY(auto ofSections, SectionNotes(suite, *import.known, import.plan).notes());
  std::move(ofSections.begin(), ofSections.end(), std::back_inserter(import.plan.notes));
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

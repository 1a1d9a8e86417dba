#include "core/presentation/window/navigator.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/app/check/checks.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/asked_sections.h"
#include "core/app/suite/definition_set.h"
#include "core/app/suite/desk.h"
#include "core/presentation/section/form.h"

namespace cchc::presentation {

// Each subject is checked once, for all its sections.
Status countFindings(Suite& suite, const PeriodId& period, std::vector<NavigatorEntry>& entries,
                     const ProgressCallback& progress) {
  std::map<OrgUnitId, std::vector<NavigatorEntry*>> subjects;
  for (auto& entry : entries) {
    entry.errors = entry.warnings = 0;
    subjects[entry.key.unit].push_back(&entry);
  }
  std::size_t counted = 0;
  for (auto& [unit, own] : subjects) {
    CCHC_CHECK(reportProgress(progress, counted++, subjects.size()));
    if (std::none_of(own.begin(), own.end(), [](const NavigatorEntry* entry) { return entry->begun; })) continue;
    CCHC_TRY(const auto findings, checkUnit(suite, unit, period, SectionChoice::working));
    for (const auto& finding : findings) {
      for (auto* entry : own) {
        if (finding.section != entry->key) continue;
        entry->errors += finding.severity == Severity::error ? 1 : 0;
        entry->warnings += finding.severity == Severity::warning ? 1 : 0;
      }
    }
  }
  return {};
}

Status findingsOfAll(Suite& suite, const PeriodId& period, const std::vector<NavigatorEntry>& entries,
                     const std::optional<OrgUnitId>& whole, std::vector<Finding>& found,
                     const ProgressCallback& progress) {
  std::set<OrgUnitId> units;
  if (whole) units.insert(*whole);
  for (const auto& entry : entries) {
    if (entry.begun) units.insert(entry.key.unit);
  }
  std::size_t checked = 0;
  for (const auto& unit : units) {
    CCHC_CHECK(reportProgress(progress, checked++, units.size()));
    CCHC_TRY(auto findings, checkUnit(suite, unit, period, SectionChoice::working));
    for (auto& finding : findings) {
      const bool own = std::any_of(entries.begin(), entries.end(),
                                   [&](const NavigatorEntry& entry) { return entry.key == finding.section; });
      if (own || whole == unit) found.push_back(std::move(finding));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return {};
}

Result<std::vector<NavigatorEntry>> uncountedEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period,
                                                     Words words) {
  std::vector<NavigatorEntry> entries;
  CCHC_TRY(const auto current, periodOf(suite, period));
  CCHC_TRY(const auto assignments, askedAssignments(suite, current));
  CCHC_TRY(auto units, suite.store.units());
  UnitCircumstances circumstances(std::move(units));
  const auto all = suite.definitions->inForce(current.end);
  std::vector<std::tuple<std::size_t, OrgUnitId, NavigatorEntry>> ordered;
  for (const auto& assignment : assignments) {
    if (assignment.reporter != reporter) continue;
    NavigatorEntry entry;
    entry.key = {assignment.definition, assignment.subject, period};
    entry.deadline = deadlineOf(assignment, current);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& one) { return one->definition().id == assignment.definition; });
    const auto rank = static_cast<std::size_t>(found - all.begin());
    entry.unitName = nameOf(suite, assignment.subject, period);
    const auto compiled = definitionFor(suite, entry.key);
    if (!compiled) {
      entry.title = words("navigator.plugin-missing", {{"title", assignment.definition.value}});
    } else {
      const auto& definition = (*compiled)->definition();
      entry.place = printedPlace(definition.place);
      entry.heading = hasHeading(definition);
      entry.title = definition.title.in(words.language);
      if (found == all.end()) entry.title = words("navigator.plugin-missing", {{"title", entry.title}});
      CCHC_TRY(const auto loaded, loadSection(suite, entry.key));
      entry.begun = loaded.has_value();
      const auto data = loaded ? loaded->data : initialData(definition);
      const WithinPeriod surroundings(current, circumstances.of(assignment.subject, current.end));
      const auto count = completenessOf(definition, data, evaluate(**compiled, data, surroundings));
      entry.filled = count.filled, entry.required = count.required;
      if (loaded) {
        entry.state = loaded->header.state, entry.revision = loaded->header.revision;
        if (entry.state == SectionState::returned || entry.state == SectionState::draft)
          entry.reason = loaded->header.reason;
      }
    }
    ordered.emplace_back(rank, assignment.subject, std::move(entry));
  }
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  });
  for (auto& each : ordered) entries.push_back(std::move(std::get<2>(each)));
  return entries;
}

Result<std::vector<NavigatorEntry>> navigatorEntries(Suite& suite, const OrgUnitId& reporter, const PeriodId& period,
                                                     Words words) {
  CCHC_TRY(auto entries, uncountedEntries(suite, reporter, period, words));
  CCHC_CHECK(countFindings(suite, period, entries));
  return entries;
}

std::optional<int> daysLeft(const std::vector<NavigatorEntry>& entries, const Date& today) {
  std::optional<int> least;
  for (const auto& entry : entries) {
    const bool sent = entry.begun && entry.state != SectionState::draft && entry.state != SectionState::returned;
    if (sent || !entry.deadline) continue;
    const auto days = daysBetween(today, *entry.deadline);
    if (days && (!least || *days < *least)) least = days;
  }
  return least;
}

std::string daysLeftText(int days, Words words) {
  if (days == 0) return words("deadline.today");
  if (days < 0)
    return words(days == -1 ? "deadline.late.one" : "deadline.late.many", {{"days", std::to_string(-days)}});
  return words(days == 1 ? "deadline.left.one" : "deadline.left.many", {{"days", std::to_string(days)}});
}

}  // namespace cchc::presentation

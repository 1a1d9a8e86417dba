#include "core/app/report/journal_findings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "core/app/check/entered_figures.h"
#include "core/app/check/stored_check.h"
#include "core/app/report/store_source.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/definition_set.h"
#include "core/base/vietnamese.h"
#include "core/exchange/package/package.h"
#include "core/rules/compiled_definition.h"

namespace cchc {
namespace {

// The latest submission that the report reads; nullopt: none.
Result<std::optional<StoredSubmission>> readByReport(Suite& suite, const SectionKey& key, SectionChoice choice) {
  CCHC_TRY(const auto history, suite.store.history(key));
  for (const auto& one : history) {
    // What was set aside last keeps earlier ones from counting again.
    if (isSetAside(one.state)) break;
    const bool read = one.state == SubmissionState::accepted ||
                      (choice != SectionChoice::accepted && one.state == SubmissionState::submitted);
    if (read) return suite.store.submission(key, one.header.revision);
  }
  return std::optional<StoredSubmission>();
}

Result<std::vector<Finding>> confirmedFindings(Suite& suite, const SectionKey& key, const Period& period,
                                               SectionChoice choice) {
  CCHC_TRY(const auto stored, readByReport(suite, key, choice));
  const auto compiled = suite.definitions->find(key.definition, period.end);
  if (!stored || !compiled) return std::vector<Finding>();
  const auto& definition = compiled->definition();
  const DefinitionLookup lookup = [&](const SubmissionHeader&) { return &definition; };
  CCHC_TRY(auto package, readPackage(stored->package, keyText(key), lookup, UnitCodes(), {}, Unfit::kept));
  CCHC_CHECK(checkAgainstRow(package.header, *stored));
  if (package.header.enteredFor) return std::vector<Finding>();  // core.entered-for says it
  CCHC_TRY(const auto figures, EnteredFigures::before(suite, key, definition, stored->header.revision));
  return figures.in(package.data, definition, "core.entered-for-confirmed");
}

}  // namespace

Result<std::vector<Finding>> journalFindings(Suite& suite, const ConsolidationInput& input, SectionChoice choice) {
  constexpr std::array kinds{SubmissionEvent::Kind::reassigned, SubmissionEvent::Kind::entered,
                             SubmissionEvent::Kind::periodChanged};
  CCHC_TRY(const auto events, suite.store.events(input.period.id, kinds));
  std::vector<Finding> findings;
  if (events.empty()) return findings;
  const auto ours = unitsOf(input);
  std::set<SectionKey> entered;
  // One change has an entry in each section.
  std::map<std::tuple<Time, std::string, std::string, std::string>, std::size_t> periodChanges;
  for (const auto& event : events) {
    if (!ours.contains(event.section.unit)) continue;
    const auto& change = event.entry.change;
    if (const auto period = readPeriodChange(change)) {
      ++periodChanges[{change.at, period->differences, period->reason, change.who.name}];
      continue;
    }
    const auto reassigned = readReassignment(change);
    if (!reassigned) {
      entered.insert(event.section);
      continue;
    }
    findings.push_back(makeFinding("core.reassigned", Severity::information, event.section, "",
                                   {{"from", nameOf(suite, reassigned->from, event.section.period)},
                                    {"to", nameOf(suite, reassigned->to, event.section.period)},
                                    {"by", change.who.name},
                                    {"at", vietnamese::moment(change.at)},
                                    {"reason", reassigned->reason}}));
  }
  for (const auto& [period, sections] : periodChanges) {
    const auto& [at, differences, reason, by] = period;
    findings.push_back(makeFinding("core.period-changed", Severity::information, {{}, input.unit.id, input.period.id},
                                   "",
                                   {{"differences", differences},
                                    {"count", std::to_string(sections)},
                                    {"by", by},
                                    {"at", vietnamese::moment(at)},
                                    {"reason", reason.empty() ? std::string("—") : reason}}));
  }
  for (const auto& key : entered) {
    CCHC_TRY(auto confirmed, confirmedFindings(suite, key, input.period, choice));
    std::move(confirmed.begin(), confirmed.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace cchc

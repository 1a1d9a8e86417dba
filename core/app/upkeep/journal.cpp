#include "core/app/upkeep/journal.h"

#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/app/check/stored_check.h"
#include "core/model/finding.h"

namespace cchc {
namespace {

// The span of time that a filter names; both ends are included.
struct TimeSpan {
  std::optional<Time> since, until;
};

// A time, or the beginning of a day in Vietnam; nullopt: it is neither.
std::optional<Time> timeOf(const std::string& text, bool endOfDay) {
  if (auto time = parseTime(text)) return time;
  const auto day = text.size() == 10 ? Date::parse(text) : std::nullopt;
  if (!day) return std::nullopt;
  return beginningInVietnam(*day) +
         (endOfDay ? std::chrono::days(1) - std::chrono::seconds(1) : std::chrono::seconds(0));
}

Result<TimeSpan> spanOf(const JournalFilter& filter) {
  TimeSpan span;
  for (const bool end : {false, true}) {
    const auto& text = end ? filter.until : filter.since;
    if (text.empty()) continue;
    auto& time = end ? span.until : span.since;
    time = timeOf(text, end);
    if (!time) return fail("journal.time", text, {}, ErrorKind::usage);
  }
  return span;
}

// `wanted`: the address that the filter names.
bool matches(const Change& change, const JournalFilter& filter, const Address& wanted, const TimeSpan& span) {
  if (!filter.place.empty() && !liesIn(change.place, wanted)) return false;
  return (!span.since || *span.since <= change.at) && (!span.until || change.at <= *span.until);
}

Finding findingOf(const Error& error, const SectionKey& section) {
  return makeFinding(error.code, Severity::error, section, "", error.parameters);
}

// The state that the last submission must have for this state of its section. nullopt while the section is edited: any
// state fits.
std::optional<SubmissionState> fittingState(SectionState section) {
  switch (section) {
    case SectionState::submitted:
    case SectionState::returnAsked:
      return SubmissionState::submitted;
    case SectionState::accepted:
    case SectionState::inReport:
    case SectionState::issued:
      return SubmissionState::accepted;
    case SectionState::returned:
      return SubmissionState::returned;
    case SectionState::draft:
      break;
  }
  return std::nullopt;
}

Error stateError(const SectionKey& key, SectionState state) {
  return {"submission.state",
          keyText(key),
          {{"section", std::string(stateLabel(state))}, {"section_en", std::string(stateLabel(state, Language::en))}},
          ErrorKind::refusal};
}

// Compares the states of a section and its last submission. (Store::verifyJournal compares the section and its
// journal.) A section that was received and never decided on has no row of its own.
std::optional<Error> stateFault(const StoredSubmission& row, const std::optional<SectionHeader>& section) {
  if (row.state == SubmissionState::rival || isSetAside(row.state)) return std::nullopt;
  const auto wanted = !section                                   ? std::optional(SubmissionState::submitted)
                      : row.header.revision == section->revision ? fittingState(section->state)
                                                                 : std::nullopt;
  if (!wanted || *wanted == row.state) return std::nullopt;
  return stateError(row.header.key, section ? section->state : SectionState::submitted);
}

// A section, and whether the submission that it counts is there in the state that fits.
struct Counted {
  SectionState section = SectionState::draft;
  bool found = false;
};

// The sections of which the journal says already that a submission is not in the state in which it was left, or is not
// there.
struct Named {
  std::set<SectionKey> states, unsent;
  bool any(const SectionKey& key) const { return states.contains(key) || unsent.contains(key); }
};

Named namedIn(const JournalVerdict& verdict) {
  Named named;
  for (const auto& finding : verdict.findings) {
    if (finding.code == "journal.submission-state") named.states.insert(finding.section);
    if (finding.code == "journal.unsent") named.unsent.insert(finding.section);
  }
  return named;
}

Status verifySubmissions(Suite& suite, JournalVerdict& verdict) {
  const auto named = namedIn(verdict);
  CCHC_TRY(auto check, StoredCheck::of(suite));
  std::map<SectionKey, Counted> sections;
  CCHC_CHECK(suite.store.forEachPackage({}, [&](const StoredSubmission& row) -> Status {
    ++verdict.submissions;
    const auto& key = row.header.key;
    CCHC_TRY(auto fault, named.states.contains(key) ? check.faultOfPackage(row) : check.fault(row));
    if (!fault) {
      CCHC_TRY(const auto section, suite.store.section(key));
      if (!named.any(key)) fault = stateFault(row, section);
      if (section) {
        auto& counted = sections[key];
        counted.section = section->state;
        const auto wanted = fittingState(section->state);
        counted.found = counted.found || !wanted || (row.header.revision == section->revision && row.state == *wanted);
      }
    }
    if (!fault) {
      CCHC_TRY(const auto since, check.since(row));
      if (since) verdict.notes.push_back(makeFinding(since->code, Severity::information, key, "", since->parameters));
    }
    if (fault) sections[key].found = true;  // it is reported already
    if (fault) verdict.findings.push_back(findingOf(*fault, key));
    return {};
  }));
  for (const auto& [key, counted] : sections) {
    if (!counted.found && !named.any(key)) verdict.findings.push_back(findingOf(stateError(key, counted.section), key));
  }
  return {};
}

}  // namespace

Result<std::vector<JournalLine>> journalLines(Suite& suite, const JournalFilter& filter) {
  CCHC_TRY(const auto span, spanOf(filter));
  const Address wanted(filter.place);
  CCHC_TRY(const auto sections, suite.store.journaledSections());
  std::vector<JournalLine> lines;
  for (const auto& section : sections) {
    if (!filter.definition.empty() && section.definition.value != filter.definition) continue;
    if (!filter.unit.empty() && codeOf(section.unit) != filter.unit) continue;
    if (!filter.period.empty() && section.period.value != filter.period) continue;
    CCHC_TRY(auto entries, suite.store.journal(section));
    for (auto& entry : entries) {
      if (matches(entry.change, filter, wanted, span)) lines.push_back({section, std::move(entry)});
    }
  }
  return lines;
}

Result<JournalVerdict> verifyJournals(Suite& suite) {
  JournalVerdict verdict;
  CCHC_TRY(const auto sections, suite.store.journaledSections());
  for (const auto& section : sections) {
    CCHC_TRY(auto findings, suite.store.verifyJournal(section));
    CCHC_TRY(const auto entries, suite.store.journal(section));
    ++verdict.sections;
    verdict.entries += entries.size();
    std::move(findings.begin(), findings.end(), std::back_inserter(verdict.findings));
  }
  CCHC_CHECK(verifySubmissions(suite, verdict));
  return verdict;
}

}  // namespace cchc

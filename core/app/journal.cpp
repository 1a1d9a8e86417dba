#include "core/app/journal.h"

namespace cchc {
namespace {

bool isTime(const std::string& text) { return text.empty() || parseTime(text) || (text.size() == 10 && Date::parse(text)); }

// "documents" has "documents[r1].document" in it, and "¶" paragraphs only themselves.
bool liesIn(const std::string& place, const std::string& outer) {
  if (!place.starts_with(outer)) return false;
  return place.size() == outer.size() || place[outer.size()] == '[' || (outer.ends_with(']') && place[outer.size()] == '.');
}

bool wanted(const Change& change, const JournalFilter& filter) {
  if (!filter.place.empty() && !liesIn(change.place, filter.place)) return false;
  const auto at = timeText(change.at);
  if (!filter.since.empty() && at < filter.since) return false;
  // A day as the end means all of it: the longer text of a time on it begins with it.
  return filter.until.empty() || at <= filter.until || at.starts_with(filter.until);
}

}  // namespace

Result<std::vector<JournalLine>> journalLines(Suite& suite, const JournalFilter& filter) {
  for (const auto& time : {filter.since, filter.until}) {
    if (!isTime(time)) return fail("journal.time", time, {}, ErrorKind::usage);
  }
  CCHC_TRY(const auto sections, suite.store.journaled());
  std::vector<JournalLine> lines;
  for (const auto& section : sections) {
    if (!filter.definition.empty() && section.definition.value != filter.definition) continue;
    if (!filter.unit.empty() && section.unit.value != filter.unit) continue;
    if (!filter.period.empty() && section.period.value != filter.period) continue;
    CCHC_TRY(auto entries, suite.store.journal(section));
    for (auto& entry : entries) {
      if (wanted(entry.change, filter)) lines.push_back({section, std::move(entry)});
    }
  }
  return lines;
}

Result<JournalVerdict> verifyJournals(Suite& suite) {
  JournalVerdict verdict;
  CCHC_TRY(const auto sections, suite.store.journaled());
  for (const auto& section : sections) {
    CCHC_TRY(auto findings, suite.store.verifyJournal(section));
    CCHC_TRY(const auto entries, suite.store.journal(section));
    ++verdict.sections;
    verdict.entries += entries.size();
    std::move(findings.begin(), findings.end(), std::back_inserter(verdict.findings));
  }
  return verdict;
}

}  // namespace cchc

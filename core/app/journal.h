// The journal over all sections: looked through, and verified.
#pragma once
#include "core/app/suite.h"

namespace cchc {

// Empty parts do not restrict. `place`: that place, and what lies in it (a table's rows and cells). `since`, `until`: a day or a UTC time, both inclusive;
// compared as text with the entries' times.
struct JournalFilter {
  std::string definition, unit, period, place, since, until;
};
struct JournalLine {
  SectionKey section;
  Store::JournalEntry entry;
};
// In order of section, then as they were made. journal.time for a `since` or `until` that is no time.
Result<std::vector<JournalLine>> journalLines(Suite& suite, const JournalFilter& filter);

struct JournalVerdict {
  std::vector<Finding> findings;  // of Store::verifyJournal; empty: whole
  std::size_t sections = 0, entries = 0;
};
Result<JournalVerdict> verifyJournals(Suite& suite);

}  // namespace cchc

// The journal over all sections: looked through, and verified.
#pragma once
#include "core/app/suite/suite.h"

namespace cchc {

// Empty parts do not restrict. `place`: that place, and what lies in it (a table's rows and cells). `since`, `until`: a
// day or a UTC time, both inclusive; compared as text with the entries' times.
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
  // Of Store::verifyJournal; and, for each submission in the store that is not what its row says (its content's digest,
  // its head, who signed it, what it gives to sums), or whose state is not its section's, one error that names the
  // section. Empty: whole.
  std::vector<Finding> findings;
  std::size_t sections = 0, entries = 0, submissions = 0;
};
Result<JournalVerdict> verifyJournals(Suite& suite);

}  // namespace cchc

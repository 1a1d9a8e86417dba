// Searches and verifies the journals of all sections.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/model/finding.h"

namespace cchc {

// An empty member matches everything. `place`: the place and everything in it, such as the rows and cells of a table.
// `since`, `until`: a day or a UTC time, both inclusive.
struct JournalFilter {
  std::string definition, unit, period, place, since, until;
};
struct JournalLine {
  SectionKey section;
  Store::JournalEntry entry;
};
// In order of section; within a section, oldest first.
// Errors:
//   journal.time   `since` or `until` is not a time
//   and those of the store
Result<std::vector<JournalLine>> journalLines(Suite& suite, const JournalFilter& filter);

struct JournalVerdict {
  // The findings of Store::verifyJournal, and one error for each submission in the store that does not match its row
  // (StoredCheck::fault), or whose state does not fit the state of its section. Empty: all is in order.
  std::vector<Finding> findings;
  // What happened since to certificates of accepted submissions, of severity information: it changes nothing.
  std::vector<Finding> notes;
  std::size_t sections = 0, entries = 0, submissions = 0;  // how many were verified
};
Result<JournalVerdict> verifyJournals(Suite& suite);

}  // namespace cchc

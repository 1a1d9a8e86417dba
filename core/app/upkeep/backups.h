// Copies of the store: one when somebody asks, one a day by itself, and the way back from one.
#pragma once
#include "core/app/suite/suite.h"

namespace cchc {

inline constexpr std::size_t dailyBackupsKept = 14;

// While the store is in use: SQLite's online copy, or pg_dump for a shared store. With `replace` a file that is there
// goes when the new copy is whole. store.backup-exists, store.backup-failed, store.no-server-tools.
Status backupStore(Suite& suite, const std::filesystem::path& target, bool replace = false);

// STORE.backups/2023-08-28.sqlite, when there is none of this day (UTC) yet; then the oldest beyond 14 go. The copy is
// checked, so that a damaged store never takes the place of a good copy: store.damaged, or store.damaged-with-backup,
// which names the newest copy. Nothing to do for PostgreSQL: its server makes its own (installer/postgresql). Nor for a
// store that can only be read.
Status dailyBackup(Suite& suite);
// store.damaged and store.not-a-store with the newest copy named, where there is one (core/store/copies.h); other
// errors as they are.
Error offeringBackup(Error error, const std::string& store);

// For a program that stays open for days, to ask as often as it likes: makes the day's copy once it is due. Asking
// costs nothing; a copy that could not be made is tried again an hour later.
class DailyCopies {
 public:
  // What a person must be told: once a day for each fault.
  std::optional<Error> look(Suite& suite);

 private:
  std::string done_, tried_, told_;  // a day, an hour, a day and a code
};

// Makes `store` from a copy: copied, checked (SQLite's check, migrated where older, journals whole) and only then put
// in place. A store that is there is kept as STORE.before-restore-<time>, and only with `replace`. Answers where it was
// kept, "" where none was. A shared store is made in the empty database that `store` names, and checked there; with
// `replace`: store.restore-shared. store.restore-exists, store.restore-failed, store.no-server-tools, store.in-use
// (somebody has the store open, whose work would go into the old file); what is in the way of the copy itself under its
// own code, with the copy's name.
Result<std::filesystem::path> restoreStore(const std::filesystem::path& copy, const std::string& store, bool replace,
                                           const Clock& clock);

}  // namespace cchc

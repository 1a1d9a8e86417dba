// Copies of the store, on demand and daily, and restoring the store from a copy.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "core/app/suite/suite.h"

namespace cchc {

inline constexpr std::size_t dailyBackupsKept = 14;

// Copies the store, which may be in use: by SQLite's online copy, or by pg_dump for a shared store. `replace`: an
// existing file is replaced once the new copy is complete.
// Errors:
//   store.backup-exists, store.backup-failed
//   store.no-server-tools   pg_dump is not installed on this machine
Status backupStore(Suite& suite, const std::filesystem::path& target, bool replace = false);

// Makes STORE.backups/2023-08-28.sqlite unless the copy of today (in Vietnam) exists, and removes the oldest copies
// beyond 14; which are the oldest is decided by what is in them (core/store/copies.h).
// Checks the copy, so that a damaged store never replaces a good copy. Does nothing for PostgreSQL, whose server makes
// its own copies (installer/postgresql), nor for a store that can only be read.
// Errors:
//   store.damaged, or store.damaged-with-backup, which names the newest copy
//   store.backup-failed
Status dailyBackup(Suite& suite);
// Adds the newest copy, if there is one (core/store/copies.h), to store.damaged and store.not-a-store; returns other
// errors unchanged.
Error withNewestBackup(Error error, const std::string& store);

// Makes the daily copies of a program that stays open for days.
class DailyCopies {
 public:
  // Makes today's copy when it is due; after a failure it tries again in the next hour. Costs nothing if nothing is
  // due. Returns an error that must be shown to the user, each fault once a day: that the copy could not be made, or
  // that the clock of this PC jumped (clock_check.h).
  std::optional<Error> makeIfDue(Suite& suite);

 private:
  std::string done_, tried_, reported_;  // a day, an hour, a day and a code
};

// Restores the store from a copy. The copy is copied with what its log (-wal) has, checked (by SQLite itself, and its
// journals), migrated if it is older, and only then replaces the store. `replace`: an existing store is kept as
// STORE.before-restore-<time>. Returns the path where it was kept, "" if there was none. A shared store is restored
// into the empty database that `store` names, and checked there. Errors:
//   store.restore-exists    a store exists, and `replace` is not set
//   store.restore-shared    `replace` is set for a shared store
//   store.restore-failed    with the reason
//   store.in-use            somebody has the store open, and their work would go into the old file
//   store.no-server-tools   pg_restore is not installed on this machine
//   store.newer and others of Store::open for the copy, with the name of the copy
Result<std::filesystem::path> restoreStore(const std::filesystem::path& copy, const std::string& store, bool replace,
                                           const Clock& clock);

}  // namespace cchc

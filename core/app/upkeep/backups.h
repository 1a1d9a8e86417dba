// Copies of the store: on demand, one a day, and how a copy becomes the store again.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "core/app/suite/suite.h"

namespace cchc {

inline constexpr std::size_t dailyBackupsKept = 14;

// Copies the store, which may be in use: by SQLite's online copy, or by pg_dump for a shared store. `replace`: a file
// that is there is replaced when the new copy is complete.
// Errors:
//   store.backup-exists, store.backup-failed
//   store.no-server-tools   pg_dump is not on this machine
Status backupStore(Suite& suite, const std::filesystem::path& target, bool replace = false);

// Makes STORE.backups/2023-08-28.sqlite unless there is a copy of this day (UTC), and removes the oldest copies beyond
// 14. Checks the copy, so that a damaged store never takes the place of a good copy. Does nothing for PostgreSQL, whose
// server makes its own copies (installer/postgresql), nor for a store that can only be read.
// Errors:
//   store.damaged, store.damaged-with-backup (names the newest copy)
//   store.backup-failed
Status dailyBackup(Suite& suite);
// store.damaged and store.not-a-store with the newest copy named, where there is one (core/store/copies.h); other
// errors as they are.
Error withNewestBackup(Error error, const std::string& store);

// Makes the daily copies of a program that stays open for days.
class DailyCopies {
 public:
  // Makes the copy of the day when it is due; after a failure it tries again in the next hour. Costs nothing when
  // nothing is due. Returns an error that a person must be told: each fault once a day.
  std::optional<Error> makeIfDue(Suite& suite);

 private:
  std::string done_, tried_, reported_;  // a day, an hour, a day and a code
};

// Makes the store out of a copy. The copy is copied, checked (by SQLite itself, and its journals), migrated where it is
// older, and only then takes the place of the store. `replace`: a store that is there is kept as
// STORE.before-restore-<time>. Returns the path where it was kept, "" where there was none.
// A shared store is restored into the empty database that `store` names, and checked there.
// Errors:
//   store.restore-exists    there is a store, and `replace` is not set
//   store.restore-shared    `replace` is set for a shared store
//   store.restore-failed    with the reason
//   store.in-use            somebody has the store open, whose work would go into the former file
//   store.no-server-tools   pg_restore is not on this machine
//   store.newer and others of Store::open for the copy, with the name of the copy
Result<std::filesystem::path> restoreStore(const std::filesystem::path& copy, const std::string& store, bool replace,
                                           const Clock& clock);

}  // namespace cchc

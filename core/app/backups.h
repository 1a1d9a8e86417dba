// Copies of a SQLite store: one a day by itself, and the way back from one.
#pragma once
#include "core/app/suite.h"

namespace cchc {

inline constexpr std::size_t dailyBackupsKept = 14;

// STORE.backups/2023-08-28.sqlite, when there is none of this day (UTC) yet; then the oldest beyond 14 go. The store is checked first, so that a damaged one
// never takes the place of a good copy: store.damaged, or store.damaged-with-backup, which names the newest copy. Nothing to do for PostgreSQL.
Status dailyBackup(Suite& suite);
// The newest daily copy of a store, if any.
std::optional<std::filesystem::path> newestBackup(const std::string& store);
// store.damaged and store.not-a-store with the newest copy named, where there is one; other errors as they are.
Error offeringBackup(Error error, const std::string& store);

// Makes `store` from a copy: copied, checked (SQLite's check, migrated where older, journals whole) and only then put in place. A store that is there is
// kept as STORE.before-restore-<time>, and only with `replace`. Answers where it was kept, "" where none was.
// store.restore-exists, store.restore-failed; what is in the way of the copy itself under its own code.
Result<std::filesystem::path> restoreStore(const std::filesystem::path& copy, const std::filesystem::path& store, bool replace, const Clock& clock);

}  // namespace cchc

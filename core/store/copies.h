// Copies of a store file: the daily copies next to a store (STORE.backups/2023-08-28.sqlite), and which copy is the
// newest. Neither the names of files nor their times decide that, since both come from the clock of a PC.
#pragma once
#include <compare>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cchc {

// How far a store has come, from what is in its file. Rows of these tables are never removed, so that of two copies of
// one store the greater one is the later one. A restored store counts more than whatever was there before, although its
// journal is shorter.
struct StoreHistory {
  long long restored = 0;  // how often; kept in SQLite's own user_version
  long long entries = 0, submissions = 0, receipts = 0, unitVersions = 0;
  auto operator<=>(const StoreHistory&) const = default;
};
// Errors:
//   store.not-a-store   the file is not a store: empty, or of something else
//   store.open          it cannot be opened
Result<StoreHistory> historyOf(const std::filesystem::path& file);
// Whether SQLite reads the file as a database without any table, as it does with an empty file.
bool isEmptyDatabase(const std::filesystem::path& file);

std::filesystem::path copiesFolder(const std::string& store);
// The copies, oldest first by their history, those that cannot be read before all others. Other files in the folder are
// ignored, since they are not ours to remove.
std::vector<std::filesystem::path> dailyCopies(const std::string& store);
// The newest copy that passes SQLite's own check. Reads whole copies, so call it only when something is wrong.
std::optional<std::filesystem::path> newestSoundCopy(const std::string& store);
// If a sound copy exists, turns store.damaged and store.not-a-store into store.damaged-with-backup, which names the
// newest copy and how to restore it. Other errors, and those of a shared store, are returned unchanged.
Error withNewestCopy(Error error, const std::string& store);

// Copies a store file to `target`, for the owner alone, with what its log (-wal) has, by SQLite's own means; if SQLite
// cannot read it where it is, as on a disk that cannot be written to, with the bytes of both files. `target` is
// replaced.
// Errors, with `file` as the place:
//   store.not-a-store, store.damaged
//   store.backup-failed   with the system's reason
Status copyStoreFile(const std::filesystem::path& file, const std::filesystem::path& target);
// Notes in a store file that nobody has open that it was restored: more often than `file` or any of `others`.
// Error store.open
Status markRestored(const std::filesystem::path& file, const std::vector<std::filesystem::path>& others);

}  // namespace cchc

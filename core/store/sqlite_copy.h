// Copies of SQLite files, and SQLite's own check of them. Private to store/.
#pragma once
#include <soci/soci.h>

#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace sqlite_api {
struct sqlite3;  // SOCI declares SQLite's names in this namespace.
}

namespace cchc::store {

// Makes a consistent copy of a SQLite store while others write to it. `target` is replaced once the copy is complete
// and sound; on an error it is unchanged.
// The copy is for its owner alone.
// Errors:
//   store.damaged        the store's own pages are damaged
//   store.not-a-store    it is not a database
//   store.backup-failed  the copy cannot be written
Status copyStore(soci::session& sql, const std::filesystem::path& target, const std::string& address);
// The same for a file, with a separate connection.
Status copyStore(const std::filesystem::path& from, const std::filesystem::path& target, const std::string& address);

// The first problem that SQLite's own check finds; "" if there is none.
std::string quickCheck(sqlite_api::sqlite3* database);

}  // namespace cchc::store

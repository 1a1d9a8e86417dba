#include "core/store/store_lock.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <memory>
#include <thread>

namespace cchc {
namespace {

using namespace sqlite_api;  // SOCI declares SQLite's names there.

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

Database opened(const std::filesystem::path& file, int flags) {
  sqlite3* database = nullptr;
  const int done = sqlite3_open_v2(file.string().c_str(), &database, flags, nullptr);
  Database result(database);
  return done == SQLITE_OK ? std::move(result) : nullptr;
}

int run(sqlite3* database, const char* statement) {
  return sqlite3_exec(database, statement, nullptr, nullptr, nullptr);
}

}  // namespace

Result<StoreLock> StoreLock::acquire(const std::filesystem::path& store) {
  auto database = opened(store, SQLITE_OPEN_READWRITE);
  constexpr int attempts = 50;
  for (int attempt = 0; database; ++attempt) {
    // SQLite refuses to leave WAL mode as long as anybody else has the file open, reading or writing.
    int done = run(database.get(), "PRAGMA journal_mode = DELETE");
    if (done == SQLITE_OK) done = run(database.get(), "BEGIN EXCLUSIVE");
    if (done == SQLITE_OK) return StoreLock(database.release());
    if (done != SQLITE_BUSY && done != SQLITE_LOCKED) break;
    if (attempt == attempts) return fail("store.in-use", store.string(), {}, ErrorKind::failure);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return StoreLock(nullptr);
}

void StoreLock::release() {
  sqlite3_close(static_cast<sqlite3*>(database_));
  database_ = nullptr;
}

}  // namespace cchc

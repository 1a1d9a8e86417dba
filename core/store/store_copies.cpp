#include "core/store/copies.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "core/base/date.h"
#include "core/store/session.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;
using namespace sqlite_api;  // SOCI puts SQLite's own names there

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

Database opened(const fs::path& file, int flags) {
  sqlite3* database = nullptr;
  const int done = sqlite3_open_v2(file.string().c_str(), &database, flags, nullptr);
  Database result(database);
  return done == SQLITE_OK ? std::move(result) : nullptr;
}

bool isSound(const fs::path& copy) {
  std::error_code failed;
  if (fs::file_size(copy, failed) == 0 || failed) return false;
  const auto database = opened(copy, SQLITE_OPEN_READONLY);
  return database != nullptr && store::quickCheck(database.get()).empty();
}

int run(sqlite3* database, const char* statement) {
  return sqlite3_exec(database, statement, nullptr, nullptr, nullptr);
}

}  // namespace

std::string store::quickCheck(sqlite3* database) {
  sqlite3_stmt* statement = nullptr;
  std::string told = "?";
  if (sqlite3_prepare_v2(database, "PRAGMA quick_check(1)", -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    told = text == nullptr ? "?" : text;
  } else {
    told = sqlite3_errmsg(database);
  }
  sqlite3_finalize(statement);
  if (told == "ok") return {};
  // "*** in database main ***" and a line on what is wrong.
  if (const auto line = told.find('\n'); told.starts_with("***") && line != std::string::npos) told.erase(0, line + 1);
  return told.substr(0, told.find('\n'));
}

fs::path copiesFolder(const std::string& store) { return store + ".backups"; }

std::vector<fs::path> dailyCopies(const std::string& store) {
  std::vector<fs::path> copies;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(copiesFolder(store), ignored)) {
    if (entry.path().extension() == ".sqlite" && Date::parse(entry.path().stem().string()))
      copies.push_back(entry.path());
  }
  std::sort(copies.begin(), copies.end());
  return copies;
}

std::optional<fs::path> newestSoundCopy(const std::string& store) {
  if (isSharedStore(store)) return std::nullopt;
  const auto copies = dailyCopies(store);
  const auto sound = std::find_if(copies.rbegin(), copies.rend(), isSound);
  return sound == copies.rend() ? std::nullopt : std::optional(*sound);
}

Error offeringCopy(Error error, const std::string& store) {
  if (error.code != "store.damaged" && error.code != "store.not-a-store") return error;
  const auto copy = newestSoundCopy(store);
  if (!copy) return error;
  if (error.code == "store.not-a-store") error.parameters.push_back({"reason", "header"});
  error.code = "store.damaged-with-backup";
  error.parameters.push_back({"backup", copy->string()});
  error.parameters.push_back({"store", store});
  return error;
}

Result<StoreLock> StoreLock::take(const fs::path& store) {
  auto database = opened(store, SQLITE_OPEN_READWRITE);
  constexpr int attempts = 50;
  for (int attempt = 0; database; ++attempt) {
    // Leaving WAL needs the file alone: as long as anybody has it open, reading or writing, it is refused.
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

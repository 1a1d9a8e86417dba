#include "core/store/copies.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <memory>
#include <system_error>
#include <utility>

#include "core/base/date.h"
#include "core/base/store_address.h"
#include "core/store/sqlite_copy.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;
using namespace sqlite_api;  // SOCI declares SQLite's names there.

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

// The number that a query gives; nullopt: it fails, as when an older store does not have the table.
std::optional<long long> numberOf(sqlite3* database, const char* query) {
  sqlite3_stmt* statement = nullptr;
  std::optional<long long> number;
  if (sqlite3_prepare_v2(database, query, -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW)
    number = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return number;
}

bool isSound(const fs::path& copy) {
  const auto database = opened(copy, SQLITE_OPEN_READONLY);
  return database && historyOf(copy) && store::quickCheck(database.get()).empty();
}

tl::unexpected<Error> cannotOpen(const fs::path& file, sqlite3* database) {
  const std::string reason = database == nullptr ? "" : sqlite3_errmsg(database);
  return fail("store.open", file.string(), {{"reason", reason}}, ErrorKind::failure);
}

}  // namespace

Result<StoreHistory> historyOf(const fs::path& file) {
  const auto database = opened(file, SQLITE_OPEN_READONLY);
  if (!database) return cannotOpen(file, nullptr);
  if (!numberOf(database.get(), "SELECT version FROM store_version"))
    return fail("store.not-a-store", file.string(), {}, ErrorKind::failure);
  const auto number = [&](const char* query) { return numberOf(database.get(), query).value_or(0); };
  return StoreHistory{number("PRAGMA user_version"), number("SELECT count(*) FROM change"),
                      number("SELECT count(*) FROM submission"), number("SELECT count(*) FROM receipt"),
                      number("SELECT version FROM unit_list")};
}

bool isEmptyDatabase(const fs::path& file) {
  const auto database = opened(file, SQLITE_OPEN_READONLY);
  return database && numberOf(database.get(), "SELECT count(*) FROM sqlite_master") == 0;
}

fs::path copiesFolder(const std::string& store) { return store + ".backups"; }

std::vector<fs::path> dailyCopies(const std::string& store) {
  std::vector<std::pair<std::optional<StoreHistory>, fs::path>> copies;
  std::error_code failed;
  for (fs::directory_iterator entry(copiesFolder(store), failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const auto& file = entry->path();
    if (file.extension() != ".sqlite" || !Date::parse(file.stem().string())) continue;
    const auto history = historyOf(file);
    copies.emplace_back(history ? std::optional(*history) : std::nullopt, file);
  }
  std::sort(copies.begin(), copies.end());
  std::vector<fs::path> files;
  for (auto& copy : copies) files.push_back(std::move(copy.second));
  return files;
}

std::optional<fs::path> newestSoundCopy(const std::string& store) {
  if (isSharedStore(store)) return std::nullopt;
  const auto copies = dailyCopies(store);
  const auto sound = std::find_if(copies.rbegin(), copies.rend(), isSound);
  return sound == copies.rend() ? std::nullopt : std::optional(*sound);
}

Error withNewestCopy(Error error, const std::string& store) {
  if (error.code != "store.damaged" && error.code != "store.not-a-store") return error;
  const auto copy = newestSoundCopy(store);
  if (!copy) return error;
  if (error.code == "store.not-a-store") error.parameters.push_back({"reason", "header"});
  error.code = "store.damaged-with-backup";
  error.parameters.push_back({"backup", copy->string()});
  error.parameters.push_back({"store", store});
  return error;
}

Status copyStoreFile(const fs::path& file, const fs::path& target) {
  const auto copied = store::copyStore(file, target, file.string());
  if (copied || copied.error().code != "store.backup-failed") return copied;
  std::error_code failed;
  for (const auto* side : {"", "-wal"}) {
    const auto from = file.string() + side, to = target.string() + side;
    if (!fs::exists(from, failed)) continue;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, failed);
    if (!failed) fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, failed);
    if (failed) return fail("store.backup-failed", file.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  }
  return {};
}

Status markRestored(const fs::path& file, const std::vector<fs::path>& others) {
  const auto database = opened(file, SQLITE_OPEN_READWRITE);
  if (!database) return cannotOpen(file, nullptr);
  auto most = numberOf(database.get(), "PRAGMA user_version").value_or(0);
  for (const auto& other : others) {
    const auto history = historyOf(other);
    most = std::max(most, history ? history->restored : 0);
  }
  const auto statement = "PRAGMA user_version = " + std::to_string(most + 1);
  if (sqlite3_exec(database.get(), statement.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return cannotOpen(file, database.get());
  return {};
}

}  // namespace cchc

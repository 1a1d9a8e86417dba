#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>

#include "core/store/session.h"

namespace cchc {
namespace {

using namespace sqlite_api;  // SOCI puts SQLite's own names there

Status copyOnline(sqlite3* from, const std::filesystem::path& target, const std::string& address) {
  sqlite3* to = nullptr;
  const auto name = target.string();
  auto failed = [&](const char* reason) {
    const std::string text = reason != nullptr ? reason : "";
    sqlite3_close(to);
    return fail("store.backup-failed", name, {{"reason", text}, {"store", address}}, ErrorKind::failure);
  };
  if (sqlite3_open(name.c_str(), &to) != SQLITE_OK) return failed(sqlite3_errmsg(to));
  auto* copy = sqlite3_backup_init(to, "main", from, "main");
  if (copy == nullptr) return failed(sqlite3_errmsg(to));
  const int stepped = sqlite3_backup_step(copy, -1);
  const int finished = sqlite3_backup_finish(copy);
  if (stepped != SQLITE_DONE || finished != SQLITE_OK) return failed(sqlite3_errstr(stepped != SQLITE_DONE ? stepped : finished));
  sqlite3_close(to);
  return {};
}

}  // namespace

Status store::copyStore(soci::session& sql, const std::filesystem::path& target, const std::string& address) {
  auto partial = target;
  partial += ".part";
  std::error_code ignored;
  std::filesystem::remove(partial, ignored);
  auto* backend = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
  const auto copied = copyOnline(backend->conn_, partial, address);
  if (!copied) {
    std::filesystem::remove(partial, ignored);
    return copied;
  }
  std::error_code failed;
  std::filesystem::rename(partial, target, failed);
  if (failed) return fail("store.backup-failed", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  return {};
}

Status Store::backup(const std::filesystem::path& target) {
  if (session_->postgres) return fail("store.backup-postgresql", session_->address, {}, ErrorKind::usage);
  std::error_code ignored;
  if (std::filesystem::exists(target, ignored)) return fail("store.backup-exists", target.string(), {}, ErrorKind::usage);
  return store::copyStore(session_->sql, target, session_->address);
}

}  // namespace cchc

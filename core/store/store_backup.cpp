#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>

#include "core/base/platform.h"
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
  const auto damaged = [&](const std::string& reason) {
    sqlite3_close(to);
    return fail("store.damaged", address, {{"reason", reason}}, ErrorKind::failure);
  };
  if (sqlite3_open(name.c_str(), &to) != SQLITE_OK) return failed(sqlite3_errmsg(to));
  auto* copy = sqlite3_backup_init(to, "main", from, "main");
  if (copy == nullptr) return failed(sqlite3_errmsg(to));
  const int stepped = sqlite3_backup_step(copy, -1);
  const int finished = sqlite3_backup_finish(copy);
  const int wrong = stepped != SQLITE_DONE ? stepped : finished;
  if (wrong == SQLITE_CORRUPT || wrong == SQLITE_NOTADB) return damaged(sqlite3_errstr(wrong));
  if (stepped != SQLITE_DONE || finished != SQLITE_OK) return failed(sqlite3_errstr(wrong));
  // A copy is one file, which can be read where nothing may be written beside it.
  if (sqlite3_exec(to, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK) {
    const int reason = sqlite3_errcode(to);
    return reason == SQLITE_CORRUPT || reason == SQLITE_NOTADB ? damaged(sqlite3_errmsg(to))
                                                               : failed(sqlite3_errmsg(to));
  }
  // Page by page it is as the store is: what is wrong in it is wrong there.
  if (const auto told = store::quickCheck(to); !told.empty()) return damaged(told);
  sqlite3_close(to);
  return {};
}

Status copyUnder(sqlite3* from, const std::filesystem::path& target, const std::string& address) {
  auto partial = target;
  partial += ".part" + std::to_string(platform::processId());
  std::error_code ignored;
  std::filesystem::remove(partial, ignored);
  const auto copied = copyOnline(from, partial, address);
  for (const auto* side : {"-journal", "-wal", "-shm"}) std::filesystem::remove(partial.string() + side, ignored);
  if (!copied) {
    std::filesystem::remove(partial, ignored);
    return copied;
  }
  std::error_code failed;
  std::filesystem::rename(partial, target, failed);
  if (!failed) return {};
  std::filesystem::remove(partial, ignored);
  return fail("store.backup-failed", target.string(), {{"reason", failed.message()}}, ErrorKind::failure);
}

}  // namespace

Status store::copyStore(soci::session& sql, const std::filesystem::path& target, const std::string& address) {
  return copyUnder(static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_, target, address);
}

Status store::copyStore(const std::filesystem::path& from, const std::filesystem::path& target,
                        const std::string& address) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(from.string().c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
    const std::string reason = database == nullptr ? "" : sqlite3_errmsg(database);
    sqlite3_close(database);
    return fail("store.backup-failed", target.string(), {{"reason", reason}}, ErrorKind::failure);
  }
  sqlite3_busy_timeout(database, 30'000);
  const auto copied = copyUnder(database, target, address);
  sqlite3_close(database);
  return copied;
}

bool store::isReplaced(soci::session& sqlite) {
  int moved = 0;
  auto* backend = static_cast<soci::sqlite3_session_backend*>(sqlite.get_backend());
  return sqlite3_file_control(backend->conn_, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

Status Store::backup(const std::filesystem::path& target) {
  if (session_->postgres) return fail("store.backup-postgresql", session_->address, {}, ErrorKind::usage);
  std::error_code ignored;
  if (std::filesystem::exists(target, ignored))
    return fail("store.backup-exists", target.string(), {}, ErrorKind::usage);
  return store::guarded(session_->address, [&] { return store::copyStore(session_->sql, target, session_->address); });
}

}  // namespace cchc

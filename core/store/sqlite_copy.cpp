#include "core/store/sqlite_copy.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <system_error>
#include <utility>

#include "core/base/files/new_file.h"

namespace cchc::store {
namespace {

using namespace sqlite_api;  // SOCI declares SQLite's names there.

Status copyOnline(sqlite3* from, const std::filesystem::path& target, const std::string& address) {
  sqlite3* to = nullptr;
  const auto name = target.string();
  auto failed = [&](const char* reason) {
    const std::string text = reason != nullptr ? reason : "";
    sqlite3_close(to);
    return fail("store.backup-failed", name, {{"reason", text}, {"store", address}}, ErrorKind::failure);
  };
  // `number`: SQLite's, of the fault.
  const auto damaged = [&](const std::string& reason, int number = SQLITE_CORRUPT) {
    sqlite3_close(to);
    return fail(number == SQLITE_NOTADB ? "store.not-a-store" : "store.damaged", address, {{"reason", reason}},
                ErrorKind::failure);
  };
  if (sqlite3_open(name.c_str(), &to) != SQLITE_OK) return failed(sqlite3_errmsg(to));
  auto* copy = sqlite3_backup_init(to, "main", from, "main");
  if (copy == nullptr) return failed(sqlite3_errmsg(to));
  const int stepped = sqlite3_backup_step(copy, -1);
  const int finished = sqlite3_backup_finish(copy);
  const int wrong = stepped != SQLITE_DONE ? stepped : finished;
  if (wrong == SQLITE_CORRUPT || wrong == SQLITE_NOTADB) return damaged(sqlite3_errstr(wrong), wrong);
  if (stepped != SQLITE_DONE || finished != SQLITE_OK) return failed(sqlite3_errstr(wrong));
  // Without WAL a copy is a single file, which can be read even from a folder that cannot be written to.
  if (sqlite3_exec(to, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK) {
    const int reason = sqlite3_errcode(to);
    return reason == SQLITE_CORRUPT || reason == SQLITE_NOTADB ? damaged(sqlite3_errmsg(to), reason)
                                                               : failed(sqlite3_errmsg(to));
  }
  // The copy has the store's own pages, so a damaged copy means a damaged store.
  if (const auto wrongPage = quickCheck(to); !wrongPage.empty()) return damaged(wrongPage);
  sqlite3_close(to);
  return {};
}

// An error names the file that was asked for: nobody knows of the one that is written first.
tl::unexpected<Error> backupFailure(Error error, const std::filesystem::path& target) {
  if (error.code == "file.write") error.code = "store.backup-failed";
  if (error.code == "store.backup-failed") error.place = target.string();
  return fail(std::move(error));
}

Status copyAtomically(sqlite3* from, const std::filesystem::path& target, const std::string& address) {
  auto copy = NewFile::create(target, platform::Readers::ownerAlone);
  if (!copy) return backupFailure(copy.error(), target);
  auto done = copyOnline(from, copy->path(), address);
  std::error_code ignored;
  for (const auto* side : {"-journal", "-wal", "-shm"}) std::filesystem::remove(copy->path().string() + side, ignored);
  if (done) done = copy->finish();
  if (!done) return backupFailure(done.error(), target);
  return {};
}

}  // namespace

Status copyStore(soci::session& sql, const std::filesystem::path& target, const std::string& address) {
  return copyAtomically(static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_, target, address);
}

Status copyStore(const std::filesystem::path& from, const std::filesystem::path& target, const std::string& address) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(from.string().c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
    const std::string reason = database == nullptr ? "" : sqlite3_errmsg(database);
    sqlite3_close(database);
    return fail("store.backup-failed", target.string(), {{"reason", reason}}, ErrorKind::failure);
  }
  sqlite3_busy_timeout(database, 30'000);
  const auto copied = copyAtomically(database, target, address);
  sqlite3_close(database);
  return copied;
}

std::string quickCheck(sqlite3* database) {
  sqlite3_stmt* statement = nullptr;
  std::string problem = "?";
  if (sqlite3_prepare_v2(database, "PRAGMA quick_check(1)", -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    problem = text == nullptr ? "?" : text;
  } else {
    problem = sqlite3_errmsg(database);
  }
  sqlite3_finalize(statement);
  if (problem == "ok") return {};
  // "*** in database main ***", then a line on what is wrong.
  if (const auto line = problem.find('\n'); problem.starts_with("***") && line != std::string::npos)
    problem.erase(0, line + 1);
  return problem.substr(0, problem.find('\n'));
}

}  // namespace cchc::store

// Checks and copies the store's file.
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>
#include <system_error>

#include "core/store/session.h"
#include "core/store/sqlite_copy.h"

namespace cchc {

Status Store::backup(const std::filesystem::path& target, bool replace) {
  if (session_->postgres) return fail("store.backup-postgresql", session_->address, {}, ErrorKind::usage);
  std::error_code ignored;
  if (std::filesystem::exists(target, ignored) &&
      (!replace || std::filesystem::equivalent(target, session_->address, ignored)))
    return fail("store.backup-exists", target.string(), {}, ErrorKind::usage);
  return store::guarded(session_->address, [&] { return store::copyStore(session_->sql, target, session_->address); });
}

Result<std::optional<Time>> Store::lastEntryAt() {
  if (session_->postgres) return std::optional<Time>();
  return store::guarded(session_->address, [&]() -> Result<std::optional<Time>> {
    std::string at;
    // Entries are only ever appended, so the rows are in order of time of writing.
    session_->sql << "SELECT at FROM change ORDER BY rowid DESC LIMIT 1", soci::into(at);
    return session_->sql.got_data() ? parseTime(at) : std::nullopt;
  });
}

Status Store::checkIntegrity() {
  if (session_->postgres) return {};
  return store::guarded(session_->address, [&]() -> Status {
    const auto problem =
        store::quickCheck(static_cast<soci::sqlite3_session_backend*>(session_->sql.get_backend())->conn_);
    if (problem.empty()) return {};
    return fail("store.damaged", session_->address, {{"reason", problem}}, ErrorKind::failure);
  });
}

}  // namespace cchc

// Checks and copies the store's file.
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>
#include <system_error>

#include "core/store/session.h"
#include "core/store/sqlite_copy.h"

namespace cchc {

Status Store::backup(const std::filesystem::path& target) {
  if (session_->postgres) return fail("store.backup-postgresql", session_->address, {}, ErrorKind::usage);
  std::error_code ignored;
  if (std::filesystem::exists(target, ignored))
    return fail("store.backup-exists", target.string(), {}, ErrorKind::usage);
  return store::guarded(session_->address, [&] { return store::copyStore(session_->sql, target, session_->address); });
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

#include "core/store/session.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <string_view>

namespace cchc::store {

Error errorOf(const std::exception& error, const std::string& address) {
  if (dynamic_cast<const Replaced*>(&error) != nullptr) return {"store.replaced", address, {}, ErrorKind::failure};
  // SOCI's what() repeats every bound value, such as the text of a package; get_error_message() does not.
  const auto* ofDatabase = dynamic_cast<const soci::soci_error*>(&error);
  const std::string text = ofDatabase != nullptr ? ofDatabase->get_error_message() : error.what();
  const auto says = [&](std::string_view part) { return text.find(part) != std::string::npos; };
  std::string_view code = "store.failed";
  if (says("disk is full") || says("No space left") || says("disk I/O error"))
    code = "store.full";
  else if (says("readonly") || says("read-only"))
    code = "store.read-only";
  else if (says("permission denied") || says("row-level security"))
    code = "store.denied";
  else if (says("password authentication failed") || says("no password supplied"))
    code = "store.password";
  else if (says("locked") || says("busy") || says("lock timeout") || says("deadlock detected"))
    code = "store.busy";
  else if (says("not a database"))
    code = "store.not-a-store";
  else if (says("malformed") || says("corrupt"))
    code = "store.damaged";
  else if (says("server closed the connection") || says("terminating connection") ||
           says("idle-in-transaction timeout") || says("no connection to the server") || says("connection not open") ||
           says("could not receive data") || says("could not send data") || says("SSL SYSCALL"))
    code = "store.connection-lost";
  else if (says("unable to open") || says("Cannot establish connection") || says("could not connect"))
    code = "store.open";
  auto reason = text.substr(0, text.find('\n'));
  return {std::string(code), address, {{"reason", reason}}, ErrorKind::failure};
}

Result<std::optional<std::string>> foundText(Store::Session& session, const char* query, const std::string& parameter) {
  return guarded(session.address, [&]() -> Result<std::optional<std::string>> {
    std::string text;
    session.sql << query, soci::use(parameter), soci::into(text);
    return session.sql.got_data() ? std::optional(std::move(text)) : std::nullopt;
  });
}

bool hasFunction(Store::Session& session, const std::string& signature) {
  if (!session.postgres) return false;
  const auto known = session.functions.find(signature);
  if (known != session.functions.end()) return known->second;
  int present = 0;
  session.sql << "SELECT CASE WHEN to_regprocedure(:f) IS NULL THEN 0 ELSE 1 END", soci::use(signature),
      soci::into(present);
  return session.functions.emplace(signature, present == 1).first->second;
}

bool isReplaced(soci::session& sqlite) {
  int moved = 0;
  auto* backend = static_cast<soci::sqlite3_session_backend*>(sqlite.get_backend());
  return sqlite_api::sqlite3_file_control(backend->conn_, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

}  // namespace cchc::store

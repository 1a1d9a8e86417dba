#include "core/store/session.h"

namespace cchc::store {

Error errorOf(const std::exception& error, const std::string& address) {
  if (dynamic_cast<const Replaced*>(&error) != nullptr) return {"store.replaced", address, {}, ErrorKind::failure};
  // SOCI's what() repeats every bound value, the package's text among them: the database's own words are asked for.
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
  else if (says("locked") || says("busy"))
    code = "store.busy";
  else if (says("not a database"))
    code = "store.not-a-store";
  else if (says("malformed") || says("corrupt"))
    code = "store.damaged";
  else if (says("server closed the connection") || says("terminating connection") ||
           says("no connection to the server") || says("connection not open") || says("could not receive data") ||
           says("could not send data") || says("SSL SYSCALL"))
    code = "store.connection-lost";
  else if (says("unable to open") || says("Cannot establish connection") || says("could not connect"))
    code = "store.open";
  auto reason = text.substr(0, text.find('\n'));
  return {std::string(code), address, {{"reason", reason}}, ErrorKind::failure};
}

}  // namespace cchc::store

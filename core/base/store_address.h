// The address of a shared store, and the secrets that may stand in it: the one place that takes them out. Messages,
// settings, logs and command lines get `shown`; only the connection itself gets the rest.
#pragma once
#include <string>
#include <string_view>

namespace cchc {

// postgresql://… and postgres://…; all else is a file.
bool isSharedStore(std::string_view address);

struct StoreAddress {
  std::string shown;        // without any secret: what may be told, kept and passed on
  std::string password;     // as the server wants it; empty: none in the address
  std::string keyPassword;  // of a client's key (sslpassword)

  bool hasSecret() const { return !password.empty() || !keyPassword.empty(); }
};
// A password stands between ':' and '@' (an '@' or '/' in it may have been left unescaped), or in ?password=,
// ?sslpassword=. A file's path is shown as it is.
StoreAddress splitStoreAddress(std::string_view address);
inline std::string shownStore(std::string_view address) { return splitStoreAddress(address).shown; }
// The whole again, its secrets escaped as a URL wants them.
std::string joinStoreAddress(const StoreAddress& address);
// A text of somebody else (a driver, a server) with the secrets of the address taken out.
std::string withoutSecrets(std::string text, const StoreAddress& address);

}  // namespace cchc

// The address of a shared store, and the secrets that it may contain. Only this code separates the two: messages,
// settings, logs and command lines get `shown`, and only the connection gets the secrets.
#pragma once
#include <string>
#include <string_view>

namespace cchc {

// True for postgresql://… and postgres://…; any other address is a file.
bool isSharedStore(std::string_view address);

struct StoreAddress {
  std::string shown;        // without any secret; may be shown, stored and passed on
  std::string password;     // unescaped, as the server expects it; empty: the address has none
  std::string keyPassword;  // of the client key (sslpassword)

  bool hasSecret() const { return !password.empty() || !keyPassword.empty(); }
};
// A password is between ':' and '@', or in ?password= and ?sslpassword=. An '@' or '/' in it may be unescaped. The path
// of a file is shown unchanged.
StoreAddress splitStoreAddress(std::string_view address);
inline std::string shownStore(std::string_view address) { return splitStoreAddress(address).shown; }
// The whole address again, with its secrets escaped as a URL requires.
std::string joinStoreAddress(const StoreAddress& address);
// A message of other software (a driver, a server), with the secrets of the address removed.
std::string withoutSecrets(std::string text, const StoreAddress& address);

}  // namespace cchc

// A certificate authority for tests, and keys that it certifies.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "core/signing/key.h"

struct evp_pkey_st;
struct x509_st;

namespace cchc::test {

enum class KeyKind { rsa2048, rsa3072, rsa1024, ecdsa, ecdsaP384 };
struct Validity {
  long fromDays = -1, untilDays = 365;  // from today
};

class Authority {
 public:
  // What its own certificate says of it, as OpenSSL writes it; empty: nothing.
  struct Kind {
    std::string constraints = "critical,CA:TRUE", usage;
    Validity validity{-400, 4000};
  };
  explicit Authority(const std::string& name) : Authority(name, Kind()) {}
  Authority(const std::string& name, const Kind& kind);
  // The bytes of a PKCS#12 file (password "mat-khau") with a key that is certified for this name.
  std::string issue(const std::string& name, KeyKind kind = KeyKind::rsa2048, Validity validity = {});
  SigningKey key(const std::string& name, KeyKind kind = KeyKind::rsa2048, Validity validity = {});
  // What the keys that it certifies from now on are for, as OpenSSL writes it; empty: for anything.
  void certifiesFor(const std::string& usage) { usage_ = usage; }
  // Its own certificate, and a list that revokes the certificates, both as PEM.
  std::string pem() const;
  std::string revoking(const std::vector<Certificate>& certificates, long renewedInDays = 30,
                       long revokedBeforeSeconds = 3600) const;

 private:
  std::shared_ptr<evp_pkey_st> key_;
  std::shared_ptr<x509_st> certificate_;
  long serial_ = 1;
  std::string usage_;
};

}  // namespace cchc::test

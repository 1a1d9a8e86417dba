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
  explicit Authority(const std::string& name);
  // The bytes of a PKCS#12 file (password "mat-khau") with a key that is certified for this name.
  std::string issue(const std::string& name, KeyKind kind = KeyKind::rsa2048, Validity validity = {});
  SigningKey key(const std::string& name, KeyKind kind = KeyKind::rsa2048, Validity validity = {});
  // Its own certificate, and a list that revokes the certificates, both as PEM.
  std::string pem() const;
  std::string revoking(const std::vector<Certificate>& certificates, long renewedInDays = 30) const;

 private:
  std::shared_ptr<evp_pkey_st> key_;
  std::shared_ptr<x509_st> certificate_;
  long serial_ = 1;
};

}  // namespace cchc::test

// A certificate authority of the test's own, and keys that it certifies.
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
  // A PKCS#12 file's bytes, password "mat-khau", of a key certified for this name.
  std::string issue(const std::string& name, KeyKind kind = KeyKind::rsa2048, Validity validity = {});
  SigningKey key(const std::string& name, KeyKind kind = KeyKind::rsa2048, Validity validity = {});
  // PEM of its own certificate; of a list that revokes the certificates.
  std::string pem() const;
  std::string revoking(const std::vector<Certificate>& certificates, long renewedInDays = 30) const;

 private:
  std::shared_ptr<evp_pkey_st> key_;
  std::shared_ptr<x509_st> certificate_;
  long serial_ = 1;
};

}  // namespace cchc::test

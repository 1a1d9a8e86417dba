// A private key with its certificate: what signs.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/signing/certificate.h"

struct evp_pkey_st;

namespace cchc {

// Where a token's key is. PKCS#11 (OASIS, 2.40).
struct TokenAddress {
  std::string module;  // the maker's library, a file
  std::string token;   // the token's label; empty: the only one
  std::string key;     // the certificate's label; empty: the only one with a key
};

class SigningKey {
 public:
  // A PKCS#12 file's bytes. key.password, key.unreadable, key.not-allowed (neither RSA of 2048 to 4096 bits nor ECDSA
  // on P-256).
  static Result<SigningKey> fromPkcs12(std::string_view bytes, const std::string& password, std::string_view file);
  // token.module, token.none, token.which, token.locked, token.pin, token.key, key.not-allowed. The token must stay in
  // while the key is used.
  static Result<SigningKey> fromToken(const TokenAddress& address, const std::string& pin);

  // Whether its certificate is valid at that moment: key.expired, key.not-yet-valid. Nobody would take what it signs.
  Status validAt(Time at) const;
  // The signature of SHA-256 of the bytes, as XMLDSig writes it (ECDSA: r and s, 32 bytes each).
  Result<std::string> sign(std::string_view bytes) const;
  const Certificate& certificate() const { return certificate_; }
  const std::vector<Certificate>& authorities() const { return authorities_; }  // those that the file brings along

 private:
  SigningKey(evp_pkey_st* key, Certificate certificate);
  std::shared_ptr<evp_pkey_st> key_;
  Certificate certificate_;
  std::vector<Certificate> authorities_;
};

// Whether the signature is one of the bytes, by the certificate's key.
bool signatureHolds(const Certificate& certificate, std::string_view bytes, std::string_view signature);

}  // namespace cchc

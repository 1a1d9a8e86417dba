// A private key with its certificate, from a file (key.cpp) or a token (key_token.cpp).
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/signing/certificate.h"

struct evp_pkey_st;

namespace cchc {

// How to find a key on a token: PKCS#11 (OASIS, 2.40).
struct TokenAddress {
  std::string module;  // path of the token manufacturer's PKCS#11 library
  std::string token;   // the token's label; empty: the only token
  std::string key;     // the certificate's label; empty: the only certificate with a key
};

class SigningKey {
 public:
  // Reads the bytes of a PKCS#12 file.
  // Errors:
  //   key.unreadable   it is not a PKCS#12 file with a key and its certificate
  //   key.password     the password is wrong
  //   key.not-allowed  the key is neither RSA of 2048 to 4096 bits nor ECDSA on P-256
  static Result<SigningKey> fromPkcs12(std::string_view bytes, const std::string& password, std::string_view file);
  // Opens a key on a token, which must stay plugged in while the key is used. The private key never leaves the token.
  // Errors:
  //   token.module             the library cannot be opened
  //   token.none, token.which  no token was found, or the label does not select exactly one
  //   token.locked, token.pin  the token is locked, or the PIN is wrong
  //   token.key                the label does not select exactly one certificate with a key
  //   key.not-allowed          as fromPkcs12
  static Result<SigningKey> fromToken(const TokenAddress& address, const std::string& pin);

  // Checks that the certificate is valid at that time, since otherwise a signature made then would not be accepted.
  // Errors:
  //   key.expired, key.not-yet-valid
  Status validAt(Time at) const;
  // Signs the SHA-256 digest of the bytes. The signature has the format of XMLDSig (ECDSA: r and s, 32 bytes each).
  // Errors:
  //   key.failed  the key or the token refused
  Result<std::string> sign(std::string_view bytes) const;
  const Certificate& certificate() const { return certificate_; }
  const std::vector<Certificate>& authorities() const { return authorities_; }  // other certificates in the file

 private:
  SigningKey(evp_pkey_st* key, Certificate certificate);
  std::shared_ptr<evp_pkey_st> key_;
  Certificate certificate_;
  std::vector<Certificate> authorities_;
};

// Whether the certificate's key made this signature of these bytes.
bool signatureHolds(const Certificate& certificate, std::string_view bytes, std::string_view signature);

}  // namespace cchc

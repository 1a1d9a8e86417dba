// X.509 certificates.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

struct x509_st;
struct asn1_string_st;

namespace cchc {

// Converts OpenSSL's form of a time; Time{} if it is not one.
Time timeOf(const asn1_string_st& moment);

// Copies share the certificate, which never changes.
class Certificate {
 public:
  // Errors:
  //   certificate.unreadable  the bytes are not a certificate in DER form, or are followed by other bytes
  static Result<Certificate> fromDer(std::string_view der);
  // Reads every certificate of a PEM file.
  // Errors:
  //   certificate.unreadable  the file has none
  static Result<std::vector<Certificate>> fromPem(std::string_view pem, std::string_view file);

  std::string der() const;
  std::string fingerprint() const;  // SHA-256 of the DER form, lower-case hexadecimal
  std::string name() const;         // the common name, otherwise the whole subject
  Time from() const;
  Time until() const;
  // Whether this certificate issued the other one: the names match, and its key made the signature. A self-signed
  // certificate is its own issuer.
  bool isIssuerOf(const Certificate& other) const;
  // Whether the key is RSA of 2048 to 4096 bits, or ECDSA on P-256.
  bool keyAllowed() const;
  bool isEcdsa() const;
  x509_st* handle() const { return handle_.get(); }

  // Takes ownership.
  explicit Certificate(x509_st* owned);

 private:
  std::shared_ptr<x509_st> handle_;
};

}  // namespace cchc

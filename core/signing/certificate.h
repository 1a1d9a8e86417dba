// An X.509 certificate.
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

Time timeOf(const asn1_string_st& moment);  // of OpenSSL, Time{} where it is none

class Certificate {
 public:
  // DER bytes. certificate.unreadable
  static Result<Certificate> fromDer(std::string_view der);
  // Every certificate of a PEM file.
  static Result<std::vector<Certificate>> fromPem(std::string_view pem, std::string_view file);

  std::string der() const;
  std::string fingerprint() const;  // SHA-256 of the DER form, lower-case hexadecimal
  std::string name() const;         // common name, else the whole subject
  Time from() const;
  Time until() const;
  // Issued by this one's key: names agree and the signature holds. A self-signed one is its own authority.
  bool issued(const Certificate& other) const;
  // RSA of 2048 to 4096 bits, or ECDSA on P-256.
  bool keyAllowed() const;
  bool ecdsa() const;
  x509_st* handle() const { return handle_.get(); }

  explicit Certificate(x509_st* owned);

 private:
  std::shared_ptr<x509_st> handle_;
};

}  // namespace cchc

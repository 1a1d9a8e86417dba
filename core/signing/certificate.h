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

// Whether OpenSSL stopped reading blocks of a PEM file because there are no more, and not at one that it cannot read.
bool pemEnded();

// Copies share the certificate, which never changes.
class Certificate {
 public:
  // Errors:
  //   certificate.unreadable  the bytes are not a certificate in DER form, or are followed by other bytes
  static Result<Certificate> fromDer(std::string_view der);
  // Reads every certificate of a PEM file.
  // Errors:
  //   certificate.unreadable  the file has none, or one that cannot be read
  static Result<std::vector<Certificate>> fromPem(std::string_view pem, std::string_view file);

  std::string der() const;
  std::string fingerprint() const;  // SHA-256 of the DER form, lower-case hexadecimal
  std::string name() const;         // the common name, otherwise the whole subject
  Time from() const;
  Time until() const;
  // Whether this certificate issued the other one: the names match, and its key made the signature. A self-signed
  // certificate is its own issuer.
  bool isIssuerOf(const Certificate& other) const;
  // Whether the other one, which names this one as its issuer, is valid at that time as OpenSSL verifies it with this
  // one as the only one that is trusted: both in time, this one allowed to issue, no critical extension that is
  // unknown. Errors, without a place:
  //   certificate.authority-expired   this one is not valid at that time
  //   certificate.not-authority       this one may not issue: it is no authority, or its key is not for that
  //   certificate.invalid             another reason, which the error has
  // That the other one is not valid at that time is no error here.
  Status mayIssue(const Certificate& other, Time at) const;
  // Whether the key is for signing documents, or for anything.
  bool maySignDocuments() const;
  // Whether the key is for signing lists of revoked certificates, or for anything.
  bool maySignLists() const;
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

// Which certificates, or certificates of which authorities, may sign for which org unit, and from when to when. Data: a folder with trust.tsv and the PEM
// files that it names, given out with the units.
//   kind         what                                     unit     from        until
//   policy       required | warn
//   certificate  SHA-256 of it, 64 hexadecimal digits     296.TCKH 2023-01-01  2024-12-31
//   authority    file.pem                                 *        …           …
//   revoked      crl.pem
// `unit`: a code, "*" for any, "296.*" for what begins so. Dates may be left out.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "core/base/date.h"
#include "core/model/ids.h"
#include "core/signing/certificate.h"

struct X509_crl_st;

namespace cchc {

class Trust {
 public:
  // trust.line with file:line; certificate.unreadable; file.read.
  static Result<Trust> read(const std::filesystem::path& folder);

  bool signatureRequired() const { return required_; }
  // At a moment: `at` is when the package came in, since the time in a package is the signer's own word. Each its own message: certificate.expired,
  // certificate.not-yet-valid, certificate.revoked, certificate.wrong-unit, certificate.unknown-issuer, and certificate.weak.
  Status maySign(const std::vector<Certificate>& certificates, const OrgUnitId& unit, Time at) const;

 private:
  struct Entry {
    std::string fingerprint;                 // of a certificate, or
    std::optional<Certificate> authority;
    std::string unit;
    std::optional<Date> from, until;
  };
  std::vector<Entry> entries_;
  std::vector<std::shared_ptr<X509_crl_st>> revoked_;
  bool required_ = false;

  bool isRevoked(const Certificate& certificate) const;
};

}  // namespace cchc

// Which certificates, or certificates of which authorities, may sign for which org unit, and from when to when. Data: a
// folder with trust.tsv and the PEM files that it names, given out with the units. README.md tells users the same.
//   kind         what                                     unit     from        until
//   policy       required | warn
//   certificate  SHA-256 of it, 64 hexadecimal digits     296.TCKH 2023-01-01  2024-12-31
//   authority    file.pem                                 *        …           …
//   revoked      crl.pem
//   issuer       file.pem
// `unit`: a code, "*" for any, "296.*" for what begins so. Dates may be left out. A list of revoked certificates counts
// when an authority or an issuer that is named here signed it; an issuer signs nothing else.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/date.h"
#include "core/model/ids.h"
#include "core/signing/certificate.h"

struct X509_crl_st;

namespace cchc {

class Trust {
 public:
  // trust.line with file:line; trust.revocation-issuer: nobody named here signed the list of revoked certificates;
  // certificate.unreadable; file.read.
  static Result<Trust> read(const std::filesystem::path& folder);

  bool signatureRequired() const { return required_; }
  // What should be looked after, though nothing is wrong: trust.revocation-old, for each list of revoked certificates
  // that was to be renewed before this moment.
  std::vector<Error> notes(Time at) const;
  // At a moment: `at` is when the package came in, since the time in a package is the signer's own word. Each its own
  // message: certificate.expired, certificate.not-yet-valid, certificate.revoked, certificate.wrong-unit,
  // certificate.unknown-issuer; where the list lets it sign at another time only, certificate.listed-later,
  // certificate.listed-before; and certificate.weak.
  Status maySign(const std::vector<Certificate>& certificates, const OrgUnitId& unit, Time at) const;

 private:
  struct Entry {
    std::string fingerprint;  // of a certificate, or
    std::optional<Certificate> authority;
    std::string unit;
    std::optional<Date> from, until;
  };
  std::vector<Entry> entries_;
  struct Revocations {
    std::shared_ptr<X509_crl_st> list;
    std::string place, file;  // trust.tsv:line; as it is named there
  };
  std::vector<Revocations> revoked_;  // each signed by its issuer
  bool required_ = false;

  bool isRevoked(const Certificate& certificate) const;
};

}  // namespace cchc

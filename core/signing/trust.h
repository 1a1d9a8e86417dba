// Who may sign for whom: which certificates, or certificates of which authorities, may sign for which org unit, and
// when. This is data: a folder with trust.tsv and the PEM files that it names, distributed together with the units.
// README.md (The trust list) explains it to users.
//   kind         what                                     unit     from        until
//   policy       required | warn
//   certificate  SHA-256 of it, 64 hexadecimal digits     90001.KT   2023-01-01  2024-12-31
//   authority    file.pem                                 *        …           …
//   revoked      crl.pem
//   issuer       file.pem
// `unit` is a code, "*" for any unit, or "90001.*" for all codes that begin with "90001.". The dates may be omitted. A
// code means whoever holds it on the day `from`; without that day, whoever had it first, so that a line for a later
// holder of a code needs the day. A list of revoked certificates (revoked) must be signed by an authority or an issuer
// of this table; an issuer may not sign anything else.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/model/ids.h"
#include "core/model/units/unit_history.h"
#include "core/signing/certificate.h"

struct X509_crl_st;

namespace cchc {

class Trust {
 public:
  // Reads the folder. `units`: those of the store; without them no code has had two holders.
  // Errors:
  //   trust.line               a line is wrong, at file:line, or there is none
  //   trust.revocation-issuer  the signer of a list of revoked certificates is not in the table
  //   certificate.unreadable   a PEM file has no certificate, or one that cannot be read
  //   file.read                a file cannot be read
  static Result<Trust> read(const std::filesystem::path& folder, std::shared_ptr<const UnitHistory> units = nullptr);

  bool signatureRequired() const { return required_; }
  // Problems that do not prevent the use of the folder:
  //   trust.revocation-old  a list of revoked certificates should have been renewed before this time
  std::vector<Error> warnings(Time at) const;
  // Checks that the signer, whose certificate comes first, may sign for the unit. `at` is the time at which the file
  // was received, since the signer could put any time into the file itself. What happened to the certificate later does
  // not matter: since() tells it.
  // Errors:
  //   certificate.weak                                      the key is not allowed
  //   certificate.unknown-issuer, certificate.wrong-unit    the table lists the signer not at all, or for another unit
  //   certificate.key-usage                                 the key is not for signing documents
  //   certificate.revoked                                   the certificate was revoked by then
  //   certificate.expired, certificate.not-yet-valid        the certificate is not valid at that time
  //   certificate.authority-expired, certificate.not-authority, certificate.invalid   of Certificate::mayIssue
  //   certificate.listed-later, certificate.listed-before   the table allows it to sign only at another time
  Status maySign(const std::vector<Certificate>& certificates, const OrgUnitId& unit, Time at) const;
  // What happened to the certificate of the signer after the file was received; nullopt: nothing.
  //   certificate.revoked-since, certificate.expired-since
  std::optional<Error> since(const Certificate& signer, Time received, Time now) const;
  // Checks that the signer may sign as the office of the unit: for a unit that is above it on that day, or for the unit
  // itself if there is none. Without units it is enough that the table lists the signer.
  // Errors: those of maySign
  Status maySignAbove(const std::vector<Certificate>& certificates, const OrgUnitId& unit, Date day, Time at) const;

 private:
  struct Entry {
    std::string fingerprint;               // of the certificate; empty for an authority
    std::optional<Certificate> authority;  // the issuer of the certificates
    std::string unit;
    std::optional<Date> from, until;
  };
  std::vector<Entry> entries_;
  struct Revocations {
    std::shared_ptr<X509_crl_st> list;
    std::string position, file;  // trust.tsv:line; the file name in that line
  };
  std::vector<Revocations> revoked_;  // each signed by its issuer
  bool required_ = false;
  std::shared_ptr<const UnitHistory> units_;  // may be null

  // Whether the entry is about the unit.
  bool means(const Entry& entry, const OrgUnitId& unit) const;
  // When the certificate was revoked; nullopt: it was not.
  std::optional<Time> revokedAt(const Certificate& certificate) const;
};

}  // namespace cchc

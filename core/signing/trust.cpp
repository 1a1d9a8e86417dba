#include "core/signing/trust.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>
#include <utility>

#include "core/base/platform.h"
#include "core/base/vietnamese.h"
#include "core/exchange/xml/tokens.h"

namespace cchc {
namespace {

std::vector<std::string> cellsOf(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t from = 0; from <= line.size();) {
    const auto to = std::min(line.find('\t', from), line.size());
    cells.emplace_back(line.substr(from, to - from));
    from = to + 1;
  }
  return cells;
}

bool matches(const std::string& pattern, const std::string& code) {
  if (pattern.ends_with("*")) return code.starts_with(pattern.substr(0, pattern.size() - 1));
  return pattern == code;
}

// The certificates of a PEM file.
Result<std::vector<Certificate>> certificatesOf(const std::filesystem::path& file) {
  CCHC_TRY(const auto pem, readFile(file));
  return Certificate::fromPem(pem, file.string());
}

bool signedBy(X509_CRL* list, const Certificate& issuer) {
  const bool named = X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(issuer.handle())) == 0;
  const bool holds = named && issuer.maySignLists() && X509_CRL_verify(list, X509_get0_pubkey(issuer.handle())) == 1;
  ERR_clear_error();
  return holds;
}

std::string nameOf(const X509_NAME* name) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> output(BIO_new(BIO_s_mem()), BIO_free);
  X509_NAME_print_ex(output.get(), name, 0, (XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) | ASN1_STRFLGS_UTF8_CONVERT);
  char* data = nullptr;
  const long size = BIO_get_mem_data(output.get(), &data);
  return {data, static_cast<std::size_t>(std::max(size, 0L))};
}

}  // namespace

Result<Trust> Trust::read(const std::filesystem::path& folder, std::shared_ptr<const UnitHistory> units) {
  Trust trust;
  trust.units_ = std::move(units);
  const auto file = folder / "trust.tsv";
  CCHC_TRY(auto text, readFile(file, std::size_t(16) << 20U));
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);  // as Notepad and Excel write it
  std::vector<Certificate> issuers;                        // of lists of revoked certificates
  std::size_t number = 0, used = 0;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find('\n', from), text.size());
    auto line = std::string_view(text).substr(from, to - from);
    from = to + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.starts_with("#") || (number == 1 && line.starts_with("kind\t"))) continue;
    ++used;
    auto cells = cellsOf(line);
    cells.resize(std::max<std::size_t>(cells.size(), 5));
    const auto wrong = [&](std::string_view what) {
      return fail("trust.line", file.string() + ":" + std::to_string(number), {{"given", std::string(what)}});
    };
    if (cells[0] == "policy") {
      if (cells[1] != "required" && cells[1] != "warn") return wrong(cells[1]);
      trust.required_ = cells[1] == "required";
      continue;
    }
    if (cells[0] == "revoked") {
      CCHC_TRY(const auto pem, readFile(folder / cells[1]));
      const std::unique_ptr<BIO, decltype(&BIO_free)> input(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                            BIO_free);
      const auto before = trust.revoked_.size();
      while (auto* list = PEM_read_bio_X509_CRL(input.get(), nullptr, nullptr, nullptr)) {
        trust.revoked_.push_back({std::shared_ptr<X509_crl_st>(list, X509_CRL_free),
                                  file.string() + ":" + std::to_string(number), cells[1]});
      }
      if (!pemEnded() || trust.revoked_.size() == before) return wrong(cells[1]);
      continue;
    }
    if (cells[0] == "issuer") {
      CCHC_TRY(const auto certificates, certificatesOf(folder / cells[1]));
      issuers.insert(issuers.end(), certificates.begin(), certificates.end());
      continue;
    }
    Entry entry;
    entry.unit = cells[2];
    for (const auto& [cell, target] : {std::pair{cells[3], &entry.from}, std::pair{cells[4], &entry.until}}) {
      if (cell.empty()) continue;
      *target = Date::parse(cell);
      if (!*target || !(*target)->hasDay()) return wrong(cell);
    }
    if (!isUnitCode(entry.unit)) return wrong(line);
    if (cells[0] == "certificate") {
      entry.fingerprint = cells[1];
      std::transform(entry.fingerprint.begin(), entry.fingerprint.end(), entry.fingerprint.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      std::erase(entry.fingerprint, ':');
      if (entry.fingerprint.size() != 64) return wrong(cells[1]);
      trust.entries_.push_back(std::move(entry));
    } else if (cells[0] == "authority") {
      CCHC_TRY(const auto certificates, certificatesOf(folder / cells[1]));
      issuers.insert(issuers.end(), certificates.begin(), certificates.end());
      for (const auto& certificate : certificates) {
        entry.authority = certificate;
        trust.entries_.push_back(entry);
      }
    } else {
      return wrong(cells[0]);
    }
  }
  // A file that was cut, or not filled in yet, would be a list that demands nothing.
  if (used == 0) return fail("trust.line", file.string(), {{"given", ""}});
  // If a list with an unknown signer were ignored, revoked certificates would stay trusted without anybody noticing.
  for (const auto& revocations : trust.revoked_) {
    const bool known = std::any_of(issuers.begin(), issuers.end(),
                                   [&](const Certificate& issuer) { return signedBy(revocations.list.get(), issuer); });
    if (!known) {
      return fail("trust.revocation-issuer", revocations.position,
                  {{"file", revocations.file}, {"issuer", nameOf(X509_CRL_get_issuer(revocations.list.get()))}});
    }
  }
  return trust;
}

std::vector<Error> Trust::warnings(Time at) const {
  std::vector<Error> warnings;
  for (const auto& revocations : revoked_) {
    const auto* next = X509_CRL_get0_nextUpdate(revocations.list.get());
    if (next == nullptr || timeOf(*next) >= at) continue;
    warnings.push_back({"trust.revocation-old",
                        revocations.position,
                        {{"file", revocations.file}, {"until", vietnamese::moment(timeOf(*next))}},
                        ErrorKind::refusal});
  }
  return warnings;
}

bool Trust::means(const Entry& entry, const OrgUnitId& unit) const {
  const auto code = codeOf(unit);
  if (!matches(entry.unit, code)) return false;
  if (entry.unit == "*" || !units_) return true;
  const auto holders = units_->statesWithCode(code);
  if (holders.empty()) return true;
  const auto* meant = entry.from ? units_->nearestHolder(code, *entry.from) : holders.front();
  return meant->unit == unit;
}

std::optional<Time> Trust::revokedAt(const Certificate& certificate) const {
  std::optional<Time> first;
  for (const auto& revocations : revoked_) {
    auto* list = revocations.list.get();
    if (X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_issuer_name(certificate.handle())) != 0) continue;
    X509_REVOKED* found = nullptr;
    if (X509_CRL_get0_by_serial(list, &found, X509_get_serialNumber(certificate.handle())) != 1) continue;
    const auto at = timeOf(*X509_REVOKED_get0_revocationDate(found));
    first = first ? std::min(*first, at) : at;
  }
  return first;
}

std::optional<Error> Trust::since(const Certificate& signer, Time received, Time now) const {
  const auto told = [&](const char* code, Time at) {
    return Error{code, {}, {{"name", signer.name()}, {"at", vietnamese::moment(at)}}, ErrorKind::refusal};
  };
  if (const auto revoked = revokedAt(signer); revoked && received < *revoked)
    return told("certificate.revoked-since", *revoked);
  if (received <= signer.until() && signer.until() < now) return told("certificate.expired-since", signer.until());
  return std::nullopt;
}

Status Trust::maySign(const std::vector<Certificate>& certificates, const OrgUnitId& unit, Time at) const {
  const auto& signer = certificates.front();
  const std::vector<Parameter> who = {{"name", signer.name()},
                                      {"unit", codeOf(unit)},
                                      {"from", vietnamese::moment(signer.from())},
                                      {"until", vietnamese::moment(signer.until())}};
  if (!signer.keyAllowed()) return fail("certificate.weak", {}, who);
  const auto day = vietnamDay(at);
  bool known = false, mine = false, inTime = false;
  std::optional<Error> ofAuthority;   // why the first one that issued the certificate does not count
  std::optional<Date> begins, ended;  // of the entries for another time: the next one to begin, and the last one to end
  for (const auto& entry : entries_) {
    // The authority must have issued the certificate directly; other certificates in the file prove nothing.
    const bool matching =
        entry.authority ? entry.authority->isIssuerOf(signer) : entry.fingerprint == signer.fingerprint();
    if (!matching) continue;
    if (entry.authority) {
      if (auto may = entry.authority->mayIssue(signer, at); !may) {
        if (!ofAuthority) ofAuthority = may.error();
        continue;
      }
    }
    known = true;
    if (!means(entry, unit)) continue;
    mine = true;
    if (entry.from && day < *entry.from)
      begins = begins ? std::min(*begins, *entry.from) : entry.from;
    else if (entry.until && *entry.until < day)
      ended = ended ? std::max(*ended, *entry.until) : entry.until;
    else
      inTime = true;
  }
  if (!known && ofAuthority) {
    ofAuthority->parameters.insert(ofAuthority->parameters.end(), who.begin(), who.end());
    return fail(std::move(*ofAuthority));
  }
  if (!known) return fail("certificate.unknown-issuer", {}, who);
  if (!signer.maySignDocuments()) return fail("certificate.key-usage", {}, who);
  if (const auto revoked = revokedAt(signer); revoked && *revoked <= at) return fail("certificate.revoked", {}, who);
  if (at < signer.from()) return fail("certificate.not-yet-valid", {}, who);
  if (at > signer.until()) return fail("certificate.expired", {}, who);
  if (!mine) return fail("certificate.wrong-unit", {}, who);
  if (inTime) return {};
  auto when = who;
  when.push_back({"day", vietnamese::numericDate(ended ? *ended : *begins)});
  return fail(ended ? "certificate.listed-before" : "certificate.listed-later", {}, std::move(when));
}

Status Trust::maySignAbove(const std::vector<Certificate>& certificates, const OrgUnitId& unit, Date day,
                           Time at) const {
  if (!units_) {
    auto may = maySign(certificates, unit, at);
    if (!may && may.error().code == "certificate.wrong-unit") return {};
    return may;
  }
  const auto above = [&](const OrgUnitId& of) {
    const auto known = units_->asOn(of, day);
    return known ? known->parent : std::nullopt;
  };
  auto next = above(unit);
  if (!next) return maySign(certificates, unit, at);
  std::optional<Error> refusal;
  while (next) {
    const auto may = maySign(certificates, *next, at);
    if (may) return {};
    // A fault of the certificate itself is more informative than that it belongs to another unit.
    if (!refusal || refusal->code == "certificate.wrong-unit") refusal = may.error();
    next = above(OrgUnitId(*next));
  }
  return fail(*refusal);
}

}  // namespace cchc

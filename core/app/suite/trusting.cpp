#include "core/app/suite/trusting.h"

#include "core/base/platform.h"
#include "core/base/store_address.h"
#include "core/signing/package_signature.h"

namespace cchc {

Result<std::filesystem::path> trustFolder(const std::string& store) {
  if (!isSharedStore(store)) return std::filesystem::path(store + ".trust");
  CCHC_TRY(const auto folder, platform::userDataFolder());
  return folder / "trust";
}

namespace {

namespace fs = std::filesystem;

// Whether something of this name is there. Error file.read: the system does not tell.
Result<bool> isThere(const fs::path& path) {
  std::error_code failed;
  const auto type = fs::symlink_status(path, failed).type();
  if (type == fs::file_type::not_found) return false;
  if (type == fs::file_type::none)
    return fail("file.read", path.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  return true;
}

// Whether the folder is one of a trust list. Errors:
//   file.read       the system does not let look
//   trust.no-table  there is something, but not trust.tsv
Result<bool> hasTrustList(const fs::path& folder) {
  CCHC_TRY(const bool there, isThere(folder));
  if (!there) return false;
  CCHC_TRY(const bool table, isThere(folder / "trust.tsv"));
  if (table) return true;
  std::error_code failed;
  const fs::directory_iterator first(folder, failed);
  if (failed) return fail("file.read", folder.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  if (first != fs::directory_iterator()) return fail("trust.no-table", folder.string());
  return false;
}

}  // namespace

Result<std::optional<Trust>> trustOf(Suite& suite) {
  CCHC_TRY(const auto folder, trustFolder(suite.options.store));
  // A list that is there and cannot be read is not the same as none: reading it then gives the error.
  CCHC_TRY(const bool listed, hasTrustList(folder));
  if (!listed) return std::optional<Trust>();
  CCHC_TRY(auto units, suite.store.units());
  CCHC_TRY(auto trust, Trust::read(folder, std::move(units)));
  return std::optional(std::move(trust));
}

namespace {

// `permit`: asks the trust list whether the signer may sign this file.
template <class Permit>
Result<std::string> vouchedSigner(const std::optional<Trust>& trust, const std::vector<Certificate>& certificates,
                                  std::string_view file, const Permit& permit) {
  if (certificates.empty()) {
    if (trust && trust->signatureRequired()) return fail("signature.missing", file);
    return std::string();
  }
  if (!trust) return certificates.front().name() + std::string(unknownMark);
  if (Status may = permit(*trust); !may) {
    auto error = may.error();
    error.place = file;
    return fail(std::move(error));
  }
  return certificates.front().name();
}

}  // namespace

Status maySignPackage(const Trust& trust, const std::vector<Certificate>& certificates, const SubmissionHeader& header,
                      Time at) {
  if (!header.enteredFor) return trust.maySign(certificates, header.reporter, at);
  return trust.maySignAbove(certificates, header.reporter, vietnamDay(header.submittedAt), at);
}

Result<std::string> signerOf(const std::optional<Trust>& trust, std::string_view package, std::string_view file,
                             const SubmissionHeader& header, Time at) {
  std::vector<Certificate> certificates;
  if (isSigned(package)) {
    CCHC_TRY(certificates, verifySignature(package, file, header.contentDigest));
  }
  return vouchedSigner(trust, certificates, file,
                       [&](const Trust& list) { return maySignPackage(list, certificates, header, at); });
}

Result<std::string> signerOf(const std::optional<Trust>& trust, const std::vector<Certificate>& certificates,
                             std::string_view file, const OrgUnitId& unit, Time at) {
  return vouchedSigner(trust, certificates, file,
                       [&](const Trust& list) { return list.maySign(certificates, unit, at); });
}

Result<std::string> officeSigner(Suite& suite, const std::vector<Certificate>& certificates, std::string_view file,
                                 const SectionKey& section) {
  CCHC_TRY(const auto trust, trustOf(suite));
  CCHC_TRY(const auto reporter, suite.store.reporter(section));
  const auto& unit = reporter.empty() ? section.unit : reporter;
  CCHC_TRY(const auto period, periodOf(suite, section.period));
  return vouchedSigner(trust, certificates, file, [&](const Trust& list) {
    return list.maySignAbove(certificates, unit, period.end, suite.now());
  });
}

}  // namespace cchc

#include "core/app/suite/trusting.h"

#include "core/base/platform.h"
#include "core/base/store_address.h"
#include "core/signing/package_signature.h"

namespace cchc {

std::filesystem::path trustFolder(const std::string& store) {
  if (isSharedStore(store)) return platform::userDataFolder() / "trust";
  return store + ".trust";
}

Result<std::optional<Trust>> trustOf(Suite& suite) {
  const auto folder = trustFolder(suite.options.store);
  std::error_code ignored;
  if (!std::filesystem::exists(folder / "trust.tsv", ignored)) return std::optional<Trust>();
  CCHC_TRY(auto units, suite.store.units());
  CCHC_TRY(auto trust, Trust::read(folder, std::move(units)));
  return std::optional(std::move(trust));
}

Result<std::string> signerOf(const std::optional<Trust>& trust, std::string_view package, std::string_view file,
                             const SubmissionHeader& header, Time at) {
  std::vector<Certificate> certificates;
  if (isSigned(package)) {
    CCHC_TRY(certificates, verifySignature(package, file, header.contentDigest));
  }
  return signerOf(trust, certificates, file, header.reporter, at);
}

Result<std::string> signerOf(const std::optional<Trust>& trust, const std::vector<Certificate>& certificates,
                             std::string_view file, const OrgUnitId& unit, Time at) {
  if (certificates.empty()) {
    if (trust && trust->signatureRequired()) return fail("signature.missing", file);
    return std::string();
  }
  if (!trust) return certificates.front().name() + std::string(unknownMark);
  if (auto may = trust->maySign(certificates, unit, at); !may) {
    auto error = may.error();
    error.place = file;
    return fail(std::move(error));
  }
  return certificates.front().name();
}

Result<std::string> officeSigner(Suite& suite, const std::vector<Certificate>& certificates, std::string_view file,
                                 const SectionKey& section) {
  CCHC_TRY(const auto trust, trustOf(suite));
  CCHC_TRY(const auto assignments, suite.store.assignments(section.period));
  auto unit = section.unit;
  for (const auto& assignment : assignments) {
    if (assignment.definition == section.definition && assignment.subject == section.unit) unit = assignment.reporter;
  }
  CCHC_TRY(const auto period, periodOf(suite, section.period));
  CCHC_TRY(const auto units, suite.store.units());
  const auto above = [&](const OrgUnitId& of) {
    const auto known = units->asOn(of, period.end);
    return known ? known->parent : std::nullopt;
  };
  auto next = above(unit);
  if (!next) return signerOf(trust, certificates, file, unit, suite.now());
  std::optional<Error> refusal;
  while (next) {
    auto signer = signerOf(trust, certificates, file, *next, suite.now());
    if (signer) return signer;
    // A fault of the certificate itself is more informative than that it belongs to another unit.
    if (!refusal || refusal->code == "certificate.wrong-unit") refusal = signer.error();
    next = above(OrgUnitId(*next));
  }
  return fail(*refusal);
}

}  // namespace cchc

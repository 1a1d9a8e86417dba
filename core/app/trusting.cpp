#include "core/app/trusting.h"

#include "core/base/platform.h"

namespace cchc {

std::filesystem::path trustFolder(const std::string& store) {
  if (store.find("://") != std::string::npos) return platform::userDataFolder() / "trust";
  return store + ".trust";
}

Result<std::optional<Trust>> trustOf(const std::string& store) {
  const auto folder = trustFolder(store);
  std::error_code ignored;
  if (!std::filesystem::exists(folder / "trust.tsv", ignored)) return std::optional<Trust>();
  CCHC_TRY(auto trust, Trust::read(folder));
  return std::optional(std::move(trust));
}

Result<std::string> signerOf(const std::optional<Trust>& trust, std::string_view package, std::string_view file, const SubmissionHeader& header, Time at) {
  if (!isSigned(package)) {
    if (trust && trust->signatureRequired()) return fail("signature.missing", file);
    return std::string();
  }
  CCHC_TRY(const auto certificates, verifySignature(package, file, header.contentDigest));
  if (!trust) return certificates.front().name() + " (?)";
  if (auto may = trust->maySign(certificates, header.reporter, at); !may) {
    auto error = may.error();
    error.place = file;
    return fail(std::move(error));
  }
  return certificates.front().name();
}

}  // namespace cchc

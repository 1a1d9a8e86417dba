#include "core/signing/package_signature.h"

#include "core/base/digest.h"
#include "core/exchange/package/package.h"
#include "core/signing/signature_check.h"

namespace cchc {
namespace {

constexpr std::string_view end = "</submission>";

// The octets of the signature: after the content, and the attachments, up to the root's end tag. The reader has found
// that a signature, if any, is last.
std::string_view signatureOctets(std::string_view package) {
  const auto last = package.rfind(end);
  // Not signed, as most are: seen at the end, without a search through the package.
  auto before = package.substr(0, last);
  while (!before.empty() &&
         (before.back() == '\n' || before.back() == ' ' || before.back() == '\r' || before.back() == '\t'))
    before.remove_suffix(1);
  if (before.ends_with("</content>") || before.ends_with("</attachments>") || before.ends_with("<attachments/>"))
    return {};
  auto content = package.rfind("</attachments>", last);
  if (content == std::string_view::npos) content = package.rfind("<attachments/>", last);
  if (content == std::string_view::npos) content = package.rfind("</content>", last);
  if (content == std::string_view::npos || last == std::string_view::npos) return {};
  const auto begin = package.find('<', content + 1);
  auto octets = package.substr(begin, last - begin);
  while (!octets.empty() &&
         (octets.back() == '\n' || octets.back() == ' ' || octets.back() == '\r' || octets.back() == '\t'))
    octets.remove_suffix(1);
  return octets;
}

}  // namespace

Result<std::string> signPackage(std::string_view package, std::string_view file, const SigningKey& key) {
  CCHC_TRY(const auto header, readPackageHeader(package, file));
  if (!signatureOctets(package).empty()) return fail("signature.present", file);
  CCHC_TRY(const auto signature, writeSignature(SignedThing::content, header.contentDigest, key));
  const auto at = package.rfind(end);
  return std::string(package.substr(0, at)) + signature + "\n" + std::string(package.substr(at));
}

bool isSigned(std::string_view package) { return !signatureOctets(package).empty(); }

Result<std::vector<Certificate>> verifySignature(std::string_view package, std::string_view file,
                                                 const std::string& contentDigest) {
  auto signature = readSignature(signatureOctets(package), SignedThing::content);
  if (!signature) return fail(placed(signature.error(), file));
  auto digest = contentDigest;
  if (hexadecimal(signature->digest) != digest) {
    // Another program that signed it may have written the same content with other octets (<a/> for <a></a>): then its
    // canonical form is what counts. The guard lets through only what libxml2 and the package reader read alike.
    CCHC_TRY(const auto canonical, canonicalFirstChild(package));
    digest = sha256(canonical);
  }
  CCHC_CHECK(holds(*signature, digest, file));
  return std::move(signature->certificates);
}

Result<VerifiedPackage> verifyPackage(std::string_view package, std::string_view file) {
  VerifiedPackage verified;
  CCHC_TRY(verified.header, readPackageHeader(package, file));
  if (!isSigned(package)) return verified;
  CCHC_TRY(verified.certificates, verifySignature(package, file, verified.header.contentDigest));
  verified.header.signer = verified.certificates.front().name();
  return verified;
}

}  // namespace cchc

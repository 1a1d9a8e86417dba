#include "core/signing/package_signature.h"

#include "core/base/digest.h"
#include "core/exchange/package/package.h"
#include "core/signing/signature_check.h"
#include "core/signing/signature_element.h"

namespace cchc {
namespace {

constexpr std::string_view end = "</submission>";

// The octets of the signature: from after the content and the attachments to the root's end tag. The package reader has
// checked that a signature, if there is one, is the last element.
std::string_view signatureOctets(std::string_view package) {
  const auto last = package.rfind(end);
  // Most packages are not signed. This can be seen at the end, without searching the package.
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
  // Only the digest is used, whoever the codes mean.
  CCHC_TRY(const auto header, readPackageHeader(package, file, UnitCodes()));
  if (!signatureOctets(package).empty()) return fail("signature.present", file);
  CCHC_TRY(const auto signature, writeSignature(SignedScope::content, header.contentDigest, key));
  const auto at = package.rfind(end);
  return std::string(package.substr(0, at)) + signature + "\n" + std::string(package.substr(at));
}

bool isSigned(std::string_view package) { return !signatureOctets(package).empty(); }

Result<std::vector<Certificate>> verifySignature(std::string_view package, std::string_view file,
                                                 const std::string& contentDigest) {
  auto signature = readSignature(signatureOctets(package), SignedScope::content);
  if (!signature) return fail(atFile(signature.error(), file));
  auto digest = contentDigest;
  if (hexadecimal(signature->digest) != digest) {
    // Another program may have written the signed content with different octets (<a/> for <a></a>). Then the canonical
    // form was signed. It has the same content as what is read, since the guard passes only what libxml2 and the
    // package reader read alike.
    CCHC_TRY(const auto canonical, canonicalFirstChild(package));
    digest = sha256(canonical);
  }
  CCHC_CHECK(checkSignature(*signature, digest, file));
  return std::move(signature->certificates);
}

Result<VerifiedPackage> verifyPackage(std::string_view package, std::string_view file, const UnitCodes& codes) {
  VerifiedPackage verified;
  CCHC_TRY(verified.header, readPackageHeader(package, file, codes));
  if (!isSigned(package)) return verified;
  CCHC_TRY(verified.certificates, verifySignature(package, file, verified.header.contentDigest));
  verified.header.signer = verified.certificates.front().name();
  return verified;
}

}  // namespace cchc

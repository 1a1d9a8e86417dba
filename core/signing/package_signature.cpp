#include "core/signing/package_signature.h"

#include <algorithm>

#include "core/base/digest.h"
#include "core/exchange/package/package.h"
#include "core/signing/signature_check.h"
#include "core/signing/signature_element.h"

namespace cchc {
namespace {

constexpr std::string_view spaces = " \t\r\n";

std::string_view withoutSpaceAfter(std::string_view text) {
  return text.substr(0, text.find_last_not_of(spaces) + 1);  // npos + 1 is 0
}

// Whether the tag begins with these characters, and its name ends there: "</content", "<attachments".
bool isTag(std::string_view tag, std::string_view start) {
  return tag.starts_with(start) && tag.size() > start.size() &&
         (spaces.find(tag[start.size()]) != std::string_view::npos || tag[start.size()] == '>' ||
          tag[start.size()] == '/');
}

// Where the last such tag before `limit` begins; npos: nowhere. XML allows space before the > of every tag.
std::size_t lastTag(std::string_view text, std::string_view start, std::size_t limit) {
  auto at = limit == 0 ? std::string_view::npos : text.rfind(start, limit - 1);
  while (at != std::string_view::npos && !isTag(text.substr(at), start))
    at = at == 0 ? std::string_view::npos : text.rfind(start, at - 1);
  return at;
}

// Where the root's end tag begins; npos: nowhere.
std::size_t rootEnd(std::string_view package) { return lastTag(package, "</submission", package.size()); }

// The octets of the signature: from after the content and the attachments to the root's end tag. The package reader has
// checked that a signature, if there is one, is the last element. Whatever else stands there counts as a signature,
// which then does not hold.
std::string_view signatureOctets(std::string_view package) {
  const auto last = rootEnd(package);
  if (last == std::string_view::npos) return package;
  // Most packages are not signed. This can be seen at the end, without searching the package.
  const auto before = withoutSpaceAfter(package.substr(0, last));
  const auto tag = before.substr(std::min(before.rfind('<'), before.size()));
  const bool closed = !tag.empty() && tag.back() == '>';
  if (closed &&
      (isTag(tag, "</content") || isTag(tag, "</attachments") || (isTag(tag, "<attachments") && tag.ends_with("/>"))))
    return {};
  auto content = lastTag(package, "</attachments", last);
  if (content == std::string_view::npos) content = lastTag(package, "<attachments", last);
  if (content == std::string_view::npos) content = lastTag(package, "</content", last);
  const auto begin = content == std::string_view::npos ? content : package.find('<', content + 1);
  return begin == std::string_view::npos || begin >= last ? before
                                                          : withoutSpaceAfter(package.substr(begin, last - begin));
}

}  // namespace

Result<std::string> signPackage(std::string_view package, std::string_view file, const SigningKey& key) {
  // Only the digest is used, whoever the codes mean.
  CCHC_TRY(const auto header, readPackageHeader(package, file, UnitCodes()));
  if (!signatureOctets(package).empty()) return fail("signature.present", file);
  CCHC_TRY(const auto signature, writeSignature(SignedScope::content, header.contentDigest, key));
  const auto at = rootEnd(package);
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

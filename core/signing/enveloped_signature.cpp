#include "core/signing/enveloped_signature.h"

#include <utility>

#include "core/base/digest.h"
#include "core/signing/signature_check.h"
#include "core/signing/signature_element.h"

namespace cchc {
namespace {

// The octets of the signature, which is the last element before the root's end tag. If another signature were inside
// it, these octets would not be well-formed; if one came before it, it would be part of the digested document.
std::string_view signatureAtEnd(std::string_view document, std::string_view rootEnd) {
  const auto last = document.rfind(rootEnd);
  auto octets = document.substr(0, last);
  while (!octets.empty() && std::string_view(" \t\r\n").find(octets.back()) != std::string_view::npos)
    octets.remove_suffix(1);
  if (last == std::string_view::npos || !octets.ends_with("</ds:Signature>")) return {};
  const auto at = octets.rfind(signatureBegin);
  return at == std::string_view::npos ? std::string_view() : octets.substr(at);
}

// Whether there is an element Signature, whatever its prefix. In a file that the guard has passed, '<' can only begin a
// tag.
bool hasSignature(std::string_view document) {
  constexpr std::string_view name = "Signature";
  for (auto at = document.find(name); at != std::string_view::npos; at = document.find(name, at + name.size())) {
    auto before = document.substr(0, at);
    if (before.ends_with(':')) {
      const auto prefix = before.find_last_of("< \t\r\n>/\"'=", before.size() - 1);
      before = before.substr(0, prefix == std::string_view::npos ? 0 : prefix + 1);
    }
    if (before.ends_with('<')) return true;
  }
  return false;
}

}  // namespace

Result<std::string> signEnveloped(std::string_view document, std::string_view file, std::string_view rootEnd,
                                  const SigningKey& key) {
  if (hasSignature(document)) return fail("signature.present", file);
  CCHC_TRY(const auto canonical, canonicalWithoutSignature(document));
  CCHC_TRY(const auto signature, writeSignature(SignedScope::document, sha256(canonical), key));
  const auto at = document.rfind(rootEnd);
  if (at == std::string_view::npos) return fail("signature.structure", file, {{"where", std::string(rootEnd)}});
  return std::string(document.substr(0, at)) + signature + std::string(document.substr(at));
}

Result<std::vector<Certificate>> verifyEnveloped(std::string_view document, std::string_view file,
                                                 std::string_view rootEnd) {
  const auto octets = signatureAtEnd(document, rootEnd);
  if (octets.empty() && hasSignature(document)) return fail("signature.structure", file, {{"where", "ds:Signature"}});
  if (octets.empty()) return std::vector<Certificate>();
  auto signature = readSignature(octets, SignedScope::document);
  if (!signature) return fail(atFile(signature.error(), file));
  CCHC_TRY(const auto canonical, canonicalWithoutSignature(document));
  CCHC_CHECK(checkSignature(*signature, sha256(canonical), file));
  return std::move(signature->certificates);
}

}  // namespace cchc

#include "core/signing/receipt_signature.h"

#include "core/base/digest.h"
#include "core/signing/signature_check.h"
#include "core/signing/signature_element.h"

namespace cchc {
namespace {

constexpr std::string_view receiptEnd = "</receipt>";

}  // namespace

Result<std::string> signReceipt(std::string_view receipt, const SigningKey& key) {
  CCHC_TRY(const auto content, canonicalFirstChild(receipt));
  CCHC_TRY(const auto signature, writeSignature(SignedScope::content, sha256(content), key));
  const auto at = receipt.rfind(receiptEnd);
  return std::string(receipt.substr(0, at)) + signature + "\n" + std::string(receipt.substr(at));
}

Result<std::vector<Certificate>> verifyReceipt(std::string_view receipt, std::string_view file) {
  const auto at = receipt.find(signatureBegin), last = receipt.rfind(receiptEnd);
  if (at == std::string_view::npos || last == std::string_view::npos) return std::vector<Certificate>();
  auto octets = receipt.substr(at, last - at);
  while (!octets.empty() && octets.back() == '\n') octets.remove_suffix(1);
  auto signature = readSignature(octets, SignedScope::content);
  if (!signature) return fail(atFile(signature.error(), file));
  CCHC_TRY(const auto content, canonicalFirstChild(receipt));
  CCHC_CHECK(checkSignature(*signature, sha256(content), file));
  return std::move(signature->certificates);
}

}  // namespace cchc

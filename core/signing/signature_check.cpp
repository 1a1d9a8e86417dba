#include "core/signing/signature_check.h"

namespace cchc {

std::string hexadecimal(std::string_view raw) {
  std::string text;
  for (const char c : raw) {
    text += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
    text += "0123456789abcdef"[static_cast<unsigned char>(c) & 15U];
  }
  return text;
}

Error atFile(Error error, std::string_view file) {
  if (error.place.empty()) error.place = file;
  return error;
}

Status checkSignature(const SignatureElement& signature, const std::string& digest, std::string_view file) {
  const auto& signer = signature.certificates.front();
  if (hexadecimal(signature.digest) != digest) return fail("signature.digest", file);
  if (!signer.keyAllowed()) return fail("certificate.weak", file, {{"name", signer.name()}});
  if (signer.isEcdsa() != signature.ecdsa || !signatureHolds(signer, signature.signedInfo, signature.value))
    return fail("signature.value", file, {{"name", signer.name()}});
  return {};
}

}  // namespace cchc

// The ds:Signature of a package: one structure, and no other (W3C xmldsig-core1, narrowed).
//   SignedInfo: exclusive canonical form; RSA or ECDSA with SHA-256; one Reference to the content by its id, one Transform (exclusive canonical form),
//   SHA-256. KeyInfo: X509Data with the signer's certificate first, at most four. Nothing else, no other attribute, in this order, with the prefix ds.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

struct SignatureElement {
  std::string digest;       // of the content's octets, raw
  std::string signedInfo;   // in exclusive canonical form: what was signed
  std::string value;        // raw
  bool ecdsa = false;
  std::vector<Certificate> certificates;
};
// `xml`: the octets of the element, of a file that the guard has let pass. signature.structure with what is wrong, signature.algorithm, certificate.unreadable.
Result<SignatureElement> readSignature(std::string_view xml);
// The first child element of the root in exclusive canonical form, of a package or a signature that the guard has let pass. signature.structure.
Result<std::string> canonicalFirstChild(std::string_view xml);
// The element over a content with this digest (hexadecimal).
Result<std::string> writeSignature(const std::string& contentDigest, const SigningKey& key);

}  // namespace cchc

// The ds:Signature of a package or a report: one structure, and no other (W3C xmldsig-core1, narrowed).
//   SignedInfo: exclusive canonical form; RSA or ECDSA with SHA-256; one Reference, to a package's content by its id
//   with one Transform (exclusive canonical form), or to the report that the signature stands in with two (enveloped
//   signature, exclusive canonical form); SHA-256. KeyInfo: X509Data with the signer's certificate first, at most four.
//   Nothing else, no other attribute, in this order, with the prefix ds.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

inline constexpr std::string_view signatureBegin = "<ds:Signature ";

enum class SignedThing : unsigned char { content, report };

struct SignatureElement {
  std::string digest;      // of the content's octets, raw
  std::string signedInfo;  // in exclusive canonical form: what was signed
  std::string value;       // raw
  bool ecdsa = false;
  std::vector<Certificate> certificates;
};
// `xml`: the octets of the element, of a file that the guard has let pass. signature.structure with what is wrong,
// signature.algorithm, certificate.unreadable.
Result<SignatureElement> readSignature(std::string_view xml, SignedThing thing);
// The first child element of the root in exclusive canonical form, of a package or a signature that the guard has let
// pass. signature.structure.
Result<std::string> canonicalFirstChild(std::string_view xml);
// The whole document in exclusive canonical form, without the ds:Signature that is its root's last child, if there is
// one. signature.structure.
Result<std::string> canonicalWithoutSignature(std::string_view xml);
// The element over a thing with this digest (hexadecimal).
Result<std::string> writeSignature(SignedThing thing, const std::string& digest, const SigningKey& key);

}  // namespace cchc

// The ds:Signature element. Only one structure is written and accepted: a subset of W3C xmldsig-core1, in this order,
// with the prefix ds and no other element or attribute.
//   SignedInfo
//     CanonicalizationMethod   exclusive canonical form
//     SignatureMethod          RSA or ECDSA with SHA-256
//     Reference                for a content: URI "#content", with one Transform, exclusive canonical form;
//                              for a document: URI "", with two, enveloped signature and exclusive canonical form
//       DigestMethod           SHA-256
//       DigestValue
//   SignatureValue
//   KeyInfo
//     X509Data                 at most four certificates, the signer's first
// Private to this folder.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

inline constexpr std::string_view signatureBegin = "<ds:Signature ";

// What is signed: the content element of a package or receipt, or a whole document (report.xml, a return).
enum class SignedScope : unsigned char { content, document };

struct SignatureElement {
  std::string digest;      // of the signed octets, as raw bytes
  std::string signedInfo;  // in exclusive canonical form; these octets are signed
  std::string value;       // the signature, as raw bytes
  bool ecdsa = false;
  std::vector<Certificate> certificates;  // the signer's first
};
// Reads the octets of the element, from a file that the guard has passed (exchange/xml/strict_xml.h).
// Errors:
//   signature.structure     the structure is different; `where` names the element
//   signature.algorithm     an algorithm is not allowed
//   certificate.unreadable  a certificate cannot be read
Result<SignatureElement> readSignature(std::string_view xml, SignedScope scope);
// The first child element of the root in exclusive canonical form. The guard must have passed `xml`.
// Errors:
//   signature.structure  there is no such element
Result<std::string> canonicalFirstChild(std::string_view xml);
// The whole document in exclusive canonical form, without the ds:Signature that may be its root's last child. The guard
// must have passed `xml`.
// Errors:
//   signature.structure  libxml2 refuses the document
Result<std::string> canonicalWithoutSignature(std::string_view xml);
// Signs the digest (hexadecimal) of the canonical form and writes the element. Errors of SigningKey::sign.
Result<std::string> writeSignature(SignedScope scope, const std::string& digest, const SigningKey& key);

}  // namespace cchc

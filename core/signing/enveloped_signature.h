// Signatures of whole documents, report.xml and returns: an enveloped signature is the last child of the root. Private
// to this folder.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// Signs a document that the guard has passed. `rootEnd` is the root's end tag, "</report>".
// Errors:
//   signature.present  the document already has a signature
//   those of SigningKey::sign
Result<std::string> signEnveloped(std::string_view document, std::string_view file, std::string_view rootEnd,
                                  const SigningKey& key);
// Verifies a document that the guard has passed. Returns the certificates of the signature, the signer's first, or none
// if the document is not signed.
// Errors:
//   signature.structure                             a signature has another form, or is in another position
//   signature.algorithm                             it uses an algorithm that is not allowed
//   signature.digest                                the content was changed after it was signed
//   signature.value                                 the signature was not made by the certificate's key
//   certificate.unreadable, certificate.weak        the certificate cannot be read, or its key is not allowed
Result<std::vector<Certificate>> verifyEnveloped(std::string_view document, std::string_view file,
                                                 std::string_view rootEnd);

}  // namespace cchc

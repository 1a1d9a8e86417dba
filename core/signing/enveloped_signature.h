// A document signed whole, as report.xml and returns are: an enveloped signature, its root's last child. Private to
// this folder.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// Of a document that the guard has let pass; `rootEnd`: its end tag, "</report>". signature.present; errors of the key.
Result<std::string> signEnveloped(std::string_view document, std::string_view file, std::string_view rootEnd,
                                  const SigningKey& key);
// The signer's certificate first; empty: not signed. signature.structure where a signature stands elsewhere, or is not
// of the one form; signature.algorithm, signature.digest, signature.value, certificate.unreadable, certificate.weak.
Result<std::vector<Certificate>> verifyEnveloped(std::string_view document, std::string_view file,
                                                 std::string_view rootEnd);

}  // namespace cchc

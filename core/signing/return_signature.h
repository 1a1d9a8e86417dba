// Signatures of return notices, which the office signs and the department verifies: an enveloped signature over the
// whole file.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// Signs a notice that writeReturn wrote with `forSigning`.
// Errors:
//   signature.present  the notice is already signed
//   those of SigningKey::sign
Result<std::string> signReturn(std::string_view notice, std::string_view file, const SigningKey& key);
// Verifies a notice that readReturn has accepted. Returns the certificates of the signature, the signer's first, or
// none if it is not signed. Errors of the signature as verifyPackage (package_signature.h).
Result<std::vector<Certificate>> verifyReturn(std::string_view notice, std::string_view file);

}  // namespace cchc

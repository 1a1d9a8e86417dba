// Signatures of receipts, which the office signs and the department verifies. The signature follows the content, as in
// a package.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// Signs a receipt that writeReceipt made. Errors of SigningKey::sign.
Result<std::string> signReceipt(std::string_view receipt, const SigningKey& key);
// Verifies a receipt that readReceipt has accepted. Returns the certificates of the signature, the signer's first, or
// none if it is not signed. Errors of the signature as verifyPackage (package_signature.h).
Result<std::vector<Certificate>> verifyReceipt(std::string_view receipt, std::string_view file);

}  // namespace cchc

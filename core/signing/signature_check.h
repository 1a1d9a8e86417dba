// Shared by the verification of packages, receipts, returns and reports. Private to this folder.
#pragma once
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/signing/signature_element.h"

namespace cchc {

// Bytes as lower-case hexadecimal digits.
std::string hexadecimal(std::string_view raw);
// The error, with `file` as the place if it has none.
Error atFile(Error error, std::string_view file);
// Checks that `digest` (hexadecimal) is the signed one and that the key of the signer's certificate made the signature.
// Errors:
//   signature.digest, certificate.weak, signature.value  see verifyPackage (package_signature.h)
Status checkSignature(const SignatureElement& signature, const std::string& digest, std::string_view file);

}  // namespace cchc

// What package_signature and report_signature share. Private to this folder.
#pragma once
#include <string>
#include <string_view>

#include "core/signing/signature_element.h"

namespace cchc {

std::string hexadecimal(std::string_view raw);
// The error, at the file where it says no place.
Error placed(Error error, std::string_view file);
// The digest (hexadecimal) is the signed one, and the signature is one of the signer's certificate. signature.digest,
// certificate.weak, signature.value.
Status holds(const SignatureElement& signature, const std::string& digest, std::string_view file);

}  // namespace cchc

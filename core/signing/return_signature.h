// A return signed by the office and verified by the department: an enveloped signature over the whole file.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// Of a return as writeReturn makes it for signing. signature.present; errors of the key.
Result<std::string> signReturn(std::string_view notice, std::string_view file, const SigningKey& key);
// Of a return that readReturn has taken. The signer's certificate first; empty: not signed. Errors as verifyReport.
Result<std::vector<Certificate>> verifyReturn(std::string_view notice, std::string_view file);

}  // namespace cchc

// A receipt signed by the office and verified by the department: the signature stands beside the content, as in a
// package.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/signing/certificate.h"
#include "core/signing/key.h"

namespace cchc {

// Of a receipt as writeReceipt makes it. Errors of the key.
Result<std::string> signReceipt(std::string_view receipt, const SigningKey& key);
// Of a receipt that readReceipt has taken. The signer's certificate first; empty: not signed. Errors as verifyReport.
Result<std::vector<Certificate>> verifyReceipt(std::string_view receipt, std::string_view file);

}  // namespace cchc

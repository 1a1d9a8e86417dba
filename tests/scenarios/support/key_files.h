// Keys as an authority gives them out, made by the stock openssl.
#pragma once
#include <string>

#include "tests/support/command.h"

namespace cchc::test {

// In the folder: ca.pem, and a key that it certified for this name: k.key, k.pem, k.p12; password, a file with the
// password of k.p12.
void makeKey(const TemporaryFolder& folder, const std::string& name);

}  // namespace cchc::test

// A key in a file or on a token, and where its password comes from: a file, a file descriptor, or the terminal; never
// the command line.
#pragma once
#include "core/cli/session.h"
#include "core/signing/key.h"

namespace cchc::cli {

struct SigningOptions {
  std::string key, passwordFile;
  TokenAddress token;
  int passwordDescriptor = -1;

  bool given() const { return !key.empty() || !token.module.empty(); }
};
// `name`: of the option for a PKCS#12 file.
void addSigningOptions(CLI::App& command, SigningOptions& options, const char* name);
// key.which when nothing was named; key.password-missing where there is no terminal to ask at; SigningKey's errors,
// also those of a certificate that is not valid now.
Result<SigningKey> signingKey(const SigningOptions& options);

}  // namespace cchc::cli

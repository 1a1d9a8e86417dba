// Where a key's password comes from: a file, a file descriptor, or the terminal; never the command line.
#pragma once
#include "core/cli/session.h"
#include "core/signing/key.h"

namespace cchc::cli {

struct SigningOptions {
  std::string key, passwordFile;
  int passwordDescriptor = -1;
};
void addSigningOptions(CLI::App& command, SigningOptions& options, const char* name, bool required);
// key.password-missing where there is no terminal to ask at; SigningKey's errors.
Result<SigningKey> signingKey(const SigningOptions& options);

}  // namespace cchc::cli

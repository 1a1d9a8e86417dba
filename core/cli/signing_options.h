// The options for a signing key, which is in a file or on a token. Its password comes from a file, a file descriptor or
// the terminal, never from the command line, where other users of the machine could read it.
#pragma once
#include <CLI/App.hpp>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/signing/key.h"

namespace cchc::cli {

struct SigningOptions {
  std::string key, passwordFile;
  TokenAddress token;
  int passwordDescriptor = -1;

  bool given() const { return !key.empty() || !token.module.empty(); }
};
// `name`: the name of the option for a PKCS#12 file in this command.
void addSigningOptions(CLI::App& command, SigningOptions& options, const char* name);

// Errors:
//   key.which                        the options name no key
//   key.password-missing             there is no terminal on which to ask for the password
//   file.read, file.too-large        from reading the key file or the password file
//   key.expired, key.not-yet-valid   the certificate is not valid now
//   and the other errors of SigningKey
Result<SigningKey> signingKey(const SigningOptions& options);
// The same for a command whose signing is optional: nullopt if the options name no key.
Result<std::optional<SigningKey>> signingKeyIfGiven(const SigningOptions& options);

inline const SigningKey* pointerTo(const std::optional<SigningKey>& key) { return key ? &*key : nullptr; }

}  // namespace cchc::cli

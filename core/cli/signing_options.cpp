#include "core/cli/signing_options.h"

#include <cstdio>

#include "core/base/clock.h"
#include "core/base/platform.h"
#include "core/cli/commands.h"

namespace cchc::cli {

void addSigningOptions(CLI::App& command, SigningOptions& options, const char* name) {
  auto* key = command.add_option(name, options.key, bothLanguages("cli.option.key-file"));
  auto* token = command.add_option("--token", options.token.module, bothLanguages("cli.option.token-module"));
  token->excludes(key);
  command.add_option("--token-label", options.token.token, bothLanguages("cli.option.token-label"))->needs(token);
  command.add_option("--token-key", options.token.key, bothLanguages("cli.option.token-key"))->needs(token);
  command.add_option("--password-file", options.passwordFile, bothLanguages("cli.option.password-file"));
  command.add_option("--password-fd", options.passwordDescriptor, bothLanguages("cli.option.password-fd"));
}

namespace {

Result<std::string> password(const SigningOptions& options) {
  if (options.passwordFile.empty() && options.passwordDescriptor < 0) {
    const bool pin = !options.token.module.empty();
    auto typed = platform::askSecret(bothLanguages(pin ? "cli.prompt.pin" : "cli.prompt.password") + ": ");
    if (!typed) return fail("key.password-missing", pin ? options.token.module : options.key, {}, ErrorKind::usage);
    return std::move(*typed);
  }
  std::string password;
  const auto file =
      options.passwordFile.empty() ? "/dev/fd/" + std::to_string(options.passwordDescriptor) : options.passwordFile;
  auto* input = std::fopen(file.c_str(), "rb");
  if (input == nullptr) return fail("file.read", file, {{"reason", "open"}});
  for (int c = std::fgetc(input); c != EOF && c != '\n' && password.size() < 1000; c = std::fgetc(input))
    password += static_cast<char>(c);
  std::fclose(input);
  if (!password.empty() && password.back() == '\r') password.pop_back();
  return password;
}

}  // namespace

Result<SigningKey> signingKey(const SigningOptions& options) {
  if (!options.given()) return fail("key.which", "", {}, ErrorKind::usage);
  CCHC_TRY(const auto secret, password(options));
  const auto read = [&]() -> Result<SigningKey> {
    if (!options.token.module.empty()) return SigningKey::fromToken(options.token, secret);
    CCHC_TRY(const auto bytes, readFile(options.key, std::size_t(1) << 20U));
    return SigningKey::fromPkcs12(bytes, secret, options.key);
  };
  CCHC_TRY(auto key, read());
  CCHC_CHECK(key.validAt(SystemClock().now()));
  return key;
}

Result<std::optional<SigningKey>> signingKeyIfGiven(const SigningOptions& options) {
  if (!options.given()) return std::nullopt;
  CCHC_TRY(auto key, signingKey(options));
  return std::optional<SigningKey>(std::move(key));
}

}  // namespace cchc::cli

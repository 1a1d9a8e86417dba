#include "core/cli/signing_options.h"

#include <cstdio>
#include <filesystem>

#include "core/base/platform.h"

namespace cchc::cli {

void addSigningOptions(CLI::App& command, SigningOptions& options, const char* name, bool required) {
  auto* key = command.add_option(name, options.key, "Tệp khóa PKCS#12 (.p12, .pfx) · key file");
  if (required) key->required();
  command.add_option("--password-file", options.passwordFile, "Tệp chứa mật khẩu của khóa (dòng đầu) · file with the key's password");
  command.add_option("--password-fd", options.passwordDescriptor, "Số hiệu tệp đang mở để đọc mật khẩu · file descriptor to read it from");
}

Result<SigningKey> signingKey(const SigningOptions& options) {
  CCHC_TRY(const auto bytes, readFile(options.key, std::size_t(1) << 20U));
  std::string password;
  if (!options.passwordFile.empty() || options.passwordDescriptor >= 0) {
    const auto file = options.passwordFile.empty() ? "/dev/fd/" + std::to_string(options.passwordDescriptor) : options.passwordFile;
    auto* input = std::fopen(file.c_str(), "rb");
    if (input == nullptr) return fail("file.read", file, {{"reason", "open"}});
    for (int c = std::fgetc(input); c != EOF && c != '\n' && password.size() < 1000; c = std::fgetc(input)) password += static_cast<char>(c);
    std::fclose(input);
    if (!password.empty() && password.back() == '\r') password.pop_back();
  } else {
    auto typed = platform::askSecret("Mật khẩu của khóa / key password: ");
    if (!typed) return fail("key.password-missing", options.key, {}, ErrorKind::usage);
    password = std::move(*typed);
  }
  return SigningKey::fromPkcs12(bytes, password, options.key);
}

}  // namespace cchc::cli

// sign, verify.
#include <cstdio>

#include "core/app/trusting.h"
#include "core/base/platform.h"
#include "core/cli/signing_options.h"
#include "core/exchange/package.h"

namespace cchc::cli {
namespace {

int sign(Session& session, const std::string& file, const std::string& output, const SigningOptions& options) {
  const auto bytes = readFile(file, packageLimit);
  if (!bytes) return session.tell(bytes.error());
  const auto key = signingKey(options);
  if (!key) return session.tell(key.error());
  const auto made = signPackage(*bytes, file, *key);
  if (!made) return session.tell(made.error());
  if (const auto written = platform::writeFileDurably(output.empty() ? file : output, *made); !written) return session.tell(written.error());
  session.say((output.empty() ? file : output) + ": " + session.word("đã ký bởi ", "signed by ") + key->certificate().name());
  return 0;
}

int verify(Session& session, const std::vector<std::string>& files, const std::string& folder) {
  std::optional<Trust> trust;
  if (!folder.empty()) {
    auto read = Trust::read(folder);
    if (!read) return session.tell(read.error());
    trust = std::move(*read);
  }
  const SystemClock clock;
  int status = 0;
  for (const auto& file : files) {
    const auto bytes = readFile(file, packageLimit);
    if (!bytes) {
      status = session.tell(bytes.error());
      continue;
    }
    const auto header = readPackageHeader(*bytes, file);
    if (!header) {
      status = session.tell(header.error());
      continue;
    }
    const auto signer = signerOf(trust, *bytes, file, *header, clock.now());
    if (!signer) {
      status = session.tell(signer.error());
      continue;
    }
    if (signer->empty()) status = 1;
    session.say(file + ": " + keyText(header->key) + ": " + (signer->empty() ? session.word("chưa ký", "not signed") : session.word("chữ ký đúng, của ", "signature holds, by ") + *signer));
  }
  return status;
}

}  // namespace

void addSigningCommands(CLI::App& app, Session& session, Commands& commands) {
  struct Arguments {
    std::string file, output, trust;
    std::vector<std::string> files;
    SigningOptions signing;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* signCommand = app.add_subcommand("sign", "Ký số một gói · sign a package");
  signCommand->add_option("file", arguments->file)->required();
  signCommand->add_option("-o,--output", arguments->output, "Tệp đã ký (không ghi: chính tệp đó) · the signed file");
  addSigningOptions(*signCommand, arguments->signing, "--key", true);
  commands.push_back({signCommand, [&session, arguments] { return sign(session, arguments->file, arguments->output, arguments->signing); }});
  auto* verifyCommand = app.add_subcommand("verify", "Kiểm tra chữ ký của các gói · verify packages");
  verifyCommand->add_option("files", arguments->files)->required();
  verifyCommand->add_option("--trust", arguments->trust, "Thư mục có trust.tsv: ai được ký thay đơn vị nào · who may sign for whom");
  commands.push_back({verifyCommand, [&session, arguments] { return verify(session, arguments->files, arguments->trust); }});
}

}  // namespace cchc::cli

// sign, verify: packages, reports, returns and receipts.
#include <memory>

#include "core/app/send/signed_files.h"
#include "core/base/platform.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

using Paths = std::vector<std::filesystem::path>;

struct Arguments {
  std::vector<std::string> files;
  std::string output, trust;
  unsigned threads = 0;
  SigningOptions signing;

  Paths paths() const { return {files.begin(), files.end()}; }
};

void printSigned(const Session& session, const std::string& file, const std::string& signer) {
  session.printText("cli.sign.done", {{"file", file}, {"signer", signer}});
}

// Writes the signed file to another file.
int signOne(Session& session, const Arguments& arguments, const SigningKey& key) {
  const auto& file = arguments.files.front();
  const auto bytes = readFile(file, std::size_t(1) << 30U);
  if (!bytes) return session.printError(bytes.error());
  const auto made = signedBytes(*bytes, file, key);
  if (!made) return session.printError(made.error());
  if (const auto written = platform::writeFileDurably(arguments.output, *made); !written)
    return session.printError(written.error());
  printSigned(session, arguments.output, key.certificate().name());
  return 0;
}

int sign(Session& session, const Arguments& arguments) {
  const auto key = signingKey(arguments.signing);
  if (!key) return session.printError(key.error());
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(arguments.output, ignored);
  if (!arguments.output.empty() && !folder) {
    if (arguments.files.size() == 1) return signOne(session, arguments, *key);
    return session.printError({"sign.folder", arguments.output, {}, ErrorKind::usage});
  }
  int status = 0;
  // A token can only make one signature at a time.
  const unsigned threads = arguments.signing.token.module.empty() ? arguments.threads : 1;
  signFiles(arguments.paths(), arguments.output, *key, threads, [&](const SignedFile& file) {
    if (file.refusal)
      status = session.printError(*file.refusal);
    else
      printSigned(session, file.file.string(), file.signer);
  });
  return status;
}

int verify(Session& session, const Arguments& arguments) {
  std::optional<Trust> trust;
  if (!arguments.trust.empty()) {
    auto read = Trust::read(arguments.trust);
    if (!read) return session.printError(read.error());
    trust = std::move(*read);
    session.printTrustWarnings(*trust);
  }
  int status = 0;
  verifyFiles(arguments.paths(), trust, SystemClock().now(), arguments.threads, [&](const SignedFile& file) {
    if (file.refusal) {
      status = session.printError(*file.refusal);
      return;
    }
    if (file.signer.empty()) status = 1;
    session.printText(file.signer.empty() ? "cli.verify.unsigned" : "cli.verify.valid",
                      {{"file", file.file.string()}, {"of", file.of}, {"signer", file.signer}});
  });
  return status;
}

}  // namespace

void addSigningCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto arguments = std::make_shared<Arguments>();
  auto* signCommand = app.add_subcommand("sign", bothLanguages("cli.command.sign"));
  signCommand->add_option("files", arguments->files)->required();
  signCommand->add_option("-o,--output", arguments->output, bothLanguages("cli.option.signed-output"));
  signCommand->add_option("--threads", arguments->threads, bothLanguages("cli.option.threads"));
  addSigningOptions(*signCommand, arguments->signing, "--key");
  commands.push_back({signCommand, [&session, arguments] { return sign(session, *arguments); }});
  auto* verifyCommand = app.add_subcommand("verify", bothLanguages("cli.command.verify"));
  verifyCommand->add_option("files", arguments->files)->required();
  verifyCommand->add_option("--trust", arguments->trust, bothLanguages("cli.option.trust"));
  verifyCommand->add_option("--threads", arguments->threads, bothLanguages("cli.option.threads"));
  commands.push_back({verifyCommand, [&session, arguments] { return verify(session, *arguments); }});
}

}  // namespace cchc::cli

// sign, verify.
#include "core/app/send/signed_files.h"
#include "core/base/platform.h"
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

// One file has a target file, several a target folder.
int signOne(Session& session, const Arguments& arguments, const SigningKey& key) {
  const auto& file = arguments.files.front();
  const auto bytes = readFile(file, std::size_t(1) << 30U);
  if (!bytes) return session.tell(bytes.error());
  const auto made = signedBytes(*bytes, file, key);
  if (!made) return session.tell(made.error());
  if (const auto written = platform::writeFileDurably(arguments.output, *made); !written)
    return session.tell(written.error());
  session.say(arguments.output + ": " + session.word("đã ký bởi ", "signed by ") + key.certificate().name());
  return 0;
}

int sign(Session& session, const Arguments& arguments) {
  const auto key = signingKey(arguments.signing);
  if (!key) return session.tell(key.error());
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(arguments.output, ignored);
  if (!arguments.output.empty() && !folder) {
    if (arguments.files.size() == 1) return signOne(session, arguments, *key);
    return session.tell({"sign.folder", arguments.output, {}, ErrorKind::usage});
  }
  int status = 0;
  // A token does one thing after another.
  const unsigned threads = arguments.signing.token.module.empty() ? arguments.threads : 1;
  signFiles(arguments.paths(), arguments.output, *key, threads, [&](const SignedFile& file) {
    if (file.refusal)
      status = session.tell(*file.refusal);
    else
      session.say(file.file.string() + ": " + session.word("đã ký bởi ", "signed by ") + file.signer);
  });
  return status;
}

int verify(Session& session, const Arguments& arguments) {
  std::optional<Trust> trust;
  if (!arguments.trust.empty()) {
    auto read = Trust::read(arguments.trust);
    if (!read) return session.tell(read.error());
    trust = std::move(*read);
    session.tellNotes(*trust);
  }
  int status = 0;
  verifyFiles(arguments.paths(), trust, SystemClock().now(), arguments.threads, [&](const SignedFile& file) {
    if (file.refusal) {
      status = session.tell(*file.refusal);
      return;
    }
    if (file.signer.empty()) status = 1;
    session.say(file.file.string() + ": " + file.of + ": " +
                (file.signer.empty() ? session.word("chưa ký", "not signed")
                                     : session.word("chữ ký đúng, của ", "signature holds, by ") + file.signer));
  });
  return status;
}

}  // namespace

void addSigningCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto arguments = std::make_shared<Arguments>();
  auto* signCommand = app.add_subcommand("sign", "Ký số các gói hoặc báo cáo · sign packages or a report");
  signCommand->add_option("files", arguments->files)->required();
  signCommand->add_option("-o,--output", arguments->output,
                          "Tệp đã ký, hoặc thư mục (không ghi: ký ngay tại tệp) · the signed file, or a folder");
  signCommand->add_option("--threads", arguments->threads, "Số luồng (0: theo máy)");
  addSigningOptions(*signCommand, arguments->signing, "--key");
  commands.push_back({signCommand, [&session, arguments] { return sign(session, *arguments); }});
  auto* verifyCommand =
      app.add_subcommand("verify", "Kiểm tra chữ ký của các gói, báo cáo · verify packages and reports");
  verifyCommand->add_option("files", arguments->files)->required();
  verifyCommand->add_option("--trust", arguments->trust,
                            "Thư mục có trust.tsv: ai được ký thay đơn vị nào · who may sign for whom");
  verifyCommand->add_option("--threads", arguments->threads, "Số luồng (0: theo máy)");
  commands.push_back({verifyCommand, [&session, arguments] { return verify(session, *arguments); }});
}

}  // namespace cchc::cli

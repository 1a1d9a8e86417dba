// sign, verify: packages, reports, returns and receipts.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/send/signed_files.h"
#include "core/base/platform.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

using Paths = std::vector<std::filesystem::path>;

struct SigningArguments {
  std::vector<std::string> files;
  std::string output, trust;
  unsigned threads = 0;
  SigningOptions signing;

  Paths paths() const { return {files.begin(), files.end()}; }
};

nlohmann::json jsonOf(const Session& session, const SignedFile& file) {
  return {{"file", file.file.string()},
          {"of", file.of},
          {"signer", file.signer},
          {"refusal", file.refusal ? messageLine(*file.refusal, session.language()) : ""}};
}

// Prints the result for each file as it comes, or for all as one array with --json.
class SignedFiles {
 public:
  explicit SignedFiles(const Session& session) : session_(session) {}

  // `code`: the text for a file that is not refused.
  void add(const SignedFile& file, std::string_view code) {
    if (file.refusal) status_ = session_.printError(*file.refusal);
    if (session_.options.json)
      json_.push_back(jsonOf(session_, file));
    else if (!file.refusal)
      session_.printText(code, {{"file", file.file.string()}, {"of", file.of}, {"signer", file.signer}});
  }
  // Returns the exit status: that of the last refusal, or 0.
  int finish() const {
    if (session_.options.json) session_.printJson(json_);
    return status_;
  }

 private:
  const Session& session_;
  int status_ = 0;
  nlohmann::json json_ = nlohmann::json::array();
};

// Signs one file and writes the result to another file.
Result<int> signOne(Session& session, const SigningArguments& arguments, const SigningKey& key) {
  const auto& file = arguments.files.front();
  CCHC_TRY(const auto bytes, readFile(file, std::size_t(1) << 30U));
  CCHC_TRY(const auto made, signedBytes(bytes, file, key));
  CCHC_CHECK(platform::writeFileDurably(arguments.output, made));
  SignedFiles signedFiles(session);
  signedFiles.add({arguments.output, "", key.certificate().name(), {}}, "cli.sign.done");
  return signedFiles.finish();
}

Result<int> sign(Session& session, const SigningArguments& arguments) {
  CCHC_TRY(const auto key, signingKey(arguments.signing));
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(arguments.output, ignored);
  if (!arguments.output.empty() && !folder) {
    if (arguments.files.size() == 1) return signOne(session, arguments, key);
    return fail(Error{"sign.folder", arguments.output, {}, ErrorKind::usage});
  }
  SignedFiles signedFiles(session);
  // A token can only make one signature at a time.
  const unsigned threads = arguments.signing.token.module.empty() ? arguments.threads : 1;
  signFiles(arguments.paths(), arguments.output, key, threads,
            [&](const SignedFile& file) { signedFiles.add(file, "cli.sign.done"); });
  return signedFiles.finish();
}

Result<int> verify(Session& session, const SigningArguments& arguments) {
  std::optional<Trust> trust;
  if (!arguments.trust.empty()) {
    CCHC_TRY(auto read, Trust::read(arguments.trust));
    trust = std::move(read);
    session.printTrustWarnings(*trust);
  }
  SignedFiles verified(session);
  bool notSigned = false;
  verifyFiles(arguments.paths(), trust, UnitCodes(), SystemClock().now(), arguments.threads,
              [&](const SignedFile& file) {
                notSigned = notSigned || (!file.refusal && file.signer.empty());
                verified.add(file, file.signer.empty() ? "cli.verify.unsigned" : "cli.verify.valid");
              });
  const int status = verified.finish();
  return status == 0 && notSigned ? 1 : status;
}

}  // namespace

void addSigningCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<SigningArguments>();
  auto& signCommand = group.add("sign", "cli.command.sign", sign, arguments);
  signCommand.add_option("files", arguments->files)->required();
  signCommand.add_option("-o,--output", arguments->output, bothLanguages("cli.option.signed-output"));
  addThreads(signCommand, arguments->threads);
  addSigningOptions(signCommand, arguments->signing, "--key");
  auto& verifyCommand = group.add("verify", "cli.command.verify", verify, arguments);
  verifyCommand.add_option("files", arguments->files)->required();
  verifyCommand.add_option("--trust", arguments->trust, bothLanguages("cli.option.trust"));
  addThreads(verifyCommand, arguments->threads);
}

}  // namespace cchc::cli

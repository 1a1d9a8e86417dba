// receive: files and folders once, or a folder that is watched.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/app/receive/early_packages.h"
#include "core/app/receive/inbox_watch.h"
#include "core/app/receive/receipts.h"
#include "core/app/receive/receive.h"
#include "core/app/upkeep/backups.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

struct ReceiveArguments {
  std::vector<std::string> paths;
  std::string receipts;
  unsigned threads = 0;
  unsigned every = 1000;  // milliseconds
  bool watch = false, once = false;
  SigningOptions signing;
};

bool waits(const ReceivedFile& file) { return file.refusal && waitsForUpdate(*file.refusal); }

// Counts the files that were received and prints what a person must know about each.
class Reception {
 public:
  explicit Reception(Session& session) : session_(session) {}

  void report(const ReceivedFile& file) {
    if (file.note) session_.printError(*file.note);
    switch (file.result) {
      case ReceiveResult::stored:
        ++stored_;
        break;
      case ReceiveResult::known:
        ++known_;
        break;
      case ReceiveResult::returned:
        printNotice("cli.receive.returned", file);
        break;
      case ReceiveResult::returnAsked:
        printNotice("cli.receive.return-asked", file);
        break;
      case ReceiveResult::returnRefused:
        printNotice("cli.receive.return-refused", file);
        break;
      case ReceiveResult::receipt:
        printNotice("cli.receive.receipt", file);
        break;
      case ReceiveResult::refused:
      case ReceiveResult::waiting:
        ++(waits(file) ? early_ : refused_);
        session_.printError(*file.refusal);
        break;
      case ReceiveResult::rival:
        ++rivals_;
        session_.printError({"package.rival", file.file.string(), parametersOf(file)});
        break;
    }
    if (session_.options.json) addJson(file);
  }

  // Prints the result of all files so far and returns the exit status.
  int printSummary() const {
    if (session_.options.json) {
      session_.printJson(json_);
    } else {
      auto line = count("cli.receive.count.stored", stored_) + ", " + count("cli.receive.count.known", known_) + ", " +
                  count("cli.receive.count.refused", refused_);
      if (early_ > 0) line += ", " + count("cli.receive.count.early", early_);
      if (rivals_ > 0) line += ", " + count("cli.receive.count.undecided", rivals_);
      session_.printLine(line);
    }
    return refused_ + rivals_ + early_ == 0 ? 0 : 1;
  }

 private:
  static std::vector<Parameter> parametersOf(const ReceivedFile& file) {
    return {{"section", keyText(file.header.key)}, {"revision", std::to_string(file.header.revision)}};
  }
  void printNotice(std::string_view code, const ReceivedFile& file) const {
    if (!session_.options.json) session_.printText(code, parametersOf(file));
  }
  std::string count(std::string_view code, std::size_t count) const {
    return session_.text(code, {{"count", std::to_string(count)}});
  }
  void addJson(const ReceivedFile& file) {
    json_.push_back({{"note", file.note ? messageLine(*file.note, session_.language()) : ""},
                     {"file", file.file.string()},
                     {"result", waits(file) ? "waiting" : receiveResultName(file.result)},
                     {"section", file.refusal ? "" : keyText(file.header.key)},
                     {"revision", file.header.revision},
                     {"errors", file.errors},
                     {"warnings", file.warnings},
                     {"refusal", file.refusal ? messageLine(*file.refusal, session_.language()) : ""}});
  }

  Session& session_;
  std::size_t stored_ = 0, known_ = 0, refused_ = 0, early_ = 0, rivals_ = 0;
  nlohmann::json json_ = nlohmann::json::array();
};

Result<int> receiveOnce(Session& session, const ReceiveArguments& arguments, const SigningKey* key) {
  CCHC_TRY(auto* suite, session.suite());
  session.printTrustWarnings();
  Reception reception(session);
  const std::vector<std::filesystem::path> files(arguments.paths.begin(), arguments.paths.end());
  Status written;
  const auto done = receiveFiles(*suite, files, arguments.threads, [&](const ReceivedFile& file) {
    reception.report(file);
    if (arguments.receipts.empty() || !written) return;
    written = writeReceiptFor(*suite, file, arguments.receipts, key);
  });
  CCHC_CHECK(done);
  CCHC_CHECK(written);
  return reception.printSummary();
}

// Scans the folder repeatedly. With `once` the command ends when all files have been received or refused, except those
// that end in the middle, which the next run receives. A temporary fault is printed when it begins and when it has
// cleared; in the first scan, and with `once`, it ends the command.
Result<int> watch(Session& session, const ReceiveArguments& arguments, const SigningKey* key) {
  if (arguments.paths.size() != 1) return fail(Error{"inbox.one-folder", "receive", {}, ErrorKind::usage});
  CCHC_TRY(auto* suite, session.suite());
  const auto& folder = arguments.paths.front();
  InboxWatch inbox(folder, key);
  Reception reception(session);
  DailyCopies copies;
  const auto printNote = [&](std::string_view code) { std::fprintf(stderr, "%s\n", session.text(code).c_str()); };
  const std::chrono::milliseconds pause(arguments.every);
  for (bool first = true;; std::this_thread::sleep_for(pause)) {
    const auto scan = inbox.scan(*suite, arguments.threads);
    if (scan.busy) continue;
    for (const auto& file : scan.files) reception.report(file);
    if (scan.trouble) {
      const auto status = session.printError(*scan.trouble);
      if (arguments.once || first || !mayPass(*scan.trouble)) return status;
      printNote("cli.watch.waiting");
    }
    if (scan.passed) printNote("cli.watch.resumed");
    if (arguments.once && !first && scan.growing == scan.unfinished) {
      if (scan.unfinished > 0)
        session.printError({"inbox.unfinished", folder, {{"count", std::to_string(scan.unfinished)}}});
      return std::max(reception.printSummary(), scan.unfinished > 0 ? 1 : 0);
    }
    if (!arguments.once && !scan.files.empty()) reception.printSummary();
    if (const auto failed = copies.makeIfDue(*suite)) session.printError(*failed);
    std::fflush(nullptr);
    first = false;
  }
}

Result<int> receive(Session& session, const ReceiveArguments& arguments) {
  CCHC_TRY(const auto key, signingKeyIfGiven(arguments.signing));
  return arguments.watch ? watch(session, arguments, pointerTo(key)) : receiveOnce(session, arguments, pointerTo(key));
}

}  // namespace

void addReceiveCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<ReceiveArguments>();
  auto& command = group.add("receive", "cli.command.receive", receive, arguments);
  command.add_option("paths", arguments->paths)->required();
  addThreads(command, arguments->threads);
  command.add_flag("--watch", arguments->watch, bothLanguages("cli.option.watch"));
  command.add_flag("--once", arguments->once, bothLanguages("cli.option.watch-once"));
  command.add_option("--every", arguments->every, bothLanguages("cli.option.watch-every"))
      ->check(CLI::Range(10, 3600000));
  command.add_option("--receipts", arguments->receipts, bothLanguages("cli.option.receipts"));
  addSigningOptions(command, arguments->signing, "--sign");
}

}  // namespace cchc::cli

// receive: files and folders once, or a folder that is watched. exchanged: all of it for one unit, as one file.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "core/app/receive/exchanged.h"
#include "core/app/receive/inbox_watch.h"
#include "core/app/receive/receipts.h"
#include "core/app/receive/receive.h"
#include "core/app/upkeep/backups.h"
#include "core/cli/commands.h"
#include "core/cli/received_lines.h"
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

Result<int> receiveOnce(Session& session, const ReceiveArguments& arguments, const SigningKey* key) {
  CCHC_TRY(auto* suite, session.suite());
  session.printTrustWarnings();
  ReceivedLines reception(session);
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
  ReceivedLines reception(session);
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
    CCHC_CHECK(session.flushOutput());  // what a person must know would go nowhere
    first = false;
  }
}

Result<int> receive(Session& session, const ReceiveArguments& arguments) {
  CCHC_TRY(const auto key, signingKeyIfGiven(arguments.signing));
  return arguments.watch ? watch(session, arguments, pointerTo(key)) : receiveOnce(session, arguments, pointerTo(key));
}

struct ExchangedArguments {
  std::string unit, period, file;
  SigningOptions signing;
};

Result<int> exchanged(Session& session, const ExchangedArguments& arguments) {
  CCHC_TRY(const auto key, signingKeyIfGiven(arguments.signing));
  CCHC_TRY(auto* suite, session.suite());
  const auto period = arguments.period.empty() ? std::nullopt : std::optional(PeriodId(arguments.period));
  // Without a period it is the unit that has the code today.
  auto day = vietnamDay(suite->now());
  if (period) {
    CCHC_TRY(const auto of, periodOf(*suite, *period));
    day = of.end;
  }
  CCHC_TRY(const auto units, suite->store.units());
  const auto* holder = units->nearestHolder(arguments.unit, day);
  if (holder == nullptr) return fail("unit.unknown", arguments.unit, {{"unit", arguments.unit}}, ErrorKind::usage);
  CCHC_TRY(const auto count, writeExchanged(*suite, holder->unit, period, arguments.file, pointerTo(key)));
  session.printResult({{"file", arguments.file},
                       {"packages", count.packages},
                       {"receipts", count.receipts},
                       {"returns", count.returns}},
                      "cli.exchanged.done",
                      {{"file", arguments.file},
                       {"packages", std::to_string(count.packages)},
                       {"returns", std::to_string(count.returns)}});
  return 0;
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

  const auto of = std::make_shared<ExchangedArguments>();
  auto& exchangedCommand = group.add("exchanged", "cli.command.exchanged", exchanged, of);
  exchangedCommand.add_option("--unit,-u", of->unit, bothLanguages("cli.option.reporter"))->required();
  exchangedCommand.add_option("--period,-p", of->period, bothLanguages("cli.option.period"));
  exchangedCommand.add_option("-o,--output", of->file, bothLanguages("cli.option.exchanged-file"))->required();
  addSigningOptions(exchangedCommand, of->signing, "--sign");
}

}  // namespace cchc::cli

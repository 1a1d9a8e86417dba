// accept, return, refuse-return: what the office decides on a submission.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/receive/review.h"
#include "core/app/send/return_request.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

struct ReviewArguments : SectionArguments {
  std::string file, reason;
  std::vector<std::string> remarks;  // PLACE=TEXT
  bool all = false;
  SigningOptions signing;
};

int accept(Session& session, const ReviewArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  session.printTrustWarnings();
  if (arguments.all) {
    std::vector<Error> refused;
    const auto count = acceptAll(*suite, OrgUnitId(arguments.unit), PeriodId(arguments.period), &refused);
    for (const auto& error : refused) session.printError(error);
    if (!count) return session.printError(count.error());
    if (session.options.json)
      session.printJson({{"accepted", *count}, {"refused", refused.size()}});
    else
      session.printText("cli.accept.all-done", {{"count", std::to_string(*count)}});
    return refused.empty() ? 0 : 1;
  }
  if (arguments.section.empty()) return session.printError({"section.or-all", "accept", {}, ErrorKind::usage});
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  if (const auto done = acceptSection(*suite, *key); !done) return session.printError(done.error());
  return printSectionDone(session, *key, "cli.accept.done");
}

// Errors:
//   remark.form   a remark is not of the form PLACE=TEXT
Result<std::vector<Remark>> remarksOf(const ReviewArguments& arguments) {
  std::vector<Remark> remarks;
  for (const auto& text : arguments.remarks) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) return fail("remark.form", arguments.section, {{"given", text}}, ErrorKind::usage);
    remarks.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return remarks;
}

int returnToDepartment(Session& session, const ReviewArguments& arguments) {
  auto remarks = remarksOf(arguments);
  if (!remarks) return session.printError(remarks.error());
  if (arguments.signing.given() && arguments.file.empty())
    return session.printError({"return.file-and-key", arguments.section, {}, ErrorKind::usage});
  const auto signer = signingKeyIfGiven(arguments.signing);
  if (!signer) return session.printError(signer.error());
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto present = suite->store.section(*key);
  if (!present) return session.printError(present.error());
  // An earlier command may have returned the section but then failed to write the file.
  const bool returnedBefore = *present && (*present)->state == SectionState::returned &&
                              (*present)->reason == arguments.reason && !arguments.file.empty();
  if (!returnedBefore) {
    if (const auto done = returnSection(*suite, *key, arguments.reason, std::move(*remarks)); !done)
      return session.printError(done.error());
  }
  if (!arguments.file.empty()) {
    if (const auto written = writeReturnFile(*suite, *key, arguments.file, pointerTo(*signer)); !written)
      return session.printError(written.error());
  }
  return printSectionDone(session, *key, "cli.return.done", arguments.file);
}

int refuseToReturn(Session& session, const ReviewArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  if (const auto done = refuseReturn(*suite, *key, arguments.reason, arguments.file); !done)
    return session.printError(done.error());
  return printSectionDone(session, *key, "cli.refuse-return.done", arguments.file);
}

}  // namespace

void addReviewCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto arguments = std::make_shared<ReviewArguments>();
  auto* acceptCommand = app.add_subcommand("accept", bothLanguages("cli.command.accept"));
  addSectionArguments(*acceptCommand, *arguments, false);
  acceptCommand->add_flag("--all", arguments->all, bothLanguages("cli.option.accept-all"));
  commands.push_back({acceptCommand, [&session, arguments] { return accept(session, *arguments); }});

  auto* returnCommand = app.add_subcommand("return", bothLanguages("cli.command.return"));
  addSectionArguments(*returnCommand, *arguments, true);
  returnCommand->add_option("--reason", arguments->reason)->required();
  returnCommand->add_option("--at", arguments->remarks, bothLanguages("cli.option.remark"));
  returnCommand->add_option("-o,--output", arguments->file, bothLanguages("cli.option.return-file"));
  addSigningOptions(*returnCommand, arguments->signing, "--sign");
  commands.push_back({returnCommand, [&session, arguments] { return returnToDepartment(session, *arguments); }});

  auto* refuseCommand = app.add_subcommand("refuse-return", bothLanguages("cli.command.refuse-return"));
  addSectionArguments(*refuseCommand, *arguments, true);
  refuseCommand->add_option("--reason", arguments->reason)->required();
  refuseCommand->add_option("-o,--output", arguments->file, bothLanguages("cli.option.answer-file"));
  commands.push_back({refuseCommand, [&session, arguments] { return refuseToReturn(session, *arguments); }});
}

}  // namespace cchc::cli

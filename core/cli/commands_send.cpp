// submit, ask-return: what a department sends to the office.
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/send/return_request.h"
#include "core/app/send/submit.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

struct SendArguments : SectionArguments {
  std::string file, reason;
  SigningOptions signing;
};

void printFinding(const Session& session, const Finding& finding) {
  std::fprintf(stderr, "%s\n", findingLine(finding, session.language()).c_str());
}

Result<int> submit(Session& session, const SendArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto signer, signingKeyIfGiven(arguments.signing));
  std::vector<Finding> blocking;
  const auto outcome = submitSection(at.suite, at.key, arguments.file, blocking, pointerTo(signer));
  if (!outcome) {
    for (const auto& finding : blocking) printFinding(session, finding);
    return session.printError(outcome.error());
  }
  for (const auto& finding : outcome->findings)
    if (finding.severity == Severity::warning && finding.explanation.empty()) printFinding(session, finding);
  if (session.options.json) {
    session.printLine(nlohmann::json{{"section", keyText(at.key)},
                                     {"revision", outcome->header.revision},
                                     {"digest", outcome->header.contentDigest},
                                     {"file", arguments.file},
                                     {"unchanged", outcome->unchanged}}
                          .dump(1));
    return 0;
  }
  session.printText(
      outcome->unchanged ? "cli.submit.unchanged" : "cli.submit.done",
      {{"section", keyText(at.key)}, {"revision", std::to_string(outcome->header.revision)}, {"file", arguments.file}});
  return 0;
}

Result<int> askForReturn(Session& session, const SendArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_CHECK(askReturn(at.suite, at.key, arguments.reason, arguments.file));
  return printSectionDone(session, at.key, "cli.ask-return.done", arguments.file);
}

}  // namespace

void addSendCommands(CommandGroup& group) {
  auto& session = group.session();
  const auto arguments = std::make_shared<SendArguments>();
  auto& submitCommand =
      group.add("submit", "cli.command.submit", [&session, arguments] { return submit(session, *arguments); });
  addSectionArguments(submitCommand, *arguments, true);
  submitCommand.add_option("-o,--output", arguments->file, bothLanguages("cli.option.package"))->required();
  addSigningOptions(submitCommand, arguments->signing, "--sign");

  auto& askCommand = group.add("ask-return", "cli.command.ask-return",
                               [&session, arguments] { return askForReturn(session, *arguments); });
  addSectionArguments(askCommand, *arguments, true);
  askCommand.add_option("--reason", arguments->reason)->required();
  askCommand.add_option("-o,--output", arguments->file, bothLanguages("cli.option.request-file"));
}

}  // namespace cchc::cli

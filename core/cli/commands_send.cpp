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

int submit(Session& session, const SendArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto signer = signingKeyIfGiven(arguments.signing);
  if (!signer) return session.printError(signer.error());
  std::vector<Finding> blocking;
  const auto outcome = submitSection(*suite, *key, arguments.file, blocking, pointerTo(*signer));
  if (!outcome) {
    for (const auto& finding : blocking) printFinding(session, finding);
    return session.printError(outcome.error());
  }
  for (const auto& finding : outcome->findings)
    if (finding.severity == Severity::warning && finding.explanation.empty()) printFinding(session, finding);
  if (session.options.json) {
    session.printLine(nlohmann::json{{"section", keyText(*key)},
                                     {"revision", outcome->header.revision},
                                     {"digest", outcome->header.contentDigest},
                                     {"file", arguments.file},
                                     {"unchanged", outcome->unchanged}}
                          .dump(1));
    return 0;
  }
  session.printText(
      outcome->unchanged ? "cli.submit.unchanged" : "cli.submit.done",
      {{"section", keyText(*key)}, {"revision", std::to_string(outcome->header.revision)}, {"file", arguments.file}});
  return 0;
}

int askForReturn(Session& session, const SendArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  if (const auto done = askReturn(*suite, *key, arguments.reason, arguments.file); !done)
    return session.printError(done.error());
  return printSectionDone(session, *key, "cli.ask-return.done", arguments.file);
}

}  // namespace

void addSendCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto arguments = std::make_shared<SendArguments>();
  auto* submitCommand = app.add_subcommand("submit", bothLanguages("cli.command.submit"));
  addSectionArguments(*submitCommand, *arguments, true);
  submitCommand->add_option("-o,--output", arguments->file, bothLanguages("cli.option.package"))->required();
  addSigningOptions(*submitCommand, arguments->signing, "--sign");
  commands.push_back({submitCommand, [&session, arguments] { return submit(session, *arguments); }});

  auto* askCommand = app.add_subcommand("ask-return", bothLanguages("cli.command.ask-return"));
  addSectionArguments(*askCommand, *arguments, true);
  askCommand->add_option("--reason", arguments->reason)->required();
  askCommand->add_option("-o,--output", arguments->file, bothLanguages("cli.option.request-file"));
  commands.push_back({askCommand, [&session, arguments] { return askForReturn(session, *arguments); }});
}

}  // namespace cchc::cli

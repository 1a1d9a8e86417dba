// submit, ask-return, withdraw: what a department sends to the office, or takes back.
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/send/return_request.h"
#include "core/app/send/submit.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

struct SendArguments : NoticeArguments {
  SigningOptions signing;
};

void printFinding(const Session& session, const Finding& finding) {
  std::fprintf(stderr, "%s\n", findingLine(finding, session.language()).c_str());
  if (finding.earlierExplanation.empty()) return;
  const auto earlier = session.text("cli.check.earlier-explanation", {{"explanation", finding.earlierExplanation}});
  std::fprintf(stderr, "    %s\n", earlier.c_str());
}

Result<int> submit(Session& session, const SendArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto signer, signingKeyIfGiven(arguments.signing));
  std::vector<Finding> blocking;
  const auto outcome = submitSection(at.suite, at.key, arguments.file, blocking, pointerTo(signer));
  if (!outcome) {
    for (const auto& finding : blocking) printFinding(session, finding);
    return fail(outcome.error());
  }
  for (const auto& finding : outcome->findings) {
    // From here on it is the unit's word, so that it is said once more.
    const bool kept = finding.code == "core.entered-for-kept";
    if (kept || (finding.severity == Severity::warning && finding.explanation.empty())) printFinding(session, finding);
  }
  session.printResult(
      {{"section", keyText(at.key)},
       {"revision", outcome->header.revision},
       {"digest", outcome->header.contentDigest},
       {"file", arguments.file},
       {"unchanged", outcome->unchanged}},
      outcome->unchanged ? "cli.submit.unchanged" : "cli.submit.done",
      {{"section", keyText(at.key)}, {"revision", std::to_string(outcome->header.revision)}, {"file", arguments.file}});
  return 0;
}

Result<int> askForReturn(Session& session, const SendArguments& arguments) {
  return giveNotice(session, arguments, askReturn, "cli.ask-return.done");
}

Result<int> withdraw(Session& session, const SendArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto revision, withdrawSection(at.suite, at.key));
  session.printResult({{"section", keyText(at.key)}, {"revision", revision}}, "cli.withdraw.done",
                      {{"section", keyText(at.key)}, {"revision", std::to_string(revision)}});
  return 0;
}

}  // namespace

void addSendCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<SendArguments>();
  auto& submitCommand = group.addForSection("submit", "cli.command.submit", submit, arguments);
  submitCommand.add_option("-o,--output", arguments->file, bothLanguages("cli.option.package"))->required();
  addSigningOptions(submitCommand, arguments->signing, "--sign");

  auto& askCommand = group.addForSection("ask-return", "cli.command.ask-return", askForReturn, arguments);
  addNoticeOptions(askCommand, *arguments, "cli.option.request-file");

  group.addForSection("withdraw", "cli.command.withdraw", withdraw, arguments);
}

}  // namespace cchc::cli

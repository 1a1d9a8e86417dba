// accept, return, refuse-return: what the office decides on a submission.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/receive/review.h"
#include "core/app/send/return_request.h"
#include "core/cli/commands.h"
#include "core/cli/signing_options.h"

namespace cchc::cli {
namespace {

struct ReviewArguments : NoticeArguments {
  std::vector<std::string> remarks;  // PLACE=TEXT
  bool all = false;
  SigningOptions signing;
};

Result<int> accept(Session& session, const ReviewArguments& arguments) {
  CCHC_TRY(auto* suite, session.suite());
  session.printTrustWarnings();
  if (arguments.all) {
    CCHC_TRY(const auto unit, unitOf(*suite, arguments));
    std::vector<Error> refused;
    const auto count = acceptAll(*suite, unit, PeriodId(arguments.period), &refused);
    for (const auto& error : refused) session.printError(error);
    CCHC_CHECK(count);
    session.printResult({{"accepted", *count}, {"refused", refused.size()}}, "cli.accept.all-done",
                        {{"count", std::to_string(*count)}});
    return refused.empty() ? 0 : 1;
  }
  if (arguments.section.empty()) return fail(Error{"section.or-all", "accept", {}, ErrorKind::usage});
  CCHC_TRY(const auto key, sectionKey(*suite, arguments.section, arguments.unit, arguments.period));
  CCHC_CHECK(acceptSection(*suite, key));
  return printSectionDone(session, key, "cli.accept.done");
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

Result<int> returnToDepartment(Session& session, const ReviewArguments& arguments) {
  CCHC_TRY(auto remarks, remarksOf(arguments));
  if (arguments.signing.given() && arguments.file.empty())
    return fail(Error{"return.file-and-key", arguments.section, {}, ErrorKind::usage});
  CCHC_TRY(const auto signer, signingKeyIfGiven(arguments.signing));
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto present, at.suite.store.section(at.key));
  // An earlier command may have returned the section but then failed to write the file.
  const bool returnedBefore = present && present->state == SectionState::returned &&
                              present->reason == arguments.reason && !arguments.file.empty();
  if (!returnedBefore) {
    CCHC_CHECK(returnSection(at.suite, at.key, arguments.reason, std::move(remarks)));
  }
  if (!arguments.file.empty()) {
    CCHC_CHECK(writeReturnFile(at.suite, at.key, arguments.file, pointerTo(signer)));
  }
  return printSectionDone(session, at.key, "cli.return.done", arguments.file);
}

Result<int> refuseToReturn(Session& session, const ReviewArguments& arguments) {
  return giveNotice(session, arguments, refuseReturn, "cli.refuse-return.done");
}

}  // namespace

void addReviewCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<ReviewArguments>();
  auto& acceptCommand = group.addForSection("accept", "cli.command.accept", accept, arguments, false);
  acceptCommand.add_flag("--all", arguments->all, bothLanguages("cli.option.accept-all"));

  auto& returnCommand = group.addForSection("return", "cli.command.return", returnToDepartment, arguments);
  addNoticeOptions(returnCommand, *arguments, "cli.option.return-file");
  returnCommand.add_option("--at", arguments->remarks, bothLanguages("cli.option.remark"));
  addSigningOptions(returnCommand, arguments->signing, "--sign");

  auto& refuseCommand = group.addForSection("refuse-return", "cli.command.refuse-return", refuseToReturn, arguments);
  addNoticeOptions(refuseCommand, *arguments, "cli.option.answer-file");
}

}  // namespace cchc::cli

// accept, return, refuse-return: what the office decides on a submission; enter-for, amend-heading: what it submits
// itself.
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/receive/review.h"
#include "core/app/section/import.h"
#include "core/app/section/section_content.h"
#include "core/app/send/enter_for.h"
#include "core/app/send/return_request.h"
#include "core/cli/commands.h"
#include "core/cli/import_options.h"
#include "core/cli/signing_options.h"
#include "core/rules/compiled_definition.h"

namespace cchc::cli {
namespace {

struct ReviewArguments : NoticeArguments {
  std::vector<std::string> remarks;  // PLACE=TEXT
  ImportArguments values;            // the file, and how it is to be read
  std::string askedBy, askedOn;
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

// Reads the values of the file, and prints what `submit` makes of them.
template <class Submit>
Result<int> submitAsOffice(Session& session, const ReviewArguments& arguments, std::string_view code,
                           const Submit& submit) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto signer, signingKeyIfGiven(arguments.signing));
  CCHC_TRY(const auto choices, choicesOf(arguments.values));
  CCHC_TRY(auto values, valuesOfFile(at.suite, at.key, arguments.values.file, choices, arguments.values.oldTexts));
  std::vector<Finding> blocking;
  const auto outcome = submit(at, OfficeEntry{std::move(values), arguments.file, pointerTo(signer)}, blocking);
  for (const auto& finding : blocking) std::fprintf(stderr, "%s\n", findingLine(finding, session.language()).c_str());
  CCHC_CHECK(outcome);
  session.printResult({{"section", keyText(at.key)},
                       {"revision", outcome->header.revision},
                       {"digest", outcome->header.contentDigest},
                       {"file", arguments.file}},
                      code, {{"section", keyText(at.key)}, {"revision", std::to_string(outcome->header.revision)}});
  return 0;
}

Result<int> enterFor(Session& session, const ReviewArguments& arguments) {
  CCHC_TRY(const auto day, dateGiven(arguments.askedOn, "enter-for"));
  return submitAsOffice(session, arguments, "cli.enter-for.done",
                        [&](const NamedSection& at, const OfficeEntry& entry, std::vector<Finding>& blocking) {
                          return enterForUnit(at.suite, at.key, entry, arguments.askedBy, day, blocking);
                        });
}

Result<int> amend(Session& session, const ReviewArguments& arguments) {
  return submitAsOffice(session, arguments, "cli.amend-heading.done",
                        [&](const NamedSection& at, const OfficeEntry& entry, std::vector<Finding>& blocking) {
                          return amendHeading(at.suite, at.key, entry, arguments.reason, blocking);
                        });
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

  auto& enterCommand = group.addForSection("enter-for", "cli.command.enter-for", enterFor, arguments);
  enterCommand.add_option("--asked-by", arguments->askedBy, bothLanguages("cli.option.asked-by"))->required();
  enterCommand.add_option("--asked-on", arguments->askedOn, bothLanguages("cli.option.asked-on"))->required();
  auto& amendCommand = group.addForSection("amend-heading", "cli.command.amend-heading", amend, arguments);
  amendCommand.add_option("--reason", arguments->reason)->required();
  for (auto* command : {&enterCommand, &amendCommand}) {
    addFileToRead(*command, arguments->values.file, arguments->values.oldTexts);
    command->add_option("--table", arguments->values.table, bothLanguages("cli.option.table"));
    addSheetOptions(*command, arguments->values);
    command->add_option("-o,--output", arguments->file, bothLanguages("cli.option.package"));
    addSigningOptions(*command, arguments->signing, "--sign");
  }
}

}  // namespace cchc::cli

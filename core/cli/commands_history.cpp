// history, choose: the submissions of a section, what changed between them, and which of two packages of one revision
// counts.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/receive/review.h"
#include "core/app/section/differences.h"
#include "core/cli/commands.h"
#include "core/exchange/values/cell_value.h"

namespace cchc::cli {
namespace {

std::string stateText(SubmissionState state, const Session& session) {
  switch (state) {
    case SubmissionState::submitted:
      return session.text("cli.history.state.submitted");
    case SubmissionState::accepted:
      return session.text("cli.history.state.accepted");
    case SubmissionState::returned:
      return session.text("cli.history.state.returned");
    case SubmissionState::rival:
      break;
  }
  return session.text("cli.history.state.rival");
}

int history(Session& session, const SectionArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto all = submissionHistory(*suite, *key);
  if (!all) return session.printError(all.error());
  const auto receipts = suite->store.receipts(*key);
  if (!receipts) return session.printError(receipts.error());
  const auto receiptOf = [&](const SubmissionHeader& header) -> const Store::SubmissionReceipt* {
    for (const auto& receipt : *receipts) {
      if (receipt.revision == header.revision && receipt.digest == header.contentDigest) return &receipt;
    }
    return nullptr;
  };
  auto lines = nlohmann::json::array();
  for (const auto& submission : *all) {
    const auto& header = submission.header;
    const auto* receipt = receiptOf(header);
    lines.push_back({{"revision", header.revision},
                     {"digest", header.contentDigest},
                     {"state", stateText(submission.state, session)},
                     {"submitted_at", timeText(header.submittedAt)},
                     {"received_at", timeText(submission.receivedAt)},
                     {"by", header.submittedBy.name},
                     {"receipt", receipt == nullptr ? "" : timeText(receipt->at)},
                     {"receipt_by", receipt == nullptr ? "" : receipt->by},
                     {"receipt_signer", receipt == nullptr ? "" : receipt->signer}});
    if (session.options.json) continue;
    auto line = session.text("cli.history.submission", {{"revision", std::to_string(header.revision)},
                                                        {"digest", header.contentDigest.substr(0, 12)},
                                                        {"state", stateText(submission.state, session)},
                                                        {"submitted", timeText(header.submittedAt)},
                                                        {"received", timeText(submission.receivedAt)},
                                                        {"person", header.submittedBy.name}});
    if (receipt != nullptr) {
      line +=
          "  " + session.text(receipt->signer.empty() ? "cli.history.receipt" : "cli.history.signed-receipt",
                              {{"at", timeText(receipt->at)}, {"person", receipt->by}, {"signer", receipt->signer}});
    }
    session.printLine(line);
  }
  if (session.options.json) session.printLine(lines.dump(1));
  return all->empty() ? session.printError(Error{"section.not-received", keyText(*key), {}}) : 0;
}

// Prints what changed in a revision since the last one received before it. Revision 0 is the latest.
int changes(Session& session, const SectionArguments& arguments, int revision) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  const auto found = differencesOf(*suite, *key, revision);
  if (!found) return session.printError(found.error());
  const bool english = session.language() == Language::en;
  const auto canonical = [](const std::optional<Value>& value, const std::string& text) {
    return value ? encodeValue(*value) : text;
  };
  const auto shown = [&](const SectionDifference& one, const std::optional<Value>& value, const std::string& text) {
    const auto known = one.field == nullptr       ? text
                       : !value || value->blank() ? std::string()
                                                  : cellText(*one.field, *value, session.language());
    return known.empty() ? std::string("—") : known;
  };
  auto lines = nlohmann::json::array();
  for (const auto& one : found->all) {
    lines.push_back({{"place", one.place},
                     {"label", english ? one.englishLabel : one.label},
                     {"before", canonical(one.before, one.textBefore)},
                     {"after", canonical(one.after, one.textAfter)}});
  }
  if (session.options.json) {
    session.printLine(nlohmann::json{
        {"section", keyText(*key)}, {"revision", found->after}, {"since", found->before}, {"changes", lines}}
                          .dump(1));
    return 0;
  }
  const auto number = [&](int of) { return of == 0 ? std::string("—") : std::to_string(of); };
  session.printText("cli.changes.heading",
                    {{"section", keyText(*key)}, {"before", number(found->before)}, {"after", number(found->after)}});
  for (const auto& one : found->all) {
    session.printLine("  " + one.place + "  " + (english ? one.englishLabel : one.label) + ": " +
                      shown(one, one.before, one.textBefore) + " → " + shown(one, one.after, one.textAfter));
  }
  if (found->all.empty()) session.printLine("  " + session.text("cli.changes.none"));
  return 0;
}

int choose(Session& session, const SectionArguments& arguments, const std::string& digest) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.printError(key.error());
  if (const auto done = chooseSubmission(*suite, *key, digest); !done) return session.printError(done.error());
  if (session.options.json)
    session.printJson({{"section", keyText(*key)}, {"digest", digest}});
  else
    session.printText("cli.choose.done", {{"section", keyText(*key)}, {"digest", digest}});
  return 0;
}

}  // namespace

void addHistoryCommands(CLI::App& app, Session& session, Commands& commands) {
  struct HistoryArguments : SectionArguments {
    std::string digest;
    int revision = 0;
  };
  const auto arguments = std::make_shared<HistoryArguments>();
  auto* historyCommand = app.add_subcommand("history", bothLanguages("cli.command.history"));
  addSectionArguments(*historyCommand, *arguments, true);
  auto* changesOption =
      historyCommand->add_option("--changes", arguments->revision, bothLanguages("cli.option.changes"))
          ->expected(0, 1)
          ->check(CLI::Range(1, 999999999));
  commands.push_back({historyCommand, [&session, arguments, changesOption] {
                        return changesOption->count() > 0 ? changes(session, *arguments, arguments->revision)
                                                          : history(session, *arguments);
                      }});

  auto* chooseCommand = app.add_subcommand("choose", bothLanguages("cli.command.choose"));
  addSectionArguments(*chooseCommand, *arguments, true);
  chooseCommand->add_option("--digest", arguments->digest, bothLanguages("cli.option.digest"))->required();
  commands.push_back({chooseCommand, [&session, arguments] { return choose(session, *arguments, arguments->digest); }});
}

}  // namespace cchc::cli

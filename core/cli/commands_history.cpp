// history, choose, discard: the submissions of a section, what changed between them, and which of them count.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/receive/review.h"
#include "core/app/section/differences.h"
#include "core/cli/commands.h"
#include "core/exchange/values/cell_value.h"
#include "core/model/submission_label.h"

namespace cchc::cli {
namespace {

struct HistoryArguments : SectionArguments {
  std::string digest, reason;
  int revision = 0;
  const CLI::Option* changes = nullptr;
};

Result<int> submissions(Session& session, const SectionArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto all, submissionHistory(at.suite, at.key));
  CCHC_TRY(const auto receipts, at.suite.store.receipts(at.key));
  CCHC_TRY(const auto reasons, discardReasons(at.suite, at.key));
  const auto reasonOf = [&](const StoredSubmission& submission) {
    const auto found = reasons.find(submission.header.contentDigest);
    return submission.state == SubmissionState::discarded && found != reasons.end() ? found->second : std::string();
  };
  const auto receiptOf = [&](const SubmissionHeader& header) -> const Store::SubmissionReceipt* {
    for (const auto& receipt : receipts) {
      if (receipt.revision == header.revision && receipt.digest == header.contentDigest) return &receipt;
    }
    return nullptr;
  };
  auto lines = nlohmann::json::array();
  for (const auto& submission : all) {
    const auto& header = submission.header;
    const auto* receipt = receiptOf(header);
    lines.push_back({{"revision", header.revision},
                     {"digest", header.contentDigest},
                     {"state", std::string(submissionStateLabel(submission.state, session.language()))},
                     {"submitted_at", timeText(header.submittedAt)},
                     {"received_at", timeText(submission.receivedAt)},
                     {"by", header.submittedBy.name},
                     {"reason", reasonOf(submission)},
                     {"receipt", receipt == nullptr ? "" : timeText(receipt->at)},
                     {"receipt_result", receipt == nullptr ? "" : receipt->result},
                     {"receipt_by", receipt == nullptr ? "" : receipt->by},
                     {"receipt_signer", receipt == nullptr ? "" : receipt->signer}});
    if (session.options.json) continue;
    auto line = session.text("cli.history.submission",
                             {{"revision", std::to_string(header.revision)},
                              {"digest", header.contentDigest.substr(0, 12)},
                              {"state", std::string(submissionStateLabel(submission.state, session.language()))},
                              {"submitted", timeText(header.submittedAt)},
                              {"received", timeText(submission.receivedAt)},
                              {"person", header.submittedBy.name}});
    if (const auto reason = reasonOf(submission); !reason.empty()) line += "  “" + reason + "”";
    if (receipt != nullptr) {
      line +=
          "  " + session.text(receipt->result == "waiting" ? "cli.history.waiting-receipt"
                              : receipt->signer.empty()    ? "cli.history.receipt"
                                                           : "cli.history.signed-receipt",
                              {{"at", timeText(receipt->at)}, {"person", receipt->by}, {"signer", receipt->signer}});
    }
    session.printLine(line);
  }
  CCHC_TRY(const auto journal, at.suite.store.journal(at.key));
  for (const auto& entry : journal) {
    const auto& change = entry.change;
    const auto event = setupEvent(session, at.suite, change, at.key.period);
    if (!event) continue;
    lines.push_back({{"revision", change.place.submission()->revision},
                     {"digest", ""},
                     {"state", event->text},
                     {"submitted_at", ""},
                     {"received_at", timeText(change.at)},
                     {"by", change.who.name},
                     {"reason", event->reason},
                     {"receipt", ""},
                     {"receipt_result", ""},
                     {"receipt_by", ""},
                     {"receipt_signer", ""}});
    if (!session.options.json) session.printLine(timeText(change.at) + "  " + change.who.name + "  " + event->text);
  }
  if (session.options.json) session.printJson(lines);
  if (all.empty()) return fail("section.not-received", keyText(at.key));
  return 0;
}

// Prints what changed in a revision since the last one received before it. Revision 0 is the latest.
Result<int> changes(Session& session, const HistoryArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_TRY(const auto found, differencesOf(at.suite, at.key, arguments.revision));
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
  for (const auto& one : found.all) {
    lines.push_back({{"place", placeText(one.place)},
                     {"label", english ? one.englishLabel : one.label},
                     {"before", canonical(one.before, one.textBefore)},
                     {"after", canonical(one.after, one.textAfter)}});
  }
  auto imports = nlohmann::json::array();
  for (const auto& one : found.imports)
    imports.push_back({{"file", one.name}, {"digest", one.digest}, {"who", one.who.name}, {"at", timeText(one.at)}});
  if (session.options.json) {
    session.printJson({{"section", keyText(at.key)},
                       {"revision", found.after},
                       {"since", found.before},
                       {"changes", lines},
                       {"imports", imports}});
    return 0;
  }
  const auto number = [&](int of) { return of == 0 ? std::string("—") : std::to_string(of); };
  session.printText("cli.changes.heading",
                    {{"section", keyText(at.key)}, {"before", number(found.before)}, {"after", number(found.after)}});
  for (const auto& one : found.all) {
    session.printLine("  " + placeText(one.place) + "  " + (english ? one.englishLabel : one.label) + ": " +
                      shown(one, one.before, one.textBefore) + " → " + shown(one, one.after, one.textAfter));
  }
  if (found.all.empty()) session.printLine("  " + session.text("cli.changes.none"));
  for (const auto& one : found.imports) {
    session.printLine("  " + session.text("cli.changes.imported", {{"file", one.name},
                                                                   {"digest", one.digest.substr(0, 12)},
                                                                   {"who", one.who.name},
                                                                   {"at", timeText(one.at)}}));
  }
  return 0;
}

Result<int> history(Session& session, const HistoryArguments& arguments) {
  return arguments.changes->count() > 0 ? changes(session, arguments) : submissions(session, arguments);
}

Result<int> choose(Session& session, const HistoryArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_CHECK(chooseSubmission(at.suite, at.key, arguments.digest));
  session.printResult({{"section", keyText(at.key)}, {"digest", arguments.digest}}, "cli.choose.done",
                      {{"section", keyText(at.key)}, {"digest", arguments.digest}});
  return 0;
}

Result<int> discard(Session& session, const HistoryArguments& arguments) {
  CCHC_TRY(const auto at, sectionOf(session, arguments));
  CCHC_CHECK(discardSubmission(at.suite, at.key, arguments.digest, arguments.revision, arguments.reason));
  return printSectionDone(session, at.key, "cli.discard.done");
}

}  // namespace

void addHistoryCommands(CommandGroup& group) {
  const auto arguments = std::make_shared<HistoryArguments>();
  auto& historyCommand = group.addForSection("history", "cli.command.history", history, arguments);
  arguments->changes = historyCommand.add_option("--changes", arguments->revision, bothLanguages("cli.option.changes"))
                           ->expected(0, 1)
                           ->check(CLI::Range(1, 999999999));

  auto& chooseCommand = group.addForSection("choose", "cli.command.choose", choose, arguments);
  chooseCommand.add_option("--digest", arguments->digest, bothLanguages("cli.option.digest"))->required();

  auto& discardCommand = group.addForSection("discard", "cli.command.discard", discard, arguments);
  auto* digest = discardCommand.add_option("--digest", arguments->digest, bothLanguages("cli.option.digest"));
  discardCommand.add_option("--revision", arguments->revision, bothLanguages("cli.option.revision"))
      ->check(CLI::Range(1, 999999999))
      ->excludes(digest);
  discardCommand.add_option("--reason", arguments->reason)->required();
}

}  // namespace cchc::cli

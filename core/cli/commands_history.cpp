// What came in of one section, and which of two packages of one revision counts.
#include <nlohmann/json.hpp>

#include "core/app/receive/review.h"
#include "core/app/section/differences.h"
#include "core/base/vietnamese.h"
#include "core/cli/session.h"
#include "core/exchange/values/cell_value.h"

namespace cchc::cli {
namespace {

const char* stateWord(SubmissionState state, const Session& session) {
  switch (state) {
    case SubmissionState::submitted:
      return session.word("chờ xem xét", "submitted");
    case SubmissionState::accepted:
      return session.word("đã chấp nhận", "accepted");
    case SubmissionState::returned:
      return session.word("đã trả lại", "returned");
    case SubmissionState::rival:
      break;
  }
  return session.word("trùng lần gửi, chưa dùng", "same revision, not used");
}

int history(Session& session, const SectionArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  const auto all = submissionHistory(*suite, *key);
  if (!all) return session.tell(all.error());
  const auto receipts = suite->store.receipts(*key);
  if (!receipts) return session.tell(receipts.error());
  const auto receiptOf = [&](const SubmissionHeader& header) -> const Store::KeptReceipt* {
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
                     {"state", stateWord(submission.state, session)},
                     {"submitted_at", timeText(header.submittedAt)},
                     {"received_at", timeText(submission.receivedAt)},
                     {"by", header.submittedBy.name},
                     {"receipt", receipt == nullptr ? "" : timeText(receipt->at)},
                     {"receipt_by", receipt == nullptr ? "" : receipt->by},
                     {"receipt_signer", receipt == nullptr ? "" : receipt->signer}});
    if (session.options.json) continue;
    session.say(
        std::string(session.word("lần ", "rev. ")) + std::to_string(header.revision) + "  " +
        header.contentDigest.substr(0, 12) + "  " + stateWord(submission.state, session) +
        session.word("  gửi ", "  sent ") + timeText(header.submittedAt) + session.word("  nhận ", "  received ") +
        timeText(submission.receivedAt) + "  " + header.submittedBy.name +
        (receipt == nullptr
             ? ""
             : session.word("  biên nhận ", "  receipt ") + timeText(receipt->at) + " " + receipt->by +
                   (receipt->signer.empty() ? "" : session.word(", ký bởi ", ", signed by ") + receipt->signer)));
  }
  if (session.options.json)
    session.say(lines.dump(1));
  else if (all->empty())
    return session.tell(Error{"section.not-received", keyText(*key), {}});
  return 0;
}

// What changed in a revision since the last one received before it; 0: the latest.
int changes(Session& session, const SectionArguments& arguments, int revision) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  const auto found = differencesOf(*suite, *key, revision);
  if (!found) return session.tell(found.error());
  const bool english = session.language() == Language::en;
  const auto canonical = [](const std::optional<Value>& value, const std::string& text) {
    return value ? encodeValue(*value) : text;
  };
  const auto shown = [&](const SectionDifference& one, const std::optional<Value>& value, const std::string& text) {
    const auto said = one.field == nullptr       ? text
                      : !value || value->blank() ? std::string()
                                                 : cellText(*one.field, *value, session.language());
    return said.empty() ? std::string("—") : said;
  };
  auto lines = nlohmann::json::array();
  for (const auto& one : found->all) {
    lines.push_back({{"place", one.place},
                     {"label", english ? one.englishLabel : one.label},
                     {"before", canonical(one.before, one.textBefore)},
                     {"after", canonical(one.after, one.textAfter)}});
  }
  if (session.options.json) {
    session.say(nlohmann::json{
        {"section", keyText(*key)}, {"revision", found->after}, {"since", found->before}, {"changes", lines}}
                    .dump(1));
    return 0;
  }
  const auto number = [&](int of) { return of == 0 ? std::string("—") : std::to_string(of); };
  session.say(keyText(*key) + ": " + session.word("lần gửi ", "revision ") + number(found->before) + " → " +
              number(found->after));
  for (const auto& one : found->all) {
    session.say("  " + one.place + "  " + (english ? one.englishLabel : one.label) + ": " +
                shown(one, one.before, one.textBefore) + " → " + shown(one, one.after, one.textAfter));
  }
  if (found->all.empty()) session.say(session.word("  không có gì khác", "  nothing differs"));
  return 0;
}

int choose(Session& session, const SectionArguments& arguments, const std::string& digest) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  if (const auto done = chooseSubmission(*suite, *key, digest); !done) return session.tell(done.error());
  session.say(keyText(*key) + ": " + session.word("dùng bản gửi ", "uses the submission ") + digest);
  return 0;
}

}  // namespace

void addHistoryCommands(CLI::App& app, Session& session, Commands& commands) {
  struct Arguments : SectionArguments {
    std::string digest;
    int revision = 0;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* historyCommand = app.add_subcommand("history", "Các lần gửi của một phần · every submission of a section");
  addSectionArguments(*historyCommand, *arguments, true);
  auto* changesOption = historyCommand
                            ->add_option("--changes", arguments->revision,
                                         "Từng chỉ tiêu khác với lần gửi nhận được trước đó; có thể ghi số lần gửi · "
                                         "field by field since the revision before; of a revision, or the latest")
                            ->expected(0, 1)
                            ->check(CLI::Range(1, 999999999));
  commands.push_back({historyCommand, [&session, arguments, changesOption] {
                        return changesOption->count() > 0 ? changes(session, *arguments, arguments->revision)
                                                          : history(session, *arguments);
                      }});

  auto* chooseCommand = app.add_subcommand(
      "choose", "Chọn một trong hai bản gửi cùng lần · which of two packages of one revision counts");
  addSectionArguments(*chooseCommand, *arguments, true);
  chooseCommand->add_option("--digest", arguments->digest, "Mã bản gửi, xem lệnh history · from the command history")
      ->required();
  commands.push_back({chooseCommand, [&session, arguments] { return choose(session, *arguments, arguments->digest); }});
}

}  // namespace cchc::cli

// journal show, journal verify: who changed what, and whether the record of it is whole.
#include <nlohmann/json.hpp>

#include "core/app/upkeep/journal.h"
#include "core/cli/session.h"

namespace cchc::cli {
namespace {

int show(Session& session, const JournalFilter& filter) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto lines = journalLines(*suite, filter);
  if (!lines) return session.tell(lines.error());
  auto all = nlohmann::json::array();
  for (const auto& [section, entry] : *lines) {
    const auto& change = entry.change;
    if (session.options.json) {
      all.push_back({{"section", keyText(section)},
                     {"sequence", entry.sequence},
                     {"at", timeText(change.at)},
                     {"who", change.who.name},
                     {"login", change.who.login},
                     {"station", change.who.station},
                     {"place", change.place},
                     {"old", change.oldValue},
                     {"new", change.newValue},
                     {"digest", entry.digest}});
    } else {
      session.say(timeText(change.at) + "  " + change.who.name + " (" + change.who.login + ", " + change.who.station +
                  ")  " + keyText(section) + "  " + change.place + ": " +
                  (change.oldValue.empty() ? "∅" : change.oldValue) + " → " +
                  (change.newValue.empty() ? "∅" : change.newValue));
    }
  }
  if (session.options.json) session.say(all.dump(1));
  return 0;
}

int verify(Session& session) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto outcome = verifyJournals(*suite);
  if (!outcome) return session.tell(outcome.error());
  auto all = nlohmann::json::array();
  for (const auto& finding : outcome->findings) {
    if (session.options.json)
      all.push_back({{"code", finding.code},
                     {"section", keyText(finding.section)},
                     {"place", finding.place},
                     {"what", what(finding, session.language())}});
    else
      session.say(findingLine(finding, session.language()));
  }
  if (session.options.json)
    session.say(all.dump(1));
  else
    session.say(std::string(session.word("Đã kiểm tra nhật ký của ", "Verified the journals of ")) +
                std::to_string(outcome->sections) + session.word(" phần, ", " sections, ") +
                std::to_string(outcome->entries) + session.word(" mục, ", " entries, ") +
                std::to_string(outcome->submissions) + session.word(" bản gửi: ", " submissions: ") +
                (outcome->findings.empty() ? session.word("nguyên vẹn", "whole")
                                           : session.word("KHÔNG nguyên vẹn", "NOT whole")));
  return outcome->findings.empty() ? 0 : 1;
}

}  // namespace

void addJournalCommands(CLI::App& app, Session& session, Commands& commands) {
  auto* journalCommand = app.add_subcommand("journal", "Nhật ký thay đổi · the journal");
  journalCommand->require_subcommand(1);
  const auto filter = std::make_shared<JournalFilter>();
  auto* showCommand = journalCommand->add_subcommand("show", "Xem nhật ký · who changed what");
  showCommand->add_option("section", filter->definition, "Mã phần báo cáo · section, all when left out");
  showCommand->add_option("-u,--unit", filter->unit, "Đơn vị");
  showCommand->add_option("-p,--period", filter->period, "Kỳ báo cáo");
  showCommand->add_option("--field", filter->place,
                          "Chỉ tiêu, ô hoặc bảng: revenue.target, documents, documents[r1].document");
  showCommand->add_option("--since", filter->since, "Từ lúc, ví dụ 2023-08-28 hoặc 2023-08-28T09:00:00Z");
  showCommand->add_option("--until", filter->until, "Đến hết lúc");
  commands.push_back({showCommand, [&session, filter] { return show(session, *filter); }});
  auto* verifyCommand =
      journalCommand->add_subcommand("verify", "Kiểm tra nhật ký còn nguyên vẹn · whether the journal is whole");
  commands.push_back({verifyCommand, [&session] { return verify(session); }});
}

}  // namespace cchc::cli

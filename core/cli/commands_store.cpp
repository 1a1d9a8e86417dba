// backup, journal: looking after the store.
#include <nlohmann/json.hpp>

#include "core/cli/session.h"

namespace cchc::cli {
namespace {

int journal(Session& session, const SectionArguments& arguments) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  const auto key = sectionKey(*suite, arguments.section, arguments.unit, arguments.period);
  if (!key) return session.tell(key.error());
  const auto entries = suite->store.journal(*key);
  if (!entries) return session.tell(entries.error());
  auto all = nlohmann::json::array();
  for (const auto& entry : *entries) {
    const auto& change = entry.change;
    if (session.options.json) {
      all.push_back({{"sequence", entry.sequence}, {"at", timeText(change.at)}, {"who", change.who.name}, {"login", change.who.login}, {"station", change.who.station},
                     {"place", change.place}, {"old", change.oldValue}, {"new", change.newValue}, {"digest", entry.digest}});
    } else {
      session.say(timeText(change.at) + "  " + change.who.name + "  " + change.place + ": " + (change.oldValue.empty() ? "∅" : change.oldValue) + " → " +
                  (change.newValue.empty() ? "∅" : change.newValue));
    }
  }
  if (session.options.json) session.say(all.dump(1));
  return 0;
}

int backup(Session& session, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  if (const auto done = suite->store.backup(file); !done) return session.tell(done.error());
  session.say("→ " + file);
  return 0;
}

}  // namespace

void addStoreCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto arguments = std::make_shared<SectionArguments>();
  const auto file = std::make_shared<std::string>();
  auto* backupCommand = app.add_subcommand("backup", "Sao lưu kho dữ liệu, cả khi đang dùng · copy the store, while in use too");
  backupCommand->add_option("file", *file)->required();
  commands.push_back({backupCommand, [&session, file] { return backup(session, *file); }});
  auto* journalCommand = app.add_subcommand("journal", "Nhật ký thay đổi · the journal");
  journalCommand->require_subcommand(1);
  auto* showCommand = journalCommand->add_subcommand("show", "Xem nhật ký của một phần · of one section");
  addSectionArguments(*showCommand, *arguments, true);
  commands.push_back({showCommand, [&session, arguments] { return journal(session, *arguments); }});
}

}  // namespace cchc::cli

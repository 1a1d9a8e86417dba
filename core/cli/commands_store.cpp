// backup, restore: looking after the store.
#include "core/app/upkeep/backups.h"
#include "core/cli/session.h"

namespace cchc::cli {
namespace {

int backup(Session& session, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  if (const auto done = backupStore(*suite, file); !done) return session.tell(done.error());
  session.say("→ " + file);
  return 0;
}

int restore(Session& session, const std::string& file, bool replace) {
  const SystemClock clock;
  const auto kept = restoreStore(file, session.store(), replace, clock);
  if (!kept) return session.tell(kept.error());
  session.say(std::string(session.word("Đã khôi phục → ", "Restored → ")) + shownStore(session.store()));
  if (!kept->empty())
    session.say(std::string(session.word("Kho trước đó: ", "The store before it: ")) + kept->string());
  return 0;
}

}  // namespace

void addStoreCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto file = std::make_shared<std::string>();
  const auto replace = std::make_shared<bool>(false);
  auto* backupCommand =
      app.add_subcommand("backup", "Sao lưu kho dữ liệu, cả khi đang dùng · copy the store, while in use too");
  backupCommand->add_option("file", *file)->required();
  commands.push_back({backupCommand, [&session, file] { return backup(session, *file); }});
  auto* restoreCommand =
      app.add_subcommand("restore", "Khôi phục kho từ bản sao lưu, vào nơi --store ghi · make the store from a copy");
  restoreCommand->add_option("file", *file)->required();
  restoreCommand->add_flag(
      "--replace", *replace,
      "Thay kho đang có, kho đó được giữ lại bên cạnh · replace the present store, which is kept beside");
  commands.push_back({restoreCommand, [&session, file, replace] { return restore(session, *file, *replace); }});
}

}  // namespace cchc::cli

// backup, restore: the store as a whole.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/upkeep/backups.h"
#include "core/base/clock.h"
#include "core/base/store_address.h"
#include "core/cli/commands.h"

namespace cchc::cli {
namespace {

int backup(Session& session, const std::string& file) {
  auto* suite = session.suite();
  if (suite == nullptr) return 3;
  if (const auto done = backupStore(*suite, file); !done) return session.printError(done.error());
  if (session.options.json)
    session.printJson({{"file", file}});
  else
    session.printLine("→ " + file);
  return 0;
}

int restore(Session& session, const std::string& file, bool replace) {
  const SystemClock clock;
  const auto previous = restoreStore(file, session.storeAddress(), replace, clock);
  if (!previous) return session.printError(previous.error());
  if (session.options.json) {
    session.printJson({{"store", shownStore(session.storeAddress())}, {"previous", previous->string()}});
    return 0;
  }
  session.printText("cli.restore.done", {{"store", shownStore(session.storeAddress())}});
  if (!previous->empty()) session.printText("cli.restore.previous", {{"file", previous->string()}});
  return 0;
}

}  // namespace

void addStoreCommands(CLI::App& app, Session& session, Commands& commands) {
  const auto file = std::make_shared<std::string>();
  const auto replace = std::make_shared<bool>(false);
  auto* backupCommand = app.add_subcommand("backup", bothLanguages("cli.command.backup"));
  backupCommand->add_option("file", *file)->required();
  commands.push_back({backupCommand, [&session, file] { return backup(session, *file); }});
  auto* restoreCommand = app.add_subcommand("restore", bothLanguages("cli.command.restore"));
  restoreCommand->add_option("file", *file)->required();
  restoreCommand->add_flag("--replace", *replace, bothLanguages("cli.option.replace-store"));
  commands.push_back({restoreCommand, [&session, file, replace] { return restore(session, *file, *replace); }});
}

}  // namespace cchc::cli

// backup, restore: the store as a whole.
#include <memory>
#include <nlohmann/json.hpp>

#include "core/app/upkeep/backups.h"
#include "core/base/clock.h"
#include "core/base/store_address.h"
#include "core/cli/commands.h"

namespace cchc::cli {
namespace {

Result<int> backup(Session& session, const std::string& file) {
  CCHC_TRY(auto* suite, session.suite());
  CCHC_CHECK(backupStore(*suite, file));
  if (session.options.json)
    session.printJson({{"file", file}});
  else
    session.printLine("→ " + file);
  return 0;
}

Result<int> restore(Session& session, const std::string& file, bool replace) {
  const SystemClock clock;
  CCHC_TRY(const auto previous, restoreStore(file, session.storeAddress(), replace, clock));
  if (session.options.json) {
    session.printJson({{"store", shownStore(session.storeAddress())}, {"previous", previous.string()}});
    return 0;
  }
  session.printText("cli.restore.done", {{"store", shownStore(session.storeAddress())}});
  if (!previous.empty()) session.printText("cli.restore.previous", {{"file", previous.string()}});
  return 0;
}

}  // namespace

void addStoreCommands(CommandGroup& group) {
  auto& session = group.session();
  const auto file = std::make_shared<std::string>();
  const auto replace = std::make_shared<bool>(false);
  group.add("backup", "cli.command.backup", backup, file).add_option("file", *file)->required();
  auto& restoreCommand = group.add("restore", "cli.command.restore",
                                   [&session, file, replace] { return restore(session, *file, *replace); });
  restoreCommand.add_option("file", *file)->required();
  restoreCommand.add_flag("--replace", *replace, bothLanguages("cli.option.replace-store"));
}

}  // namespace cchc::cli

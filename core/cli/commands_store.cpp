// backup, restore: the store as a whole.
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/app/receive/rebuild.h"
#include "core/app/upkeep/backups.h"
#include "core/base/clock.h"
#include "core/base/store_address.h"
#include "core/cli/commands.h"
#include "core/cli/received_lines.h"

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

struct RestoreArguments {
  std::string file;
  std::vector<std::string> packages;
  bool replace = false;
};

// A unit that has no copy of its store, or an older one, gets back what it sent.
Result<int> restorePackages(Session& session, const std::vector<std::string>& paths) {
  CCHC_TRY(auto* suite, session.suite());
  ReceivedLines lines(session);
  CCHC_CHECK(rebuildFromPackages(*suite, {paths.begin(), paths.end()}, 0,
                                 [&](const ReceivedFile& file) { lines.report(file); }));
  return lines.printSummary();
}

Result<int> restore(Session& session, const RestoreArguments& arguments) {
  if (arguments.file.empty() == arguments.packages.empty())
    return fail("restore.what", "cchc restore", {}, ErrorKind::usage);
  if (!arguments.packages.empty()) return restorePackages(session, arguments.packages);
  const SystemClock clock;
  CCHC_TRY(const auto address, session.storeAddress());
  CCHC_TRY(const auto previous, restoreStore(arguments.file, address, arguments.replace, clock));
  if (session.options.json) {
    session.printJson({{"store", shownStore(address)}, {"previous", previous.string()}});
    return 0;
  }
  session.printText("cli.restore.done", {{"store", shownStore(address)}});
  if (!previous.empty()) session.printText("cli.restore.previous", {{"file", previous.string()}});
  session.printText("cli.restore.next");
  return 0;
}

}  // namespace

void addStoreCommands(CommandGroup& group) {
  const auto file = std::make_shared<std::string>();
  group.add("backup", "cli.command.backup", backup, file).add_option("file", *file)->required();
  const auto arguments = std::make_shared<RestoreArguments>();
  auto& restoreCommand = group.add("restore", "cli.command.restore", restore, arguments);
  auto* copy = restoreCommand.add_option("file", arguments->file);
  auto* replace = restoreCommand.add_flag("--replace", arguments->replace, bothLanguages("cli.option.replace-store"));
  restoreCommand.add_option("--from-packages", arguments->packages, bothLanguages("cli.option.from-packages"))
      ->excludes(copy)
      ->excludes(replace);
}

}  // namespace cchc::cli

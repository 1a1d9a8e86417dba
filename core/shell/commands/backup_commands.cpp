#include "core/shell/commands/backup_commands.h"

#include <wx/dirdlg.h>
#include <wx/frame.h>

#include <string>

#include "core/app/suite/suite_work.h"
#include "core/app/upkeep/backups.h"
#include "core/base/store_address.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

BackupCommands::BackupCommands(const FrameContext& context) : context_(context), daily_(context.workspace) {
  daily_.showError = [this](const Error& error) { context_.notices.showError(error); };
}

void BackupCommands::backup() {
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  const bool shared = isSharedStore(workspace.settings.store);
  const std::string ending = shared ? "dump" : "sqlite";
  const auto target = askForFile(&context_.window, words, workspace.settings.store,
                                 {words("backup.title"),
                                  "cchc-" + workspace.today().toText() + "." + ending,
                                  {{shared ? "PostgreSQL" : "SQLite", ending}}});
  if (!target) return;
  const auto file = target->path.string();
  const bool started = context_.task.start(
      onSuite(workspace.suite().options,
              [target = *target](SuiteWork& work) -> Status {
                CCHC_CHECK(checkStillFree(target));
                return backupStore(work.suite, target.path.string(), true);
              }),
      [this, &workspace, file, shared, words](const Status& done) {
        if (!done) return context_.notices.showError(done.error());
        workspace.log().note("backup", file);
        context_.showNote(words(shared ? "backup.done-shared" : "backup.done-local", {{"file", file}}));
      });
  if (!started) context_.showNote(words("task.still-running"));
}

void BackupCommands::chooseDailyFolder() {
  auto& workspace = context_.workspace;
  const auto words = workspace.words();
  auto& settings = workspace.settings;
  wxDirDialog dialog(&context_.window, wx(words("backup.daily-title")), wx(settings.backupFolder));
  if (dialog.ShowModal() != wxID_OK) return;
  settings.backupFolder = utf8(dialog.GetPath());
  workspace.saveSettings();
  daily_.makeDueCopies();
  context_.showNote(words("backup.daily-chosen", {{"folder", settings.backupFolder}}));
}

}  // namespace cchc::shell

// Makes the day's copies while the window stays open: the store's own copy, and one on the drive that the user chose,
// which survives a reinstallation of the system.
#pragma once
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/app/upkeep/backups.h"
#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class DailyBackup {
 public:
  // From now on, checks every ten minutes what is due.
  explicit DailyBackup(Workspace& workspace);
  std::function<void(const Error&)> showError;
  void makeDueCopies();  // makes what is due now, on a thread

 private:
  Workspace& workspace_;
  Task task_{workspace_.tasks()};
  wxTimer timer_;
  std::shared_ptr<DailyCopies> copies_ = std::make_shared<DailyCopies>();
  std::string shownFault_;  // code of the last error shown for the other drive; empty if there is none
};

// Makes the day's copy in `folder`: "cchc-2023-08-28.sqlite". Does nothing if it already exists. Errors:
//   backup.drive-absent   the folder does not exist
//   and those of backupStore
Status copyToFolder(Suite& suite, const std::filesystem::path& folder, const Date& today);

}  // namespace cchc::shell

// The day's copies while the window stays open: the store's own, and one on the drive that a person chose, so that a
// reinstalled Windows takes nothing away.
#pragma once
#include <wx/timer.h>

#include <functional>
#include <memory>

#include "core/app/upkeep/backups.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class DailyBackup {
 public:
  explicit DailyBackup(Workspace& workspace);
  std::function<void(const Error&)> tellError;
  void look();  // makes what is due, beside the window

 private:
  Workspace& workspace_;
  Background background_;
  wxTimer timer_;
  std::shared_ptr<DailyCopies> copies_ = std::make_shared<DailyCopies>();
  std::string told_;  // the fault of the other drive that was told
};

// The day's copy in `folder`: "cchc-2023-08-28.sqlite". Nothing to do where it is there. Errors as backupStore;
// file.write where the drive is not there.
Status copyToFolder(Suite& suite, const std::filesystem::path& folder, const Date& today);

}  // namespace cchc::shell

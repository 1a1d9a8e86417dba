// Scans the office's inbox folder every few seconds, on a thread (app/receive/inbox_watch.h), so that packages that
// arrive by mail, USB stick or network are received while the user works.
#pragma once
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "core/app/receive/inbox_watch.h"
#include "core/base/threads/task.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class InboxTimer {
 public:
  explicit InboxTimer(Workspace& workspace);
  // Called when files were received, when there is a new fault with the folder, and when a fault has cleared.
  std::function<void(const InboxScan&)> scanned;

  // Scans this folder from now on; an empty path stops that. A running scan ends first.
  void watch(const std::filesystem::path& folder);
  const std::filesystem::path& folder() const { return folder_; }
  void scan();  // does nothing while a scan is running

 private:
  Workspace& workspace_;
  Task task_{workspace_.tasks()};
  wxTimer timer_;
  std::filesystem::path folder_;
  std::shared_ptr<InboxWatch> inbox_;
};

}  // namespace cchc::shell

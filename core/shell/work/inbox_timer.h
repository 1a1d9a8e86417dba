// The office's inbox folder, looked at every few seconds beside the window (app/inbox_watch.h): what arrives by mail,
// stick or network is taken in while one works.
#pragma once
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "core/app/receive/inbox_watch.h"
#include "core/shell/frame/workspace.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class InboxTimer {
 public:
  explicit InboxTimer(Workspace& workspace);
  std::function<void(const InboxLook&)> looked;  // something was found, went wrong, or is right again

  // Empty: looks no more. A look that is going on ends first.
  void watch(const std::filesystem::path& folder);
  const std::filesystem::path& folder() const { return folder_; }
  void look();

 private:
  Workspace& workspace_;
  Background background_;
  wxTimer timer_;
  std::filesystem::path folder_;
  std::shared_ptr<InboxWatch> inbox_;
};

}  // namespace cchc::shell

// One window per settings file: a second start hands its files over to the running window and ends.
#pragma once
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/platform.h"

namespace cchc::shell {

class SingleInstance {
 public:
  explicit SingleInstance(const std::filesystem::path& settingsFile);

  bool another() const { return lock_ && !lock_->held(); }
  // Asks the running window to come to the front and open these files. Returns false if the request could not be
  // written, or if the window does not take it within some seconds: somebody who starts the program sees a window.
  bool handOver(const std::vector<std::string>& files) const;
  // Calls `requested` for each request, on the window's thread. A request that already exists is discarded: it was left
  // by a window that was killed.
  void listen(std::function<void(const std::vector<std::string>& files)> requested);

 private:
  void readRequest();

  std::filesystem::path request_;  // the file with a request: one path per line
  // The system releases it when a process ends in whatever way, also when it is killed or the power fails.
  Result<platform::FileLock> lock_;
  wxTimer timer_;
  std::function<void(const std::vector<std::string>& files)> requested_;
};

}  // namespace cchc::shell

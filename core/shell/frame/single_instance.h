// One window for each settings file: a second start hands its files over to the first and ends.
#pragma once
#include <wx/app.h>
#include <wx/snglinst.h>
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace cchc::shell {

class SingleInstance {
 public:
  explicit SingleInstance(const std::filesystem::path& settingsFile);

  bool another() const { return checker_.IsAnotherRunning(); }
  // Asks the running window to come forward and take these files. False where the request could not be left.
  bool handOver(const std::vector<std::string>& files) const;
  // Calls `come` for each request, on the thread of the window. A request that nobody took (the window was killed) is
  // dropped at the start.
  void listen(std::function<void(const std::vector<std::string>&)> come);

 private:
  void look();

  std::filesystem::path request_;
  wxSingleInstanceChecker checker_;
  wxTimer timer_;
  std::function<void(const std::vector<std::string>&)> come_;
};

}  // namespace cchc::shell

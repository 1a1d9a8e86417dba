// Work beside the window: on a thread and a suite of its own, so that the window never waits for it. Told on the window's thread; may be cancelled.
#pragma once
#include <wx/event.h>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

#include "core/app/suite.h"

namespace cchc::shell {

class Background {
 public:
  explicit Background(wxEvtHandler& window) : window_(window) {}
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  struct Work {
    Suite& suite;
    const std::atomic<bool>& cancelled;
    std::function<void(const std::string& what)> progress;  // may be called from the thread
  };
  // One at a time: false while another runs. `finished` is told on the window's thread, also when it was cancelled.
  bool start(SuiteOptions options, std::function<Status(Work&)> work, std::function<void(const std::string&)> progress, std::function<void(Status)> finished);
  bool running() const { return running_; }
  void cancel() { cancelled_ = true; }

 private:
  wxEvtHandler& window_;
  std::thread thread_;
  std::atomic<bool> cancelled_ = false;
  bool running_ = false;
  // Outlives neither window nor thread: calls that come late find it gone.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace cchc::shell

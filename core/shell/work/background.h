// Work beside the window: on a thread and a suite of its own, so that the window never waits for it. Told on the
// window's thread; may be cancelled.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "core/app/suite/suite.h"
#include "core/app/suite/watch.h"
#include "core/shell/work/threads.h"

namespace cchc::shell {

class Background {
 public:
  Background() = default;
  ~Background();  // asks the work to stop, and waits for it (patienceFor)
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  struct Work {
    Suite& suite;
    const std::atomic<bool>& cancelled;  // lives as long as the work
    Watch watch;  // for use cases that ask whether to go on: tells `counted`, stops when cancelled
  };
  // One at a time: false while another runs. `finished` is told on the window's thread, also when it was cancelled.
  bool start(SuiteOptions options, std::function<Status(Work&)> work, std::function<void(Status)> finished);
  bool running() const { return running_; }
  void cancel() { *cancelled_ = true; }

  // For who shows that work is going on. `all` is 0 where nobody knows how much there is.
  std::function<void(bool running)> changed;
  std::function<void(std::size_t done, std::size_t all)> counted;

 private:
  std::shared_future<void> over_;
  std::chrono::milliseconds patience_{};
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
  bool running_ = false;
  // Outlives neither window nor thread: calls that come late find it gone.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

// A question asked beside the window, such as what a list shows. Asked again before the answer came, only the last
// question is answered.
class Inquiry {
 public:
  void ask(SuiteOptions options, std::function<Status(Background::Work&)> work, std::function<void(Status)> answered);
  bool asking() const { return background_.running(); }
  void forget();  // whatever was asked is not answered any more

 private:
  struct Question {
    SuiteOptions options;
    std::function<Status(Background::Work&)> work;
    std::function<void(Status)> answered;
  };
  void begin(Question question);

  Background background_;
  std::optional<Question> next_;
  bool forgotten_ = false;
};

}  // namespace cchc::shell

// Work on a thread with a suite of its own, so that the window never waits for the store.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <future>
#include <memory>
#include <optional>

#include "core/app/suite/progress.h"
#include "core/app/suite/suite.h"

namespace cchc::shell {

// Runs one piece of work at a time. All members are used on the window's thread, and the callbacks are called there.
class Background {
 public:
  Background() = default;
  ~Background();  // asks the work to stop and waits for it (patienceFor)
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  struct Work {
    Suite& suite;
    const std::atomic<bool>& cancelled;  // lives as long as the work
    ProgressCallback watch;  // for use cases that ask whether to go on: calls `progress`, and stops them when cancelled
  };
  // Starts `work` on a thread. `finished` gets its result on the window's thread, also when it was cancelled. Returns
  // false, and does nothing, while other work runs.
  // Errors of `finished`:
  //   work.cancelled   it was cancelled before it began
  //   and those of openSuite and of the work itself
  bool start(SuiteOptions options, std::function<Status(Work&)> work, std::function<void(Status)> finished);
  bool running() const { return running_; }
  void cancel() { *cancelled_ = true; }

  // For a view that shows that work is going on. `all` is 0 where the amount is not known.
  std::function<void(bool running)> runningChanged;
  std::function<void(std::size_t done, std::size_t all)> progress;

 private:
  std::shared_future<void> over_;
  std::chrono::milliseconds patience_{};
  std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
  bool running_ = false;
  // Set to false on destruction; late callbacks check it.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

// A question to the store, such as what a list shows. When it is asked again before the answer came, only the last
// question is answered.
class Inquiry {
 public:
  void ask(SuiteOptions options, std::function<Status(Background::Work&)> work, std::function<void(Status)> answered);
  bool asking() const { return background_.running(); }
  void cancel();  // the question that was asked is not answered any more

 private:
  struct Question {
    SuiteOptions options;
    std::function<Status(Background::Work&)> work;
    std::function<void(Status)> answered;
  };
  void begin(Question question);

  Background background_;
  std::optional<Question> next_;
  bool cancelled_ = false;
};

}  // namespace cchc::shell

// Work on a thread that has its own suite, so that the window never waits for the store.
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
  ~Background();  // asks the work to stop and waits for it (at most patienceFor)
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  struct Work {
    Suite& suite;
    const std::atomic<bool>& cancelled;  // lives as long as the work
    ProgressCallback watch;              // to pass to use cases: calls `progress`, and returns false when cancelled
  };
  // Starts `work` on a thread. `finished` gets its result on the window's thread, even if it was cancelled. Returns
  // false, and does nothing, while other work is running.
  // Errors of `finished`:
  //   work.cancelled   it was cancelled before it began
  //   and those of openSuite and of the work itself
  bool start(SuiteOptions options, std::function<Status(Work&)> work, std::function<void(Status)> finished);
  bool running() const { return running_; }
  void cancel() { *cancelled_ = true; }

  // For a view that shows the progress. `all` is 0 if the amount is not known.
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

// A query to the store, such as the content of a list. If it is made again before the result has arrived, only the last
// query gets its result.
class Inquiry {
 public:
  void ask(SuiteOptions options, std::function<Status(Background::Work&)> work, std::function<void(Status)> answered);
  bool asking() const { return background_.running(); }
  void cancel();  // the pending query gets no result

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

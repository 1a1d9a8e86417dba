// Work on a thread, and then its outcome on the thread of its owner (in the desktop program, the window's thread).
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/base/result.h"

namespace cchc {

// What all tasks of a program share: the way back to the owners' thread, the log, and the running threads.
class Tasks {
 public:
  struct Host {
    // Calls a function later on the owners' thread, in the order of the calls. Used from any thread. If it is empty,
    // outcomes arrive only through Task::finishWithin.
    std::function<void(std::function<void()>)> post;
    // Writes the text of an exception to the log. Used from any thread. May be empty.
    std::function<void(std::string_view text)> logException;
    std::string logFile;  // the log's name, for the message
  };
  // The functions of `host` are used until `close` has returned true.
  explicit Tasks(Host host);
  ~Tasks();
  Tasks(const Tasks&) = delete;
  Tasks& operator=(const Tasks&) = delete;

  // Asks all work to stop, and waits until every thread has ended: at most for `patience`, and for work that uses a
  // server at most for `forServers`. Returns false if threads are still running. Tasks may be started again afterwards.
  bool close(std::chrono::milliseconds patience, std::chrono::milliseconds forServers);

 private:
  friend class Task;
  friend class Work;
  struct State;
  std::shared_ptr<State> state_;
};

class Task;

// What work has while it runs. Used only on the thread of the work.
class Work {
 public:
  // True if the owner asked the work to stop, or no longer needs the outcome. Long work asks often, and then returns an
  // error work.cancelled.
  bool stopped() const { return stop_.stop_requested(); }
  // The work waits for a server from now on, which may never answer: Tasks::close leaves it behind after a while.
  void usesServer();
  // For waiting that a stop must end.
  const std::stop_token& stop() const { return stop_; }
  // Reports progress to the owner, which sees it only as often as the eye can follow. `all` is 0 if the amount is not
  // known. Returns false once the work has to stop.
  bool watch(std::size_t done, std::size_t all);
  // Calls a function on the owner's thread, before the outcome arrives there, in the order of the calls. It is not
  // called if the owner no longer needs the outcome by then.
  void tell(std::function<void()> call);

 private:
  friend class Task;
  struct Run;
  explicit Work(std::shared_ptr<Run> run);
  void tellOwner(std::function<void(Task&)> call);

  std::shared_ptr<Run> run_;
  std::stop_token stop_;
  std::optional<std::chrono::steady_clock::time_point> shown_;
};

// One place for work of an owner: at most one piece of work at a time, whose outcome arrives on the owner's thread. All
// members are used on that thread, and all callbacks are called there.
//
// The work is a function of Work& that returns a Result (or a Status), and `then` takes that Result. Both are copied.
// The work must own everything that it uses, since it may outlive this object. If it throws, the exception is logged,
// and `then` gets
//   app.internal-logged   with the text of the exception and the name of the log
//
// Destroying a task asks its work to stop, discards the outcome, and does not wait.
class Task {
 public:
  explicit Task(Tasks& tasks) : tasks_(tasks.state_) {}
  ~Task();
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;

  // Starts `work` on a thread. Returns false, and does nothing, while other work is running.
  template <class Do, class Then>
  bool start(Do work, Then then) {
    return startPlan(planOf(std::move(work), std::move(then)));
  }
  // Like start, but the newest question wins: work that is running is asked to stop, its `then` is not called, and this
  // work begins when it has ended. If several questions wait, only the last is begun.
  template <class Do, class Then>
  void ask(Do work, Then then) {
    askPlan(planOf(std::move(work), std::move(then)));
  }
  // Asks the work to stop. Its `then` is called with what it returns.
  void stop();
  // Asks the work to stop, and its `then` is not called. `start` begins other work at once, even if the thread is still
  // running; `ask` waits for its end.
  void discard();
  // True while an outcome is awaited.
  bool running() const;
  // Waits for the work, at most for `patience`, and then calls `then`, which must not destroy this task, without the
  // way through Host::post. Returns true if no outcome is awaited any more.
  bool finishWithin(std::chrono::milliseconds patience);

  // For a view that shows the progress. `progress` gets `all` 0 if the amount is not known. They must not destroy the
  // task.
  std::function<void(bool running)> runningChanged;
  std::function<void(std::size_t done, std::size_t all)> progress;

 private:
  friend class Work;
  using Run = Work::Run;
  struct Plan {
    std::function<void(Work&)> work;
    std::function<void(const Error* thrown)> then;
  };
  template <class Do, class Then>
  static Plan planOf(Do work, Then then) {
    using Outcome = std::invoke_result_t<Do&, Work&>;
    const auto outcome = std::make_shared<std::optional<Outcome>>();
    return {[outcome, work = std::move(work)](Work& own) mutable { outcome->emplace(work(own)); },
            [outcome, then = std::move(then)](const Error* thrown) mutable {
              then(thrown != nullptr ? Outcome(fail(*thrown)) : std::move(**outcome));
            }};
  }
  bool startPlan(Plan plan);
  void askPlan(Plan plan);
  void begin(Plan plan, bool stopped = false);
  void ended(Run& run);
  static void execute(const std::shared_ptr<Run>& run, std::function<void(Work&)> work);
  static void deliver(const std::shared_ptr<Run>& run);
  void notifyRunning(bool running);

  std::shared_ptr<Tasks::State> tasks_;
  std::shared_ptr<Run> current_;  // its outcome is awaited, or was discarded while the thread was running
  std::optional<Plan> next_;
  bool stopNext_ = false;
};

}  // namespace cchc

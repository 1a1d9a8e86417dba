// One piece of work that runs on a thread and needs no suite: reading a file, a dry run, connecting to a server,
// signing. The work owns everything that it uses, so this object may be destroyed before the work ends.
#pragma once
#include <atomic>
#include <functional>
#include <memory>

namespace cchc::shell {

class AsyncTask {
 public:
  AsyncTask() = default;
  ~AsyncTask() { stop(); }
  AsyncTask(const AsyncTask&) = delete;
  AsyncTask& operator=(const AsyncTask&) = delete;

  using Finish = std::function<void()>;
  // Runs `work` on a thread. The function that it returns is called on the window's thread, unless newer work was
  // started, `stop` was called or this object was destroyed. May be called while other work runs; that work is then
  // stopped.
  void start(std::function<Finish(const std::atomic<bool>& stopped)> work);
  // Asks the work to stop, and discards its result. Does not wait.
  void stop();
  bool running() const { return present_ != nullptr; }

 private:
  struct Task;
  std::shared_ptr<Task> present_;
};

}  // namespace cchc::shell

// Work beside the window that needs no suite: reading a file, a dry run, reaching a server, signing. Work owns all that
// it uses, so that whoever asked for it may go before it ends.
#pragma once
#include <atomic>
#include <functional>
#include <memory>

namespace cchc::shell {

class Aside {
 public:
  Aside() = default;
  ~Aside() { stop(); }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  using Finish = std::function<void()>;
  // Runs `work` on a thread; what it answers is called on the window's thread, unless something newer was begun, `stop`
  // was called or this is gone.
  void start(std::function<Finish(const std::atomic<bool>& stopped)> work);
  void stop();
  bool running() const { return present_ != nullptr; }

 private:
  struct Task;
  std::shared_ptr<Task> present_;
};

}  // namespace cchc::shell

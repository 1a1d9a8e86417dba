#include "core/shell/work/threads.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "core/base/store_address.h"

namespace cchc::shell {
namespace {

struct Count {
  std::mutex mutex;
  std::condition_variable none;
  int running = 0;
};
Count& count() {
  static Count counted;
  return counted;
}

}  // namespace

std::shared_future<void> runOnThread(std::function<void()> work) {
  const auto over = std::make_shared<std::promise<void>>();
  auto ready = over->get_future().share();
  {
    const std::lock_guard lock(count().mutex);
    ++count().running;
  }
  std::thread([over, work = std::move(work)]() mutable {
    work();
    work = nullptr;
    over->set_value();
    const std::lock_guard lock(count().mutex);
    if (--count().running == 0) count().none.notify_all();
  }).detach();
  return ready;
}

bool waitForAllThreads(std::chrono::milliseconds patience) {
  std::unique_lock lock(count().mutex);
  return count().none.wait_for(lock, patience, [] { return count().running == 0; });
}

std::chrono::milliseconds patienceFor(const std::string& store) {
  using namespace std::chrono_literals;
  return isSharedStore(store) ? std::chrono::milliseconds(3s) : std::chrono::milliseconds(1h);
}

}  // namespace cchc::shell

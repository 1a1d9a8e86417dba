#include "core/shell/aside.h"

#include <wx/app.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace cchc::shell {

struct Aside::Task {
  std::atomic<bool> stopped = false;
  Aside* owner = nullptr;  // looked at on the window's thread alone; none once nobody waits
};

namespace {

// How many threads run: the program must not end under them.
struct Threads {
  std::mutex mutex;
  std::condition_variable none;
  int count = 0;
};
Threads& threads() {
  static Threads counted;
  return counted;
}

}  // namespace

void Aside::start(std::function<Finish(const std::atomic<bool>&)> work) {
  stop();
  auto task = std::make_shared<Task>();
  task->owner = this;
  present_ = task;
  {
    const std::lock_guard lock(threads().mutex);
    ++threads().count;
  }
  std::thread([task, work = std::move(work)]() mutable {
    auto finish = work(task->stopped);
    work = nullptr;
    if (wxTheApp != nullptr && !task->stopped) {
      wxTheApp->CallAfter([task, finish = std::move(finish)] {
        if (task->owner == nullptr) return;
        task->owner->present_.reset();
        task->owner = nullptr;
        if (finish) finish();
      });
    }
    const std::lock_guard lock(threads().mutex);
    if (--threads().count == 0) threads().none.notify_all();
  }).detach();
}

void Aside::stop() {
  if (!present_) return;
  present_->stopped = true;
  present_->owner = nullptr;
  present_.reset();
}

void Aside::waitForAll() {
  std::unique_lock lock(threads().mutex);
  threads().none.wait(lock, [] { return threads().count == 0; });
}

}  // namespace cchc::shell

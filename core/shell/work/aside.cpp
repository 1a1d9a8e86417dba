#include "core/shell/work/aside.h"

#include <wx/app.h>

#include "core/shell/work/threads.h"

namespace cchc::shell {

struct Aside::Task {
  std::atomic<bool> stopped = false;
  Aside* owner = nullptr;  // looked at on the window's thread alone; none once nobody waits
};

void Aside::start(std::function<Finish(const std::atomic<bool>&)> work) {
  stop();
  auto task = std::make_shared<Task>();
  task->owner = this;
  present_ = task;
  runBeside([task, work = std::move(work)]() mutable {
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
  });
}

void Aside::stop() {
  if (!present_) return;
  present_->stopped = true;
  present_->owner = nullptr;
  present_.reset();
}

}  // namespace cchc::shell

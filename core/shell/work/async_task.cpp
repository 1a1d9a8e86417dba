#include "core/shell/work/async_task.h"

#include <wx/app.h>

#include <utility>

#include "core/shell/work/threads.h"

namespace cchc::shell {

struct AsyncTask::Task {
  std::atomic<bool> stopped = false;
  AsyncTask* owner = nullptr;  // used only on the window's thread; nullptr once nobody wants the result
};

void AsyncTask::start(std::function<Finish(const std::atomic<bool>&)> work) {
  stop();
  auto task = std::make_shared<Task>();
  task->owner = this;
  present_ = task;
  runOnThread([task, work = std::move(work)]() mutable {
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

void AsyncTask::stop() {
  if (!present_) return;
  present_->stopped = true;
  present_->owner = nullptr;
  present_.reset();
}

}  // namespace cchc::shell

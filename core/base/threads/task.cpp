#include "core/base/threads/task.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <system_error>
#include <thread>

#include "core/base/threads/exception_text.h"

namespace cchc {

namespace {

constexpr std::chrono::milliseconds progressInterval{100};

}  // namespace

struct Tasks::State {
  Host host;
  std::mutex mutex;
  std::condition_variable ended;
  struct Running {
    std::stop_source stop;
    bool usesServer = false;
  };
  std::list<Running> running;

  Error thrown() const {
    const auto text = currentExceptionText();
    try {
      if (host.logException) host.logException(text);
    } catch (...) {  // the message still has the text
    }
    return {"app.internal-logged", "", {{"detail", text}, {"log", host.logFile}}, ErrorKind::failure};
  }
};

// One piece of work. The thread and the owner share it.
struct Work::Run {
  std::stop_source stop;
  std::shared_ptr<Tasks::State> tasks;
  std::list<Tasks::State::Running>::iterator entry;  // guarded by the mutex of `tasks`

  void post(std::function<void()> call) const {
    if (tasks->host.post) tasks->host.post(std::move(call));
  }
  void leave() const {
    const std::lock_guard lock(tasks->mutex);
    tasks->running.erase(entry);
    tasks->ended.notify_all();
  }

  // Guarded by the mutex.
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::function<void(Task&)>> calls;  // for the owner, before the outcome
  bool over = false;
  std::optional<Error> thrown;

  // Used on the owner's thread alone. `owner` is nullptr once the task was destroyed, has the outcome, or began other
  // work.
  Task* owner = nullptr;
  bool wanted = true;
  std::function<void(const Error* thrown)> then;
};

Tasks::Tasks(Host host) : state_(std::make_shared<State>()) { state_->host = std::move(host); }

Tasks::~Tasks() = default;

bool Tasks::close(std::chrono::milliseconds patience, std::chrono::milliseconds forServers) {
  const auto until = std::chrono::steady_clock::now() + patience;
  std::unique_lock lock(state_->mutex);
  auto& running = state_->running;
  for (auto& each : running) each.stop.request_stop();
  state_->ended.wait_for(lock, std::min(patience, forServers), [&] { return running.empty(); });
  state_->ended.wait_until(lock, until, [&] {
    return std::all_of(running.begin(), running.end(), [](const State::Running& each) { return each.usesServer; });
  });
  return running.empty();
}

Work::Work(std::shared_ptr<Run> run) : run_(std::move(run)), stop_(run_->stop.get_token()) {}

void Work::usesServer() {
  const std::lock_guard lock(run_->tasks->mutex);
  run_->entry->usesServer = true;
  run_->tasks->ended.notify_all();
}

void Work::tellOwner(std::function<void(Task&)> call) {
  {
    const std::lock_guard lock(run_->mutex);
    run_->calls.push_back(std::move(call));
  }
  run_->post([run = run_] { Task::deliver(run); });
}

bool Work::watch(std::size_t done, std::size_t all) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - *shown_ > progressInterval) {
    shown_ = now;
    tellOwner([done, all](Task& owner) {
      if (owner.progress) owner.progress(done, all);
    });
  }
  return !stopped();
}

void Work::tell(std::function<void()> call) {
  tellOwner([call = std::move(call)](Task&) { call(); });
}

Task::~Task() {
  next_.reset();
  if (!current_) return;
  current_->stop.request_stop();
  current_->owner = nullptr;
  current_->then = nullptr;
}

bool Task::running() const { return next_ || (current_ && current_->wanted); }

void Task::notifyRunning(bool running) {
  if (runningChanged) runningChanged(running);
}

bool Task::startPlan(Plan plan) {
  if (running()) return false;
  begin(std::move(plan));
  notifyRunning(true);
  return true;
}

void Task::askPlan(Plan plan) {
  const bool before = running();
  if (current_) {
    current_->stop.request_stop();
    current_->wanted = false;
    current_->then = nullptr;
    next_ = std::move(plan);
    stopNext_ = false;
  } else {
    begin(std::move(plan));
  }
  if (!before) notifyRunning(true);
}

void Task::stop() {
  if (next_) stopNext_ = true;
  if (current_ && current_->wanted) current_->stop.request_stop();
}

void Task::discard() {
  if (!running()) return;
  next_.reset();
  current_->stop.request_stop();
  current_->wanted = false;
  current_->then = nullptr;
  notifyRunning(false);
}

bool Task::finishWithin(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (running()) {
    const auto run = current_;
    {
      std::unique_lock lock(run->mutex);
      if (!run->changed.wait_until(lock, until, [&] { return run->over; })) return false;
    }
    deliver(run);
  }
  return true;
}

void Task::begin(Plan plan, bool stopped) {
  if (current_) current_->owner = nullptr;
  current_ = std::make_shared<Run>();
  const auto run = current_;
  run->tasks = tasks_;
  run->owner = this;
  if (stopped) run->stop.request_stop();
  run->then = std::move(plan.then);
  {
    const std::lock_guard lock(tasks_->mutex);
    run->entry = tasks_->running.insert(tasks_->running.end(), {run->stop});
  }
  try {
    std::thread([run = run, work = std::move(plan.work)]() mutable {
      execute(run, std::move(work));
      run->leave();
    }).detach();
  } catch (const std::system_error&) {  // the system has no more threads
    {
      const std::lock_guard lock(run->mutex);
      run->thrown = tasks_->thrown();
      run->over = true;
    }
    run->leave();
    run->post([run] { deliver(run); });
  }
}

// Nothing that the work does may end the program, and nothing that it captured may outlive this function, except for
// the outcome.
void Task::execute(const std::shared_ptr<Run>& run, std::function<void(Work&)> work) {
  std::optional<Error> thrown;
  try {
    Work own(run);
    work(own);
  } catch (...) {
    thrown = run->tasks->thrown();
  }
  work = nullptr;
  {
    const std::lock_guard lock(run->mutex);
    run->thrown = std::move(thrown);
    run->over = true;
  }
  run->changed.notify_all();
  try {
    run->post([run] { deliver(run); });
  } catch (...) {  // there is no memory: the outcome is lost, the program lives
    static_cast<void>(run->tasks->thrown());
  }
}

// Called on the owner's thread, once for each post and by finishWithin, so there may be nothing left to deliver. A call
// may destroy the task, or handle further events; the caller holds the run.
void Task::deliver(const std::shared_ptr<Run>& run) {
  while (run->owner != nullptr) {
    std::function<void(Task&)> call;
    bool over = false;
    {
      const std::lock_guard lock(run->mutex);
      if (!run->calls.empty()) {
        call = std::move(run->calls.front());
        run->calls.pop_front();
      }
      over = run->over;
    }
    if (call) {
      if (run->wanted) call(*run->owner);
      continue;
    }
    if (over) run->owner->ended(*run);
    return;
  }
}

void Task::ended(Run& run) {
  const auto then = std::exchange(run.then, nullptr);
  const bool wanted = run.wanted;
  const auto thrown = run.thrown;
  run.owner = nullptr;
  current_.reset();
  if (next_) {
    auto next = std::move(*next_);
    next_.reset();
    return begin(std::move(next), stopNext_);
  }
  if (!wanted) return;
  notifyRunning(false);
  if (then) then(thrown ? &*thrown : nullptr);
}

}  // namespace cchc

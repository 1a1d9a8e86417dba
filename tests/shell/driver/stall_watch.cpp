#include "tests/shell/driver/stall_watch.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include "core/base/platform.h"

namespace cchc::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t told = 16'000,
                       most = 50'000;  // µs: one frame of the screen, and the longest that the window may take

std::int64_t since(Clock::time_point from) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - from).count();
}

// Asks with the priority of a click: GTK handles it before it lays out or paints, and long before it is idle.
void ask(std::shared_ptr<std::atomic<bool>> answered) {
  using Answer = std::shared_ptr<std::atomic<bool>>;
  using Call = int (*)(void*);
  using Forget = void (*)(void*);
  static const auto add =
      reinterpret_cast<unsigned (*)(int, Call, void*, Forget)>(platform::loadedFunction("g_idle_add_full"));
  const Call call = [](void* answer) {
    **static_cast<Answer*>(answer) = true;
    return 0;
  };
  const Forget forget = [](void* answer) { delete static_cast<Answer*>(answer); };
  constexpr int priorityOfEvents = 0;
  if (add != nullptr) add(priorityOfEvents, call, new Answer(std::move(answered)), forget);
}

}  // namespace

void StallWatch::start() {
  thread_ = std::thread([this] { run(); });
}

void StallWatch::at(const std::string& what) {
  const std::lock_guard lock(mutex_);
  at_ = what;
}

void StallWatch::run() {
  while (!stopped_) {
    const auto answered = std::make_shared<std::atomic<bool>>(false);
    const auto asked = Clock::now();
    const auto own = own_.load();
    ask(answered);
    while (!*answered && !stopped_) std::this_thread::sleep_for(std::chrono::microseconds(200));
    const auto waited = since(asked) - (own_.load() - own);
    ++asked_;
    if (waited > told) {
      const std::lock_guard lock(mutex_);
      stalls_.push_back({waited, at_});
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void StallWatch::stop() {
  if (!watching()) return;
  stopped_ = true;
  thread_.join();
  std::stable_sort(stalls_.begin(), stalls_.end(),
                   [](const Stall& a, const Stall& b) { return a.microseconds > b.microseconds; });
  const auto over =
      std::count_if(stalls_.begin(), stalls_.end(), [](const Stall& one) { return one.microseconds > most; });
  std::printf("  asked %zu times; over 50 ms: %td; over 16 ms: %zu\n", asked_, over, stalls_.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(stalls_.size(), 15); ++i)
    std::printf("  %7.1f ms  %s\n", static_cast<float>(stalls_[i].microseconds) / 1000, stalls_[i].during.c_str());
}

}  // namespace cchc::test

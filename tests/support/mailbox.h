// The owners' thread of tasks in a test: what is posted waits here until the test handles it.
#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "core/base/threads/task.h"

namespace cchc::test {

class Mailbox {
 public:
  // Tasks whose outcomes arrive here. The mailbox must outlive them.
  Tasks::Host host() {
    return {[this](std::function<void()> call) {
              const std::lock_guard lock(mutex_);
              calls_.push_back(std::move(call));
              arrived_.notify_all();
            },
            [this](std::string_view text) {
              const std::lock_guard lock(mutex_);
              log_.emplace_back(text);
            },
            "cchc-suite.log"};
  }
  // Handles what arrives until `done`. Returns false after a minute.
  bool handleUntil(const std::function<bool()>& done) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!done()) {
      std::function<void()> call;
      {
        std::unique_lock lock(mutex_);
        if (!arrived_.wait_until(lock, until, [this] { return !calls_.empty(); })) return false;
        call = std::move(calls_.front());
        calls_.pop_front();
      }
      call();
    }
    return true;
  }
  // Handles what has arrived, and waits for nothing.
  void handleRest() {
    handleUntil([this] {
      const std::lock_guard lock(mutex_);
      return calls_.empty();
    });
  }
  std::vector<std::string> log() const {
    const std::lock_guard lock(mutex_);
    return log_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> calls_;
  std::vector<std::string> log_;
};

}  // namespace cchc::test

// Measures how long a click would have waited: another thread asks the window's thread every millisecond. Used by the
// benchmarks (bench/README.md); off unless CCHC_STALLS is set.
#pragma once
#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace cchc::test {

class StallWatch {
 public:
  void start();
  void stop();  // prints what was found, longest first
  bool watching() const { return thread_.joinable(); }
  // What the script waits for now; printed with a stall.
  void at(const std::string& what);
  // Time that the script itself spent on the window's thread, which is not counted as the window's.
  void own(std::chrono::microseconds spent) { own_ += spent.count(); }

 private:
  struct Stall {
    std::int64_t microseconds = 0;
    std::string during;
  };
  void run();

  std::thread thread_;
  std::atomic<bool> stopped_ = false;
  std::atomic<std::int64_t> own_ = 0;
  std::mutex mutex_;
  std::string at_;
  std::vector<Stall> stalls_;
  std::size_t asked_ = 0;
};

}  // namespace cchc::test

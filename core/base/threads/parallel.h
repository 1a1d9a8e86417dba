// Independent pieces of work on several cores.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace cchc {

// The number of threads to use; 0 means one per processor core.
inline unsigned threadCount(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

// Calls work(item, thread) once for each item from 0 to count - 1, in no particular order. `thread` is from 0 to
// threads - 1, and each thread works on one item at a time. Returns when all items are done. If `work` throws, no
// further items are begun, and the first exception is thrown again on the calling thread. If the system has no more
// threads, fewer are used.
template <class Work>
void inParallel(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr thrown;
  const auto run = [&](unsigned thread) {
    try {
      for (auto item = next++; item < count; item = next++) work(item, thread);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!thrown) thrown = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> helpers;
    helpers.reserve(std::min<std::size_t>(threads, count));
    try {
      for (unsigned thread = 1; thread < threads && thread < count; ++thread) helpers.emplace_back(run, thread);
    } catch (const std::system_error&) {
      // The threads that were started, and this one, do all items.
    }
    run(0);
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace cchc

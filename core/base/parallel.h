// Independent pieces of work on several cores.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace cchc {

// The number of threads to use; 0 means one per processor core.
inline unsigned threadCount(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

// Calls work(item, thread) once for each item from 0 to count - 1, in no particular order. `thread` is from 0 to
// threads - 1, and each thread works on one item at a time. Returns when all items are done. `work` must not throw.
template <class Work>
void inParallel(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&](unsigned thread) {
    for (auto item = next++; item < count; item = next++) work(item, thread);
  };
  std::vector<std::thread> helpers;
  for (unsigned thread = 1; thread < threads && thread < count; ++thread) helpers.emplace_back(run, thread);
  run(0);
  for (auto& helper : helpers) helper.join();
}

}  // namespace cchc

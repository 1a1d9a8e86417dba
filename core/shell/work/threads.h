// The threads other than the window's. They are counted, since the program must not end while they run. A thread that
// waits for an unresponsive shared store is abandoned after a while.
#pragma once
#include <chrono>
#include <functional>
#include <future>
#include <string>

namespace cchc::shell {

// Starts `work` on a thread; the future becomes ready when it is finished. `work` must own everything that it uses,
// since it may outlive its caller.
std::shared_future<void> runOnThread(std::function<void()> work);
// Waits until all threads have finished. Returns false if some are still running after `patience`.
bool waitForAllThreads(std::chrono::milliseconds patience);
// How long a closing window waits for work on this store. Work on a file always ends, so the window waits for it; a
// server may never answer.
std::chrono::milliseconds patienceFor(const std::string& store);

}  // namespace cchc::shell

// The threads beside the window. They are counted, since the program must not end while they run. A thread that waits
// for a shared store that does not answer is given up after a while.
#pragma once
#include <chrono>
#include <functional>
#include <future>
#include <string>

namespace cchc::shell {

// Starts `work` on a thread; the future becomes ready when it is over. `work` owns all that it uses, since it may
// outlive its caller.
std::shared_future<void> runOnThread(std::function<void()> work);
// Waits until all threads are over. Returns false when some still run after `patience`.
bool waitForAllThreads(std::chrono::milliseconds patience);
// How long a window that closes waits for work on this store. Work on a file always ends, so the window waits for it;
// a server may never answer.
std::chrono::milliseconds patienceFor(const std::string& store);

}  // namespace cchc::shell

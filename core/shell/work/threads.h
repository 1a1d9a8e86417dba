// The threads beside the window, counted, since the program must not end under them. What hangs in a shared store that
// does not answer is left behind.
#pragma once
#include <chrono>
#include <functional>
#include <future>

namespace cchc::shell {

// Starts `work`; what is answered becomes ready when it is over. `work` owns all that it uses: it may outlive whoever
// started it.
std::shared_future<void> runBeside(std::function<void()> work);
// Until all are over; false where some are not after `patience`.
bool allThreadsOver(std::chrono::milliseconds patience);
// How long a window that closes waits for work in this store: a file always answers.
std::chrono::milliseconds patienceFor(const std::string& store);

}  // namespace cchc::shell

// Sends queued edits to a shared store, on a thread whose session stays open, so that the window never waits for an
// edit. While the store is out of reach, it tries again every ten seconds.
#pragma once
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/app/suite/suite.h"

namespace cchc::shell {

class OutboxSender {
 public:
  // The outcome of one attempt.
  struct Sent {
    bool reached = false;                 // the store was reached, and the queue is empty
    std::vector<Error> reports;           // edits that could not be applied as they were (Outbox::takeReports)
    std::optional<SectionHeader> header;  // of the last edited section, as it now is in the store
  };
  // From now on, this object queues and sends the suite's edits. `sent` is called on the window's thread after each
  // attempt.
  OutboxSender(const Suite& suite, std::function<void(const Sent&)> sent);
  // Stops the thread and waits for it (at most patienceFor). Edits that are still queued are sent on the next start.
  ~OutboxSender();
  OutboxSender(const OutboxSender&) = delete;
  OutboxSender& operator=(const OutboxSender&) = delete;

  bool reached() const { return reached_; }  // whether the last attempt reached the store

 private:
  // What the thread uses. It may outlive this object.
  struct Shared {
    std::shared_ptr<Outbox> outbox;
    SuiteOptions options;
    std::mutex mutex;
    std::condition_variable woken;
    bool wanted = false, stopped = false;
  };
  static void run(Shared& shared, const std::function<void(Sent)>& report);

  std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
  std::function<void(const Sent&)> sent_;
  // Set to false on destruction; late callbacks check it.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  bool reached_ = true;
  std::shared_future<void> over_;
};

}  // namespace cchc::shell

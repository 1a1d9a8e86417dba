// Sends queued edits to a shared store, on a thread whose session stays open, so that the window never waits for an
// edit. While the store is out of reach, it tries again every ten seconds.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/base/threads/task.h"

namespace cchc {

class OutboxSender {
 public:
  // The outcome of one attempt.
  struct Sent {
    bool reached = false;                 // the store was reached, and the queue is empty
    std::vector<Error> reports;           // edits that could not be applied as they were (Outbox::takeReports)
    std::optional<SectionHeader> header;  // of the last edited section, as it now is in the store
  };
  // From now on, this object queues and sends the suite's edits. `sent` is called on the owner's thread after each
  // attempt. If an attempt throws, `sent` gets app.internal-logged among the reports, and sending goes on.
  OutboxSender(Tasks& tasks, const Suite& suite, std::function<void(const Sent&)> sent);
  // Asks the thread to stop, and does not wait for it. Edits that are still queued are sent on the next start.
  ~OutboxSender();
  OutboxSender(const OutboxSender&) = delete;
  OutboxSender& operator=(const OutboxSender&) = delete;

  bool reached() const { return reached_; }  // whether the last attempt reached the store

 private:
  // What the thread uses. It may outlive this object.
  struct Shared;
  static Status run(Shared& shared, Work& work, const std::function<void(Sent)>& report);
  void start();
  void show(const Sent& sent);

  std::shared_ptr<Shared> shared_;
  std::function<void(const Sent&)> sent_;
  bool reached_ = true;
  std::optional<Error> shownFault_;  // of an exception; the same one is not shown again
  Task task_;
};

}  // namespace cchc

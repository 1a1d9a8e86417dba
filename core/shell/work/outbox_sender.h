// Sends the edits that wait for a shared store, on a thread with a session of its own that stays open: the window waits
// for no edit. Tried again every ten seconds while the store is out of reach.
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/app/suite/suite.h"
#include "core/shell/work/threads.h"

namespace cchc::shell {

class OutboxSender {
 public:
  struct Sent {
    bool reached = false;                 // nothing waits any more
    std::vector<Error> told;              // edits that could not be applied as they were
    std::optional<SectionHeader> header;  // of the section that was edited last, as it is in the store now
  };
  // From here on the suite's edits are sent later. `sent` is called on the window's thread after each attempt.
  OutboxSender(const Suite& suite, std::function<void(const Sent&)> sent);
  ~OutboxSender();  // what waits then is sent on the next start
  OutboxSender(const OutboxSender&) = delete;
  OutboxSender& operator=(const OutboxSender&) = delete;

  bool reached() const { return reached_; }  // the store, at the last attempt

 private:
  // What the thread uses, which may outlive this.
  struct Shared {
    std::shared_ptr<Outbox> outbox;
    SuiteOptions options;
    std::mutex mutex;
    std::condition_variable woken;
    bool wanted = false, stopped = false;
  };
  static void run(Shared& shared, const std::function<void(Sent)>& tell);

  std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
  std::function<void(const Sent&)> sent_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  bool reached_ = true;
  std::shared_future<void> over_;
};

}  // namespace cchc::shell

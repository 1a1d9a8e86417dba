#include "core/shell/work/outbox_sender.h"

#include <wx/app.h>

#include <chrono>
#include <utility>

#include "core/app/shared/outbox.h"
#include "core/shell/work/threads.h"

namespace cchc::shell {
namespace {

constexpr std::chrono::seconds retryInterval{10};

OutboxSender::Sent attempt(Outbox& outbox, const SuiteOptions& options, std::unique_ptr<Suite>& suite) {
  OutboxSender::Sent sent;
  if (!suite) {
    auto opened = openSuite(options);
    if (!opened) return sent;
    suite = std::move(*opened);
  }
  const auto last = outbox.lastSection();
  sent.reached = outbox.send(suite->store, true);
  sent.reports = outbox.takeReports();
  if (!sent.reached || !last) return sent;
  if (auto header = suite->store.section(*last); header && *header) sent.header = std::move(**header);
  return sent;
}

}  // namespace

OutboxSender::OutboxSender(const Suite& suite, std::function<void(const Sent&)> sent) : sent_(std::move(sent)) {
  shared_->outbox = suite.outbox;
  shared_->options = suite.options;
  shared_->options.withoutOutbox = true;
  suite.outbox->sendLater([shared = shared_] {
    const std::lock_guard lock(shared->mutex);
    shared->wanted = true;
    shared->woken.notify_one();
  });
  const auto report = [this, alive = alive_](Sent sent) {
    if (wxTheApp == nullptr) return;
    wxTheApp->CallAfter([this, alive, sent = std::move(sent)] {
      if (!*alive) return;
      reached_ = sent.reached;
      sent_(sent);
    });
  };
  over_ = runOnThread([shared = shared_, report] { run(*shared, report); });
}

OutboxSender::~OutboxSender() {
  shared_->outbox->sendLater({});
  *alive_ = false;
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->stopped = true;
  }
  shared_->woken.notify_one();
  over_.wait_for(patienceFor(shared_->options.store));
}

void OutboxSender::run(Shared& shared, const std::function<void(Sent)>& report) {
  std::unique_ptr<Suite> suite;  // opened for the first edit
  while (true) {
    {
      std::unique_lock lock(shared.mutex);
      shared.woken.wait_for(lock, retryInterval, [&] { return shared.wanted || shared.stopped; });
      if (shared.stopped) return;
      shared.wanted = false;
    }
    if (!shared.outbox->empty()) report(attempt(*shared.outbox, shared.options, suite));
  }
}

}  // namespace cchc::shell

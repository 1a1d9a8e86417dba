#include "core/app/send/outbox_sender.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "core/app/shared/outbox.h"

namespace cchc {
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

struct OutboxSender::Shared {
  std::shared_ptr<Outbox> outbox;
  SuiteOptions options;
  std::mutex mutex;
  std::condition_variable_any woken;
  bool wanted = false;
};

OutboxSender::OutboxSender(Tasks& tasks, const Suite& suite, std::function<void(const Sent&)> sent)
    : shared_(std::make_shared<Shared>()), sent_(std::move(sent)), task_(tasks) {
  shared_->outbox = suite.outbox;
  shared_->options = suite.options;
  shared_->options.withoutOutbox = true;
  suite.outbox->sendLater([shared = shared_] {
    const std::lock_guard lock(shared->mutex);
    shared->wanted = true;
    shared->woken.notify_one();
  });
  start();
}

OutboxSender::~OutboxSender() { shared_->outbox->sendLater({}); }

void OutboxSender::start() {
  task_.start(
      [shared = shared_, this](Work& work) {
        // `this` is used only by the calls, which are not made once the task is destroyed.
        return run(*shared, work,
                   [this, &work](Sent sent) { work.tell([this, sent = std::move(sent)] { show(sent); }); });
      },
      // The thread ends by itself only if it threw.
      [this](const Status& ended) {
        if (ended) return;
        Sent fault;
        if (shownFault_ != ended.error()) fault.reports.push_back(ended.error());
        shownFault_ = ended.error();
        start();
        show(fault);
      });
}

void OutboxSender::show(const Sent& sent) {
  reached_ = sent.reached;
  sent_(sent);
}

Status OutboxSender::run(Shared& shared, Work& work, const std::function<void(Sent)>& report) {
  std::unique_ptr<Suite> suite;  // opened for the first edit
  work.usesServer();
  while (true) {
    {
      std::unique_lock lock(shared.mutex);
      shared.woken.wait_for(lock, work.stop(), retryInterval, [&] { return shared.wanted; });
      if (work.stopped()) return {};
      shared.wanted = false;
    }
    if (!shared.outbox->empty()) report(attempt(*shared.outbox, shared.options, suite));
  }
}

}  // namespace cchc

#include "core/shell/work/background.h"

#include <wx/app.h>

#include <utility>

#include "core/shell/work/threads.h"

namespace cchc::shell {

Background::~Background() {
  *alive_ = false;
  *cancelled_ = true;
  if (over_.valid()) over_.wait_for(patience_);
}

bool Background::start(SuiteOptions options, std::function<Status(Work&)> work, std::function<void(Status)> finished) {
  if (running_) return false;
  running_ = true;
  cancelled_ = std::make_shared<std::atomic<bool>>(false);
  options.withoutOutbox = true;
  patience_ = patienceFor(options.store);
  if (runningChanged) runningChanged(true);
  // The thread uses no member, since this object may be destroyed; the callbacks check `alive` first.
  over_ = runOnThread([this, alive = alive_, cancelled = cancelled_, options = std::move(options),
                       work = std::move(work), finished = std::move(finished)]() mutable {
    const auto onWindow = [alive](std::function<void()> call) {
      wxTheApp->CallAfter([alive, call = std::move(call)] {
        if (*alive) call();
      });
    };
    Status outcome;
    if (auto suite = openSuite(std::move(options)); !suite) {
      outcome = fail(suite.error());
    } else {
      // Thousands of sections are counted per second, so progress is shown only as often as the eye can follow.
      std::chrono::steady_clock::time_point shown;
      const auto watch = [&](std::size_t done, std::size_t all) {
        const auto now = std::chrono::steady_clock::now();
        if (now - shown > std::chrono::milliseconds(100)) {
          shown = now;
          onWindow([this, done, all] {
            if (progress) progress(done, all);
          });
        }
        return !cancelled->load();
      };
      Work own{**suite, *cancelled, watch};
      outcome = *cancelled ? Status(fail("work.cancelled")) : work(own);
    }
    onWindow([this, finished, outcome] {
      running_ = false;
      if (runningChanged) runningChanged(false);
      finished(outcome);
    });
  });
  return true;
}

void Inquiry::ask(SuiteOptions options, std::function<Status(Background::Work&)> work,
                  std::function<void(Status)> answered) {
  Question question{std::move(options), std::move(work), std::move(answered)};
  cancelled_ = false;
  if (!background_.running()) return begin(std::move(question));
  background_.cancel();
  next_ = std::move(question);
}

void Inquiry::cancel() {
  next_.reset();
  cancelled_ = true;
  background_.cancel();
}

void Inquiry::begin(Question question) {
  static_cast<void>(background_.start(std::move(question.options), std::move(question.work),
                                      [this, answered = std::move(question.answered)](const Status& outcome) {
                                        if (auto next = std::exchange(next_, std::nullopt))
                                          return begin(std::move(*next));
                                        if (!std::exchange(cancelled_, false)) answered(outcome);
                                      }));
}

}  // namespace cchc::shell

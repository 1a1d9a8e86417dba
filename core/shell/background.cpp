#include "core/shell/background.h"

#include <wx/app.h>

namespace cchc::shell {

Background::~Background() {
  *alive_ = false;
  cancelled_ = true;
  if (thread_.joinable()) thread_.join();
}

bool Background::start(SuiteOptions options, std::function<Status(Work&)> work, std::function<void(const std::string&)> progress,
                       std::function<void(Status)> finished) {
  if (running_) return false;
  if (thread_.joinable()) thread_.join();
  running_ = true;
  cancelled_ = false;
  options.beside = true;
  thread_ = std::thread([this, alive = alive_, options = std::move(options), work = std::move(work), progress = std::move(progress), finished = std::move(finished)]() mutable {
    const auto onWindow = [alive](std::function<void()> call) {
      wxTheApp->CallAfter([alive, call = std::move(call)] {
        if (*alive) call();
      });
    };
    Status outcome;
    if (auto suite = openSuite(std::move(options)); !suite) {
      outcome = fail(suite.error());
    } else {
      Work own{**suite, cancelled_, [&](const std::string& what) { onWindow([progress, what] { progress(what); }); }};
      outcome = work(own);
    }
    onWindow([this, finished, outcome] {
      running_ = false;
      finished(outcome);
    });
  });
  return true;
}

}  // namespace cchc::shell

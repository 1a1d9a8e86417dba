#include "core/shell/frame/finding_counter.h"

#include <memory>
#include <utility>
#include <vector>

#include "core/presentation/window/navigator.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

void FindingCounter::count() {
  if (!counted_) start();
}

void FindingCounter::start() {
  counted_ = true;
  auto& workspace = context_.workspace;
  const auto entries = std::make_shared<std::vector<presentation::NavigatorEntry>>(workspace.entries());
  const bool started = counting_.start(
      workspace.suite().options,
      [entries, period = workspace.period().id](Background::Work& work) {
        return presentation::countFindings(work.suite, period, *entries);
      },
      [this, &workspace, entries](const Status& done) {
        if (done)
          workspace.setCounts(*entries);
        else
          context_.notices.showError(done.error());
        if (std::exchange(again_, false)) start();
      });
  again_ = again_ || !started;
}

}  // namespace cchc::shell

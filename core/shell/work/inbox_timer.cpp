#include "core/shell/work/inbox_timer.h"

#include "core/app/suite/suite_work.h"

namespace cchc::shell {

namespace {

// A package must not have changed from one scan to the next, so it waits for up to twice this time.
constexpr int interval = 3000;  // ms

}  // namespace

InboxTimer::InboxTimer(Workspace& workspace) : workspace_(workspace) {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { scan(); });
}

void InboxTimer::watch(const std::filesystem::path& folder) {
  folder_ = folder;
  inbox_ = folder.empty() ? nullptr : std::make_shared<InboxWatch>(folder);
  if (folder.empty()) return timer_.Stop();
  timer_.Start(interval);
  scan();
}

void InboxTimer::scan() {
  if (!inbox_) return;
  // The thread keeps its InboxWatch alive if another folder is chosen meanwhile. Files received by then are shown
  // nevertheless.
  task_.start(onSuite(workspace_.suite().options,
                      [inbox = inbox_](SuiteWork& work) -> Result<InboxScan> {
                        return inbox->scan(work.suite, 1, work.watch);
                      }),
              [this](const Result<InboxScan>& found) {
                // If the store cannot be opened, other parts report that, and the next scan tries again.
                if (found && scanned && (!found->files.empty() || found->trouble || found->passed)) scanned(*found);
              });
}

}  // namespace cchc::shell

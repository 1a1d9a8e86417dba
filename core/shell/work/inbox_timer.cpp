#include "core/shell/work/inbox_timer.h"

namespace cchc::shell {

namespace {

constexpr int interval =
    3000;  // ms: twice that is what a package waits, since it must have stood still from one look to the next

}  // namespace

InboxTimer::InboxTimer(Workspace& workspace) : workspace_(workspace) {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
}

void InboxTimer::watch(const std::filesystem::path& folder) {
  folder_ = folder;
  inbox_ = folder.empty() ? nullptr : std::make_shared<InboxWatch>(folder);
  if (folder.empty()) return timer_.Stop();
  timer_.Start(interval);
  look();
}

void InboxTimer::look() {
  if (!inbox_ || background_.running()) return;
  const auto found = std::make_shared<InboxLook>();
  // The thread keeps the watch alive when another folder is chosen meanwhile; what it found then is told all the same,
  // since it was taken in.
  static_cast<void>(background_.start(
      workspace_.suite().options,
      [found, inbox = inbox_](Background::Work& work) -> Status {
        *found = inbox->look(work.suite);
        return {};
      },
      [this, found](const Status& opened) {
        // A store that cannot be opened just now is told by everything else; the next look tries again.
        if (opened && looked && (!found->files.empty() || found->trouble || found->passed)) looked(*found);
      }));
}

}  // namespace cchc::shell

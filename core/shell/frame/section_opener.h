// Opens sections and reloads the open one, each on a thread, so that the window never waits for the store.
#pragma once
#include <functional>
#include <string>

#include "core/base/threads/task.h"
#include "core/shell/frame/frame_context.h"
#include "core/shell/frame/view_switcher.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

class SectionOpener {
 public:
  SectionOpener(const FrameContext& context, ViewSwitcher& views);
  SectionOpener(const SectionOpener&) = delete;
  SectionOpener& operator=(const SectionOpener&) = delete;

  // Called if the current section stays open because an editor refused its text or the store failed.
  std::function<void()> stayed;

  // Shows a section in the form once it has been read, at a place if one is given. If several sections are requested in
  // quick succession, only the last is shown. Errors are shown in the notice bar.
  // If the office is entering into the open section, it is asked first whether to leave.
  void open(const SectionKey& key, const Place& place);
  // Opens a section for the office to enter into it. `command`: enterFor or amendHeading.
  void enter(const SectionKey& key, DeskCommand command);
  // Reads the states of all sections again, and the open section, which the office may have returned, accepted or
  // issued. A section into which the office enters stays as it is.
  void refresh();
  bool reading() const { return opening_.running() || refreshing_.running(); }

 private:
  void showPlace(const Place& place);
  void read(const SectionKey& key, const Place& place, DeskCommand command);

  const FrameContext& context_;
  ViewSwitcher& views_;
  Task opening_, refreshing_;
};

}  // namespace cchc::shell

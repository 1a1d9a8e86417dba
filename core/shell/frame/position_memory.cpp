#include "core/shell/frame/position_memory.h"

#include <string>

namespace cchc::shell {

namespace {

constexpr int interval = 1000;  // ms

// The names of the views in the settings file.
const char* nameOf(FrameView view) {
  switch (view) {
    case FrameView::form:
      return "form";
    case FrameView::table:
      return "table";
    case FrameView::board:
      return "board";
    case FrameView::report:
      return "report";
    case FrameView::overview:
      return "overview";
    case FrameView::units:
      return "units";
  }
  return "";
}

}  // namespace

PositionMemory::PositionMemory(Workspace& workspace, ViewSwitcher& views, SectionOpener& opener)
    : workspace_(workspace), views_(views), opener_(opener) {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
}

void PositionMemory::restore() {
  const auto settings = workspace_.settings;  // a copy: opening a section changes the last place
  const bool office = settings.role == presentation::Role::office;
  if (workspace_.form() != nullptr) {
    // The section was read together with the store (Workspace::open).
    views_.show(FrameView::form);
    views_.comeBack(settings.lastPlace, settings.lastScroll);
  } else {
    views_.show(office ? FrameView::board : FrameView::form);
    if (!office && !workspace_.entries().empty()) opener_.open(workspace_.entries().front().key, "");
  }
  // Form and table are already shown: the place of a cell opens its table.
  for (const auto view : {FrameView::board, FrameView::report, FrameView::overview, FrameView::units}) {
    if (settings.lastView == nameOf(view)) views_.show(view);
  }
  timer_.Start(interval);
}

void PositionMemory::save() {
  auto& settings = workspace_.settings;
  const auto place = placeText(views_.currentPlace());
  const std::string view = nameOf(views_.view());
  const int scroll = views_.formScroll();
  if (settings.lastView == view && settings.lastPlace == place && settings.lastScroll == scroll) return;
  settings.lastView = view;
  settings.lastPlace = place;
  settings.lastScroll = scroll;
  workspace_.saveSettings();
}

}  // namespace cchc::shell

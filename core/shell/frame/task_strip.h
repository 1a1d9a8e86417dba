// The strip below the views that is shown while a long task runs: its progress, and a button that stops it.
#pragma once
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include "core/base/threads/task.h"
#include "core/presentation/window/words.h"

namespace cchc::shell {

class TaskStrip final : public wxPanel {
 public:
  // Shows the progress of `task` from now on; it may already be running.
  TaskStrip(wxWindow* parent, Task& task, presentation::Words words);
  void show(bool running);  // call this when a task begins and when it ends

 private:
  presentation::Words words_;
  wxStaticText* text_ = nullptr;
  wxGauge* gauge_ = nullptr;
  wxTimer pulse_;  // shows the strip after a delay, then moves the gauge if the amount is unknown
  bool counted_ = false;
};

}  // namespace cchc::shell

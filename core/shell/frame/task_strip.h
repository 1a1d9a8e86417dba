// The strip below the views while a long task runs: how far it is, and a button that stops it. Hidden otherwise.
#pragma once
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include "core/presentation/window/words.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class TaskStrip final : public wxPanel {
 public:
  // Shows the progress of this background from here on. It may be running already.
  TaskStrip(wxWindow* parent, Background& background, presentation::Words words);
  void show(bool running);  // to be called when a task begins and when it ends

 private:
  presentation::Words words_;
  wxStaticText* text_ = nullptr;
  wxGauge* gauge_ = nullptr;
  wxTimer pulse_;  // shows the strip after a delay, then moves the gauge where the amount of work is not known
  bool counted_ = false;
};

}  // namespace cchc::shell

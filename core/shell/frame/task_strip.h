// Below the views while something takes long: what, how far it is, and a button that stops it. Hidden otherwise.
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
  // Watches the background from here on; made while it runs or before.
  TaskStrip(wxWindow* parent, Background& background, presentation::Words words);
  void show(bool running);

 private:
  presentation::Words words_;
  wxStaticText* text_ = nullptr;
  wxGauge* gauge_ = nullptr;
  wxTimer pulse_;  // shows it after a second, then keeps it alive where nobody counts
  bool counted_ = false;
};

}  // namespace cchc::shell

#include "core/shell/frame/task_strip.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

TaskStrip::TaskStrip(wxWindow* parent, Task& task, presentation::Words words) : wxPanel(parent), words_(words) {
  text_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxSize(scaled(*this, 200), -1));
  gauge_ = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, wxSize(scaled(*this, 240), scaled(*this, 14)));
  setAccessibleName(*gauge_, words("task.progress"));
  auto* stop = new wxButton(this, wxID_ANY, wx(words("common.stop")));
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(text_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, FromDIP(8));
  sizer->Add(gauge_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(8));
  sizer->Add(stop, 0, wxALL, FromDIP(4));
  SetSizer(sizer);
  Hide();
  stop->Bind(wxEVT_BUTTON, [this, &task](wxCommandEvent&) {
    task.stop();
    text_->SetLabelText(wx(words_("task.stopping")));
  });
  task.progress = [this](std::size_t done, std::size_t all) {
    counted_ = all > 0;
    const auto count = std::to_string(done) + (all > 0 ? "/" + std::to_string(all) : "");
    text_->SetLabelText(wx(words_("task.running-counted", {{"count", count}})));
    if (all > 0) gauge_->SetValue(static_cast<int>(std::min<std::size_t>(100, done * 100 / all)));
  };
  pulse_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (!IsShown()) {
      Show();
      GetParent()->Layout();
      pulse_.Start(100);
    }
    if (!counted_) gauge_->Pulse();
  });
}

void TaskStrip::show(bool running) {
  counted_ = false;
  if (running) {
    text_->SetLabelText(wx(words_("task.running")));
    pulse_.StartOnce(700);  // a shorter task needs no strip
    return;
  }
  pulse_.Stop();
  if (!IsShown()) return;
  Hide();
  GetParent()->Layout();
}

}  // namespace cchc::shell

#include "core/shell/start/opening_dialog.h"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

namespace {

constexpr int interval = 50;  // ms

}  // namespace

OpeningDialog::OpeningDialog(Workspace& workspace) : wxDialog(nullptr, wxID_ANY, "CCHC Suite") {
  const auto words = workspace.words();
  auto* gauge = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize(420, 14)));
  setAccessibleName(*gauge, words("task.progress"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(
      new wxStaticText(this, wxID_ANY, wx(words("opening.store", {{"store", shownStore(workspace.settings.store)}}))),
      0, wxALL, FromDIP(12));
  sizer->Add(gauge, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  sizer->Add(new wxButton(this, wxID_CANCEL, wx(words("opening.other-store"))), 0, wxALIGN_RIGHT | wxALL, FromDIP(12));
  SetSizerAndFit(sizer);
  Centre();
  timer_.Bind(wxEVT_TIMER, [this, gauge, &workspace](wxTimerEvent&) {
    gauge->Pulse();
    if (workspace.openedAhead()) EndModal(wxID_OK);
  });
  timer_.Start(interval);
}

}  // namespace cchc::shell

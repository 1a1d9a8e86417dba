// The controls of the start dialog, and their event handlers.
#include <wx/statbox.h>

#include <algorithm>

#include "core/base/platform.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/start/start_dialog.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

StartDialog::StartDialog(wxWindow* parent, Workspace& workspace)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("start.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  auto* heading = new wxStaticText(this, wxID_ANY, wx(workspace.words()("start.heading")));
  auto big = heading->GetFont();
  big.MakeBold().MakeLarger();
  heading->SetFont(big);
  sizer->Add(heading, 0, wxALL, FromDIP(12));
  sizer->Add(makeStoreBox(), 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  sizer->Add(makePersonBox(), 0, wxEXPAND | wxALL, FromDIP(12));
  state_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(state_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(14));
  sizer->Add(makeButtons(), 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  SetMinClientSize(FromDIP(wxSize(680, 440)));
  SetClientSize(wxSize(std::max(FromDIP(720), sizer->CalcMin().GetWidth()),
                       std::max(FromDIP(480), sizer->CalcMin().GetHeight())));
  CentreOnParent();
  listen();
  inspectStore();
}

wxSizer* StartDialog::makeStoreBox() {
  const auto words = workspace_.words();
  const auto& settings = workspace_.settings;
  auto* box = new wxStaticBoxSizer(wxVERTICAL, this, wx(words("start.store-box")));
  auto* inside = box->GetStaticBox();
  box->Add(new wxStaticText(inside, wxID_ANY, wx(words("start.store-hint"))), 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(8));

  auto* line = new wxBoxSizer(wxHORIZONTAL);
  wxArrayString recent;
  for (const auto& each : settings.recentStores) recent.Add(wx(each));
  const auto proposed =
      settings.store.empty() ? (platform::userDataFolder().value() / "suite.sqlite").string() : settings.store;
  store_ = new wxComboBox(inside, wxID_ANY, wx(proposed), wxDefaultPosition, FromDIP(wxSize(420, -1)), recent,
                          wxTE_PROCESS_ENTER);
  setAccessibleName(*store_, words("start.store"));
  browse_ = new wxButton(inside, wxID_ANY, wx(words("start.browse")));
  line->Add(store_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  line->Add(browse_);
  box->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(8));

  auto* more = new wxBoxSizer(wxHORIZONTAL);
  sample_ = new wxButton(inside, wxID_ANY, wx(words("start.sample")));
  tables_ = new wxButton(inside, wxID_ANY, wx(words("start.tables")));
  tables_->SetToolTip(wx(words("start.tables-tip")));
  backup_ = new wxButton(inside, wxID_ANY, wx(words("start.backup")));
  backup_->SetToolTip(wx(words("start.backup-tip")));
  more->Add(sample_, 0, wxRIGHT, FromDIP(6));
  more->Add(tables_, 0, wxRIGHT, FromDIP(6));
  more->Add(backup_);
  box->Add(more, 0, wxALL, FromDIP(8));
  return box;
}

wxSizer* StartDialog::makePersonBox() {
  const auto words = workspace_.words();
  const auto& settings = workspace_.settings;
  auto* box = new wxStaticBoxSizer(wxVERTICAL, this, wx(words("start.person-box")));
  auto* inside = box->GetStaticBox();
  auto* grid = new wxFlexGridSizer(2, FromDIP(8), FromDIP(10));
  grid->AddGrowableCol(1);
  const auto addLabel = [&](const std::string& text) {
    grid->Add(new wxStaticText(inside, wxID_ANY, wx(text)), 0, wxALIGN_CENTRE_VERTICAL);
  };
  const auto addRow = [&](const std::string& name, wxWindow* control) {
    setAccessibleName(*control, name);
    grid->Add(control, 0, wxEXPAND);
  };

  addLabel(words("start.role"));
  auto* roles = new wxBoxSizer(wxVERTICAL);
  department_ = new wxRadioButton(inside, wxID_ANY, wx(words("start.role-department")), wxDefaultPosition,
                                  wxDefaultSize, wxRB_GROUP);
  office_ = new wxRadioButton(inside, wxID_ANY, wx(words("start.role-office")));
  (settings.role == presentation::Role::office ? office_ : department_)->SetValue(true);
  roles->Add(department_, 0, wxBOTTOM, FromDIP(4));
  roles->Add(office_);
  grid->Add(roles);

  addLabel(words("start.period"));
  period_ = new wxChoice(inside, wxID_ANY);
  addRow(words("start.period"), period_);
  addLabel(words("start.unit"));
  unit_ = new wxChoice(inside, wxID_ANY);
  addRow(words("start.unit"), unit_);
  addLabel(words("start.person"));
  wxArrayString people;
  for (const auto& each : settings.recentPeople) people.Add(wx(each));
  person_ = new wxComboBox(inside, wxID_ANY, wx(settings.person.empty() ? platform::userName() : settings.person),
                           wxDefaultPosition, wxDefaultSize, people);
  addRow(words("start.person"), person_);
  box->Add(grid, 0, wxEXPAND | wxALL, FromDIP(8));
  return box;
}

wxSizer* StartDialog::makeButtons() {
  const auto words = workspace_.words();
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  language_ = new wxButton(this, wxID_ANY, wx(words("start.other-language")));
  start_ = new wxButton(this, wxID_OK, wx(words("start.start")));
  buttons->Add(language_);
  buttons->AddStretchSpacer();
  buttons->Add(start_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words("common.cancel"))));
  start_->SetDefault();
  return buttons;
}

void StartDialog::listen() {
  browse_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooseFile(); });
  store_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { inspectStore(); });
  store_->Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { inspectStore(); });
  store_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] {
      if (address() != inspected_ && store_->IsEnabled()) inspectStore();
    });
  });
  sample_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openSample(); });
  tables_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { loadTables(); });
  backup_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(); });
  department_->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { fillUnits(); });
  office_->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { fillUnits(); });
  period_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fillUnits(); });
  start_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
  opening_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (!workspace_.openedAhead()) return;
    opening_.Stop();
    setBusy(false);
    finish();
  });
  Bind(
      wxEVT_BUTTON,
      [this](wxCommandEvent& event) {
        abandonOpening();
        event.Skip();
      },
      wxID_CANCEL);
  helpOnF1(*this, presentation::HelpTopic::start, workspace_.words());
  language_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    abandonOpening();
    auto& language = workspace_.settings.language;
    language = language == Language::vi ? Language::en : Language::vi;
    workspace_.saveSettings();
    EndModal(wxID_REFRESH);
  });
}

}  // namespace cchc::shell

#include "core/shell/commands/desk_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include "core/app/suite/desk.h"
#include "core/base/store_address.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/status_text.h"

namespace cchc::shell {

DeskDialog::DeskDialog(wxWindow* parent, Workspace& workspace)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("desk-dialog.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace) {
  const auto words = workspace.words();
  const bool shared = isSharedStore(workspace.settings.store);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const auto add = [&](wxWindow* control, int flags = 0) {
    sizer->Add(control, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP | flags, FromDIP(12));
  };
  auto* meaning = new wxStaticText(this, wxID_ANY, wx(words(shared ? "desk-dialog.shared" : "desk-dialog.meaning")));
  meaning->Wrap(scaled(*this, 560));
  add(meaning);
  add(new wxStaticText(this, wxID_ANY, wx(words("desk-dialog.unit-label"))));
  unit_ = new wxChoice(this, wxID_ANY);
  setAccessibleName(*unit_, words("desk-dialog.unit"));
  unit_->Append(wx(words("desk-dialog.any")));
  if (const auto units = workspace.suite().store.units()) units_ = (*units)->allOn(workspace.period().end);
  for (const auto& unit : units_) unit_->Append(wx(unit.name + " (" + unit.code + ")"));
  unit_->SetMinSize(wxSize(scaled(*this, 560), -1));
  add(unit_);
  add(new wxStaticText(this, wxID_ANY, wx(words("desk-dialog.roles"))));
  for (const auto& [role, label] : {std::pair(UserRole::department, "desk-dialog.role-department"),
                                    std::pair(UserRole::departmentHead, "desk-dialog.role-department-head"),
                                    std::pair(UserRole::office, "desk-dialog.role-office"),
                                    std::pair(UserRole::officeHead, "desk-dialog.role-office-head")}) {
    auto* box = new wxCheckBox(this, wxID_ANY, wx(words(label)));
    roles_.emplace_back(role, box);
    add(box);
  }
  problem_ = new wxStaticText(this, wxID_ANY, "");
  add(problem_);
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* save = new wxButton(this, wxID_OK, wx(words("desk-dialog.save")));
  buttons->AddStretchSpacer();
  buttons->Add(save, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words(shared ? "common.close" : "common.cancel"))));
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  showDesk(workspace.suite().options.actor.desk);
  save->Show(!shared);
  unit_->Enable(!shared);
  for (const auto& [role, box] : roles_) box->Enable(!shared && unit_->GetSelection() > 0);
  SetSizerAndFit(sizer);
  CentreOnParent();
  save->SetDefault();
  unit_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { proposeRoles(); });
  save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->save(); });
}

void DeskDialog::showDesk(const Desk& desk) {
  int at = 0;
  for (std::size_t i = 0; desk.unit && i < units_.size(); ++i) {
    if (units_[i].id == *desk.unit) at = static_cast<int>(i) + 1;
  }
  if (desk.unit && at == 0) {  // a unit that there is not in the period
    units_.push_back({*desk.unit,
                      nameOf(workspace_.suite(), *desk.unit, workspace_.period().id),
                      {},
                      {},
                      codeOf(*desk.unit),
                      {},
                      {}});
    unit_->Append(wx(units_.back().name + " (" + units_.back().code + ")"));
    at = static_cast<int>(units_.size());
  }
  unit_->SetSelection(at);
  for (const auto& [role, box] : roles_) box->SetValue((desk.roles & static_cast<Roles>(role)) != 0);
}

void DeskDialog::proposeRoles() {
  const int at = unit_->GetSelection();
  auto proposed = Desk{};
  if (at > 0) {
    const auto& unit = units_[static_cast<std::size_t>(at - 1)].id;
    const auto office = isOffice(workspace_.suite(), unit);
    proposed = {unit, office && *office ? allRoles : departmentRoles};
  }
  showDesk(proposed);
  for (const auto& [role, box] : roles_) box->Enable(at > 0);
}

void DeskDialog::chooseUnit(const std::string& code) {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (units_[i].code == code) unit_->SetSelection(static_cast<int>(i) + 1);
  }
  if (code.empty()) unit_->SetSelection(0);
  proposeRoles();
}

std::string DeskDialog::chosen() const {
  const int at = unit_->GetSelection();
  if (at <= 0) return {};
  Roles roles = 0;
  for (const auto& [role, box] : roles_) roles |= box->GetValue() ? static_cast<Roles>(role) : 0U;
  // The unit that has the code in the period, since later the code may be another unit's.
  return units_[static_cast<std::size_t>(at - 1)].code + "@" + workspace_.period().end.toText() + ":" +
         roleNames(roles);
}

void DeskDialog::save() {
  const auto text = chosen();
  if (text.ends_with(":")) return showStatusText(*problem_, workspace_.words()("desk-dialog.no-role"), true);
  if (const auto saved = workspace_.setDesk(text); !saved)
    return showStatusText(*problem_, sentences(saved.error(), workspace_.settings.language), true);
  EndModal(wxID_OK);
}

}  // namespace cchc::shell

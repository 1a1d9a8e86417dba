#include "core/shell/commands/desk_dialog.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

#include "core/app/suite/desk.h"
#include "core/app/suite/suite_work.h"
#include "core/base/store_address.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/status_text.h"

namespace cchc::shell {

DeskDialog::DeskDialog(wxWindow* parent, Workspace& workspace)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("desk-dialog.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      shared_(isSharedStore(workspace.settings.store)) {
  const auto words = workspace.words();
  SetSizer(new wxBoxSizer(wxVERTICAL));
  auto* meaning = new wxStaticText(this, wxID_ANY, wx(words(shared_ ? "desk-dialog.shared" : "desk-dialog.meaning")));
  meaning->Wrap(scaled(*this, 560));
  const int border = FromDIP(12);
  GetSizer()->Add(meaning, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, border);
  GetSizer()->Add(new wxStaticText(this, wxID_ANY, wx(words("desk-dialog.unit-label"))), 0, wxLEFT | wxRIGHT | wxTOP,
                  border);
  unit_ = new wxChoice(this, wxID_ANY);
  setAccessibleName(*unit_, words("desk-dialog.unit"));
  unit_->Append(wx(words("desk-dialog.any")));
  unit_->SetSelection(0);
  unit_->SetMinSize(wxSize(scaled(*this, 560), -1));
  GetSizer()->Add(unit_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, border);
  addRoles();
  problem_ = new wxStaticText(this, wxID_ANY, "");
  GetSizer()->Add(problem_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, border);
  addButtons();
  showRoles(workspace.suite().options.actor.desk.roles);
  updateControls();
  GetSizer()->SetSizeHints(this);
  CentreOnParent();
  unit_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { proposeRoles(); });
  readUnits();
}

void DeskDialog::addRoles() {
  const auto words = workspace_.words();
  GetSizer()->Add(new wxStaticText(this, wxID_ANY, wx(words("desk-dialog.roles"))), 0, wxLEFT | wxRIGHT | wxTOP,
                  FromDIP(12));
  for (const auto& [role, label] : {std::pair(UserRole::department, "desk-dialog.role-department"),
                                    std::pair(UserRole::departmentHead, "desk-dialog.role-department-head"),
                                    std::pair(UserRole::office, "desk-dialog.role-office"),
                                    std::pair(UserRole::officeHead, "desk-dialog.role-office-head")}) {
    auto* box = new wxCheckBox(this, wxID_ANY, wx(words(label)));
    roles_.emplace_back(role, box);
    GetSizer()->Add(box, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  }
}

void DeskDialog::addButtons() {
  const auto words = workspace_.words();
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  save_ = new wxButton(this, wxID_OK, wx(words("desk-dialog.save")));
  buttons->AddStretchSpacer();
  buttons->Add(save_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words(shared_ ? "common.close" : "common.cancel"))));
  GetSizer()->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  save_->Show(!shared_);
  save_->SetDefault();
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
}

void DeskDialog::readUnits() {
  showProblem(workspace_.words()("units-view.reading"), false);
  task_.ask(onSuite(workspace_.suite().options,
                    [period = workspace_.period(),
                     desk = workspace_.suite().options.actor.desk](SuiteWork& work) -> Result<std::vector<OrgUnit>> {
                      CCHC_TRY(const auto units, work.suite.store.units());
                      auto all = units->allOn(period.end);
                      const bool known = std::any_of(all.begin(), all.end(),
                                                     [&](const OrgUnit& unit) { return unit.id == desk.unit; });
                      if (known || !desk.unit) return all;
                      // The unit of the desk, if there is none of it in the period.
                      OrgUnit other;
                      other.id = *desk.unit, other.code = codeOf(*desk.unit);
                      other.name = nameOf(work.suite, *desk.unit, period.id);
                      all.push_back(std::move(other));
                      return all;
                    }),
            [this](Result<std::vector<OrgUnit>> units) {
              if (!units) return showProblem(sentencesWithPlace(units.error(), workspace_.settings.language), true);
              showProblem("", false);
              showUnits(std::move(*units));
            });
}

void DeskDialog::showUnits(std::vector<OrgUnit> units) {
  units_ = std::move(units);
  known_ = true;
  const auto& desk = workspace_.suite().options.actor.desk;
  wxArrayString names;
  int at = 0;
  for (const auto& unit : units_) {
    names.Add(wx(unit.name + " (" + unit.code + ")"));
    if (desk.unit == unit.id) at = static_cast<int>(names.size());
  }
  unit_->Append(names);
  unit_->SetSelection(at);
  updateControls();
}

void DeskDialog::showRoles(Roles roles) {
  for (const auto& [role, box] : roles_) box->SetValue((roles & static_cast<Roles>(role)) != 0);
}

void DeskDialog::proposeRoles() {
  const int at = unit_->GetSelection();
  if (at <= 0) {
    proposing_.discard();
    showRoles(Desk{}.roles);
    return updateControls();
  }
  proposing_.ask(onSuite(workspace_.suite().options, [unit = units_[static_cast<std::size_t>(at - 1)].id](
                                                         SuiteWork& work) { return isOffice(work.suite, unit); }),
                 [this](const Result<bool>& office) {
                   if (office) showRoles(*office ? allRoles : departmentRoles);
                   if (!office) showProblem(sentencesWithPlace(office.error(), workspace_.settings.language), true);
                   updateControls();
                 });
  updateControls();
}

// The roles wait for the unit that they are proposed for.
void DeskDialog::updateControls() {
  const bool free = known_ && !shared_ && !task_.running();
  const bool proposed = free && !proposing_.running();
  unit_->Enable(free);
  for (const auto& [role, box] : roles_) box->Enable(proposed && unit_->GetSelection() > 0);
  save_->Enable(proposed);
  FindWindow(wxID_CANCEL)->Enable(!saving_);  // the window must learn of a desk that is saved
}

void DeskDialog::showProblem(const std::string& text, bool wrong) {
  showStatusText(*problem_, text, wrong);
  const int needed = GetSizer()->CalcMin().GetHeight();
  if (needed > GetClientSize().GetHeight()) SetClientSize(GetClientSize().GetWidth(), needed);
  Layout();
}

std::optional<Desk> DeskDialog::chosen() const {
  const int at = unit_->GetSelection();
  if (at <= 0) return std::nullopt;
  Desk desk{units_[static_cast<std::size_t>(at - 1)].id, 0};
  for (const auto& [role, box] : roles_) desk.roles |= box->GetValue() ? static_cast<Roles>(role) : 0U;
  return desk;
}

void DeskDialog::save() {
  const auto desk = chosen();
  if (desk && desk->roles == 0) return showProblem(workspace_.words()("desk-dialog.no-role"), true);
  using Saved = std::pair<Desk, std::string>;
  task_.start(onSuite(workspace_.suite().options,
                      [desk, language = workspace_.settings.language](SuiteWork& work) -> Result<Saved> {
                        CCHC_CHECK(saveDesk(work.suite, desk));
                        const auto& now = work.suite.options.actor.desk;
                        return Saved{now, deskLabel(work.suite, now, language)};
                      }),
              [this](const Result<Saved>& saved) {
                saving_ = false;
                updateControls();
                if (!saved) return showProblem(sentences(saved.error(), workspace_.settings.language), true);
                workspace_.setDesk(saved->first, saved->second);
                EndModal(wxID_OK);
              });
  saving_ = true;
  updateControls();
}

}  // namespace cchc::shell

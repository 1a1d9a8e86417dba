#include "core/shell/office/reason_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <cstddef>

#include "core/base/text.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/typed_guard.h"

namespace cchc::shell {

ReasonDialog::ReasonDialog(wxWindow* parent, presentation::Words words, const std::string& section,
                           const SectionDefinition& definition)
    : wxDialog(parent, wxID_ANY, wx(words("reason.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(this, wxID_ANY, wx(section)), 0, wxALL, FromDIP(12));
  sizer->Add(new wxStaticText(this, wxID_ANY, wx(words("reason.label"))), 0, wxLEFT | wxRIGHT, FromDIP(12));
  reason_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(580, 110)), wxTE_MULTILINE);
  setAccessibleName(*reason_, words("reason.reason"));
  sizer->Add(reason_, 1, wxEXPAND | wxALL, FromDIP(12));
  sizer->Add(remarkRow(words, definition), 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(580, 80)));
  showCutTexts(*list_);
  setAccessibleName(*list_, words("reason.remarks"));
  sizer->Add(list_, 1, wxEXPAND | wxALL, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* accept = new wxButton(this, wxID_OK, wx(words("reason.return")));
  accept->Disable();
  buttons->AddStretchSpacer();
  buttons->Add(accept, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words("common.cancel"))));
  sizer->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  SetSizerAndFit(sizer);
  CentreOnParent();
  askBeforeLosing(*this, words, [this] { return !remarks_.empty(); });
  reason_->SetFocus();
  reason_->Bind(wxEVT_TEXT, [this, accept](wxCommandEvent&) { accept->Enable(!reason().empty()); });
  // A remark that is typed and not added yet goes with the others.
  accept->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
    addRemark();
    event.Skip();
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (!event.ControlDown() || event.GetKeyCode() != WXK_RETURN || reason().empty()) return event.Skip();
    addRemark();
    EndModal(wxID_OK);
  });
  list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_DELETE) return removeRemark();
    event.Skip();
  });
}

wxSizer* ReasonDialog::remarkRow(presentation::Words words, const SectionDefinition& definition) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(new wxStaticText(this, wxID_ANY, wx(words("reason.remarks-label"))), 0, wxBOTTOM, FromDIP(4));
  place_ = new wxChoice(this, wxID_ANY);
  const auto add = [&](const Place& place, const Label& label) {
    places_.push_back(place);
    place_->Append(wx(label.in(words.language)));
  };
  for (const auto& field : definition.fields) add(field.id, field.label);
  for (const auto& table : definition.tables) add(table.id, table.title);
  if (!places_.empty()) place_->SetSelection(0);
  place_->SetMinSize(FromDIP(wxSize(580, -1)));
  setAccessibleName(*place_, words("reason.remark-on"));
  column->Add(place_, 0, wxEXPAND | wxBOTTOM, FromDIP(4));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  remark_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  setAccessibleName(*remark_, words("reason.remark"));
  auto* button = new wxButton(this, wxID_ADD, wx(words("reason.add-remark")));
  line->Add(remark_, 1, wxEXPAND | wxRIGHT, FromDIP(6));
  line->Add(button);
  column->Add(line, 0, wxEXPAND);
  button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addRemark(); });
  remark_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { addRemark(); });
  return column;
}

void ReasonDialog::goTo(const Place& place) {
  const auto found = std::find(places_.begin(), places_.end(), place);
  if (found == places_.end()) return;
  place_->SetSelection(static_cast<int>(found - places_.begin()));
  remark_->SetFocus();
}

// A place has at most one remark, so a new one replaces it.
void ReasonDialog::addRemark() {
  const auto text = std::string(trim(utf8(remark_->GetValue())));
  const int at = place_->GetSelection();
  if (text.empty() || at == wxNOT_FOUND) return;
  const auto& place = places_[static_cast<std::size_t>(at)];
  for (std::size_t i = 0; i < remarks_.size(); ++i) {
    if (remarks_[i].place != place) continue;
    remarks_.erase(remarks_.begin() + static_cast<std::ptrdiff_t>(i));
    list_->Delete(static_cast<unsigned>(i));
    break;
  }
  remarks_.push_back({place, text});
  list_->Append(place_->GetStringSelection() + ": " + wx(text));
  remark_->Clear();
  remark_->SetFocus();
}

void ReasonDialog::removeRemark() {
  const int at = list_->GetSelection();
  if (at == wxNOT_FOUND) return;
  remarks_.erase(remarks_.begin() + at);
  list_->Delete(static_cast<unsigned>(at));
}

std::string ReasonDialog::reason() const { return std::string(trim(utf8(reason_->GetValue()))); }

}  // namespace cchc::shell

#include "core/shell/office/reason_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"

namespace cchc::shell {

ReasonDialog::ReasonDialog(wxWindow* parent, presentation::Words words, const std::string& what,
                           const SectionDefinition& form)
    : wxDialog(parent, wxID_ANY, wx(words("Trả lại", "Return")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(this, wxID_ANY, wx(what)), 0, wxALL, FromDIP(12));
  sizer->Add(
      new wxStaticText(this, wxID_ANY, wx(words("Lý do trả lại (đơn vị sẽ đọc):", "Reason (the unit will read it):"))),
      0, wxLEFT | wxRIGHT, FromDIP(12));
  text_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(580, 110)), wxTE_MULTILINE);
  setAccessibleName(*text_, words("Lý do trả lại", "Reason for the return"));
  sizer->Add(text_, 1, wxEXPAND | wxALL, FromDIP(12));
  sizer->Add(remarkRow(words, form), 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(580, 80)));
  tellCutTexts(*list_);
  setAccessibleName(*list_, words("Các nhận xét, Delete để bỏ", "Remarks, Delete removes one"));
  sizer->Add(list_, 1, wxEXPAND | wxALL, FromDIP(12));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* send = new wxButton(this, wxID_OK, wx(words("Trả lại (Ctrl+Enter)", "Return (Ctrl+Enter)")));
  send->Disable();
  buttons->AddStretchSpacer();
  buttons->Add(send, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words("Thôi", "Cancel"))));
  sizer->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  SetSizerAndFit(sizer);
  CentreOnParent();
  text_->SetFocus();
  text_->Bind(wxEVT_TEXT, [this, send](wxCommandEvent&) { send->Enable(!reason().empty()); });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.ControlDown() && event.GetKeyCode() == WXK_RETURN && !reason().empty()) return EndModal(wxID_OK);
    event.Skip();
  });
  list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_DELETE) return removeRemark();
    event.Skip();
  });
}

wxSizer* ReasonDialog::remarkRow(presentation::Words words, const SectionDefinition& form) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(new wxStaticText(this, wxID_ANY,
                               wx(words("Nhận xét tại từng chỗ, nếu có (hiện ngay ở trường đó):",
                                        "Remarks on places, if any (they show at the field):"))),
              0, wxBOTTOM, FromDIP(4));
  place_ = new wxChoice(this, wxID_ANY);
  const auto add = [&](const std::string& place, const Label& label) {
    places_.push_back(place);
    place_->Append(wx(label.in(words.language)));
  };
  for (const auto& field : form.fields) add(field.id, field.label);
  for (const auto& table : form.tables) add(table.id, table.title);
  if (!places_.empty()) place_->SetSelection(0);
  place_->SetMinSize(FromDIP(wxSize(580, -1)));
  setAccessibleName(*place_, words("Chỗ nhận xét", "Place to remark on"));
  column->Add(place_, 0, wxEXPAND | wxBOTTOM, FromDIP(4));
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  remark_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  setAccessibleName(*remark_, words("Nội dung nhận xét", "The remark"));
  auto* button = new wxButton(this, wxID_ADD, wx(words("Thêm nhận xét", "Add the remark")));
  line->Add(remark_, 1, wxEXPAND | wxRIGHT, FromDIP(6));
  line->Add(button);
  column->Add(line, 0, wxEXPAND);
  button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addRemark(); });
  remark_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { addRemark(); });
  return column;
}

void ReasonDialog::goTo(const std::string& place) {
  const auto found = std::find(places_.begin(), places_.end(), place);
  if (found == places_.end()) return;
  place_->SetSelection(static_cast<int>(found - places_.begin()));
  remark_->SetFocus();
}

// One remark a place: another on the same one takes its place.
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

std::string ReasonDialog::reason() const { return std::string(trim(utf8(text_->GetValue()))); }

}  // namespace cchc::shell

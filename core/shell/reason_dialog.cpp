#include "core/shell/reason_dialog.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "core/base/text.h"
#include "core/shell/accessible_name.h"
#include "core/shell/convert.h"

namespace cchc::shell {

ReasonDialog::ReasonDialog(wxWindow* parent, presentation::Words words, const std::string& what)
    : wxDialog(parent, wxID_ANY, wx(words("Trả lại", "Return")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(this, wxID_ANY, wx(what)), 0, wxALL, FromDIP(12));
  sizer->Add(new wxStaticText(this, wxID_ANY, wx(words("Lý do trả lại (đơn vị sẽ đọc):", "Reason (the unit will read it):"))), 0, wxLEFT | wxRIGHT, FromDIP(12));
  text_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(480, 110)), wxTE_MULTILINE);
  setAccessibleName(*text_, words("Lý do trả lại", "Reason for the return"));
  sizer->Add(text_, 1, wxEXPAND | wxALL, FromDIP(12));
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
  text_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.ControlDown() && event.GetKeyCode() == WXK_RETURN && !reason().empty()) return EndModal(wxID_OK);
    event.Skip();
  });
}

std::string ReasonDialog::reason() const { return std::string(trim(utf8(text_->GetValue()))); }

}  // namespace cchc::shell

#include "core/shell/received_dialog.h"

#include <wx/button.h>
#include <wx/listctrl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "core/shell/accessible_name.h"
#include "core/shell/convert.h"

namespace cchc::shell {

void showReceived(wxWindow* parent, presentation::Words words, const std::string& summary, const std::vector<ReceivedLine>& lines) {
  auto* dialog = new wxDialog(parent, wxID_ANY, wx(words("Kết quả nhận", "What was received")), wxDefaultPosition, parent->FromDIP(wxSize(720, 400)), wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* list = new wxListView(dialog, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*list, words("Các tệp cần xem", "Files to look at"));
  list->AppendColumn(wx(words("Tệp", "File")), wxLIST_FORMAT_LEFT, dialog->FromDIP(210));
  list->AppendColumn(wx(words("Kết quả", "Outcome")), wxLIST_FORMAT_LEFT, dialog->FromDIP(470));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list->InsertItem(static_cast<long>(i), wx(lines[i].file));
    list->SetItem(static_cast<long>(i), 1, wx(lines[i].outcome));
  }
  auto* whole = new wxTextCtrl(dialog, wxID_ANY, "", wxDefaultPosition, dialog->FromDIP(wxSize(-1, 90)), wxTE_MULTILINE | wxTE_READONLY);
  setAccessibleName(*whole, words("Kết quả của tệp đang chọn", "Outcome of the selected file"));
  auto* close = new wxButton(dialog, wxID_CANCEL, wx(words("Đóng", "Close")));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(dialog, wxID_ANY, wx(summary)), 0, wxALL, dialog->FromDIP(12));
  sizer->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT, dialog->FromDIP(12));
  sizer->Add(whole, 0, wxEXPAND | wxALL, dialog->FromDIP(12));
  sizer->Add(close, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, dialog->FromDIP(12));
  dialog->SetSizer(sizer);
  list->Bind(wxEVT_LIST_ITEM_SELECTED, [list, whole](wxListEvent& event) { whole->ChangeValue(list->GetItemText(event.GetIndex(), 0) + "\n" + list->GetItemText(event.GetIndex(), 1)); });
  if (!lines.empty()) list->Select(0);
  close->Bind(wxEVT_BUTTON, [dialog](wxCommandEvent&) { dialog->Destroy(); });
  dialog->Bind(wxEVT_CLOSE_WINDOW, [dialog](wxCloseEvent&) { dialog->Destroy(); });
  dialog->CentreOnParent();
  dialog->Show();
  list->SetFocus();
}

}  // namespace cchc::shell

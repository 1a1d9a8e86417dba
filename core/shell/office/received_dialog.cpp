#include "core/shell/office/received_dialog.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/listctrl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

void showReceived(wxWindow* parent, presentation::Words words, const std::string& summary,
                  const std::vector<ReceivedLine>& lines) {
  auto* dialog = new wxDialog(parent, wxID_ANY, wx(words("received.title")), wxDefaultPosition,
                              scaledWithin(*parent, 720, 400), wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* list = new wxListView(dialog, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setColumns(*list, words("received.list"), {{words("common.file"), 210}, {words("received.outcome"), 470}});
  stretchColumn(*list, 1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list->InsertItem(static_cast<long>(i), wx(lines[i].file));
    list->SetItem(static_cast<long>(i), 1, wx(lines[i].outcome));
  }
  // Shows the whole outcome of the selected file, which may be too long for its column.
  auto* outcome = new wxTextCtrl(dialog, wxID_ANY, "", wxDefaultPosition, wxSize(-1, scaled(*dialog, 80)),
                                 wxTE_MULTILINE | wxTE_READONLY);
  setAccessibleName(*outcome, words("received.selected-outcome"));
  auto* close = new wxButton(dialog, wxID_CANCEL, wx(words("common.close")));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(dialog, wxID_ANY, wx(summary)), 0, wxALL, dialog->FromDIP(12));
  sizer->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT, dialog->FromDIP(12));
  sizer->Add(outcome, 0, wxEXPAND | wxALL, dialog->FromDIP(12));
  sizer->Add(close, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, dialog->FromDIP(12));
  dialog->SetSizer(sizer);
  list->Bind(wxEVT_LIST_ITEM_SELECTED, [list, outcome](wxListEvent& event) {
    outcome->ChangeValue(list->GetItemText(event.GetIndex(), 0) + "\n" + list->GetItemText(event.GetIndex(), 1));
  });
  if (!lines.empty()) list->Select(0);
  close->Bind(wxEVT_BUTTON, [dialog](wxCommandEvent&) { dialog->Destroy(); });
  dialog->Bind(wxEVT_CLOSE_WINDOW, [dialog](wxCloseEvent&) { dialog->Destroy(); });
  dialog->CentreOnParent();
  dialog->Show();
  list->SetFocus();
}

}  // namespace cchc::shell

#include "core/shell/office/received_dialog.h"

#include <wx/button.h>
#include <wx/listctrl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

void Received::add(const ReceivedFile& file, presentation::Words words) {
  const auto name = file.file.filename().string();
  switch (file.result) {
    case ReceiveResult::stored:
      ++stored;
      break;
    case ReceiveResult::known:
      ++known;
      break;
    case ReceiveResult::returned:
    case ReceiveResult::kept:
      ++returned;
      break;
    case ReceiveResult::asked:
      ++asked;
      toLookAt.push_back({name, words("Đơn vị đề nghị trả lại phần này: trả lại, hoặc từ chối, ở bảng theo dõi.",
                                      "The unit asks for this section back: return it, or refuse, on the board.")});
      break;
    case ReceiveResult::rival:
      ++rival;
      toLookAt.push_back(
          {name,
           words("Cùng lần gửi đã có một bản khác; cả hai được giữ. Chọn bản được dùng ở bảng theo dõi.",
                 "Another package of the same revision is there; both are kept. Choose on the board which counts.")});
      break;
    case ReceiveResult::receipt:
    case ReceiveResult::refused:
      break;
  }
  if (file.note) {
    const auto told = message(*file.note, words.language);
    toLookAt.push_back({name, told.what + (told.fix.empty() ? "" : ". " + told.fix)});
  }
  if (!file.refusal) return;
  const bool wait = isForLater(*file.refusal);
  ++(wait ? later : refused);
  const auto told = message(*file.refusal, words.language);
  toLookAt.push_back({name, (wait ? words("Để chờ: ", "Waits: ") : words("Bị từ chối: ", "Refused: ")) + told.what +
                                (told.fix.empty() ? "" : ". " + told.fix)});
}

std::string Received::summary(presentation::Words words) const {
  const auto some = [](std::size_t count, const char* what) {
    return count == 0 ? std::string() : std::to_string(count) + what;
  };
  return words("Đã nhận ", "Received ") + std::to_string(stored) + words(" gói mới, ", " new packages, ") +
         some(known, words(" gói đã có, ", " known, ")) + some(returned, words(" phần bị trả lại, ", " returned, ")) +
         some(asked, words(" đề nghị trả lại, ", " asked back, ")) +
         some(rival, words(" gói tranh chấp, ", " rivals, ")) +
         some(later, words(" gói chờ cập nhật phần mềm, ", " waiting for an update, ")) + std::to_string(refused) +
         words(" gói bị từ chối", " refused");
}

std::string Received::logged() const {
  return std::to_string(stored) + " stored, " + std::to_string(known) + " known, " + std::to_string(refused) +
         " refused";
}

void showReceived(wxWindow* parent, presentation::Words words, const std::string& summary,
                  const std::vector<ReceivedLine>& lines) {
  auto* dialog = new wxDialog(parent, wxID_ANY, wx(words("Kết quả nhận", "What was received")), wxDefaultPosition,
                              scaledWithin(*parent, 720, 400), wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* list = new wxListView(dialog, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*list, words("Các tệp cần xem", "Files to look at"));
  list->AppendColumn(wx(words("Tệp", "File")), wxLIST_FORMAT_LEFT, scaled(*dialog, 210));
  list->AppendColumn(wx(words("Kết quả", "Outcome")), wxLIST_FORMAT_LEFT, scaled(*dialog, 470));
  list->Bind(wxEVT_SIZE, [list](wxSizeEvent& event) {
    event.Skip();
    list->SetColumnWidth(
        1, std::max(scaled(*list, 200), list->GetClientSize().GetWidth() - list->GetColumnWidth(0) - list->FromDIP(4)));
  });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    list->InsertItem(static_cast<long>(i), wx(lines[i].file));
    list->SetItem(static_cast<long>(i), 1, wx(lines[i].outcome));
  }
  auto* whole = new wxTextCtrl(dialog, wxID_ANY, "", wxDefaultPosition, wxSize(-1, scaled(*dialog, 80)),
                               wxTE_MULTILINE | wxTE_READONLY);
  setAccessibleName(*whole, words("Kết quả của tệp đang chọn", "Outcome of the selected file"));
  auto* close = new wxButton(dialog, wxID_CANCEL, wx(words("Đóng", "Close")));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(new wxStaticText(dialog, wxID_ANY, wx(summary)), 0, wxALL, dialog->FromDIP(12));
  sizer->Add(list, 1, wxEXPAND | wxLEFT | wxRIGHT, dialog->FromDIP(12));
  sizer->Add(whole, 0, wxEXPAND | wxALL, dialog->FromDIP(12));
  sizer->Add(close, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, dialog->FromDIP(12));
  dialog->SetSizer(sizer);
  list->Bind(wxEVT_LIST_ITEM_SELECTED, [list, whole](wxListEvent& event) {
    whole->ChangeValue(list->GetItemText(event.GetIndex(), 0) + "\n" + list->GetItemText(event.GetIndex(), 1));
  });
  tellCutTexts(*list);
  if (!lines.empty()) list->Select(0);
  close->Bind(wxEVT_BUTTON, [dialog](wxCommandEvent&) { dialog->Destroy(); });
  dialog->Bind(wxEVT_CLOSE_WINDOW, [dialog](wxCloseEvent&) { dialog->Destroy(); });
  dialog->CentreOnParent();
  dialog->Show();
  list->SetFocus();
}

}  // namespace cchc::shell

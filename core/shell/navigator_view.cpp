#include "core/shell/navigator_view.h"

#include <wx/settings.h>
#include <wx/sizer.h>

#include "core/base/vietnamese.h"
#include "core/shell/accessible_name.h"
#include "core/shell/colours.h"
#include "core/shell/convert.h"
#include "core/shell/scale.h"

namespace cchc::shell {

NavigatorView::NavigatorView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  search_ = new wxSearchCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  search_->SetDescriptiveText(wx(words("Tìm chỉ tiêu, mã, số liệu (Ctrl+F)", "Find (Ctrl+F)")));
  search_->ShowCancelButton(true);
  setAccessibleName(*search_, words("Tìm chỉ tiêu, mã, số liệu", "Find an indicator, code or figure"));
  const auto makeList = [&](const char* name) {
    auto* list = new wxListView(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL | wxLC_NO_HEADER);
    list->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(170));
    list->AppendColumn("", wxLIST_FORMAT_RIGHT, FromDIP(80));
    setAccessibleName(*list, name);
    return list;
  };
  list_ = makeList(words("Các phần báo cáo", "Sections"));
  hits_ = makeList(words("Kết quả tìm", "Search results"));
  hits_->Hide();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(search_, 0, wxEXPAND | wxALL, FromDIP(4));
  sizer->Add(list_, 1, wxEXPAND);
  sizer->Add(hits_, 1, wxEXPAND);
  SetSizer(sizer);
  const auto openEntry = [this](wxListEvent& event) {
    const auto row = static_cast<std::size_t>(event.GetIndex());
    if (!filling_ && open && row < workspace_.entries().size()) open(workspace_.entries()[row].key, "");
  };
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, openEntry);
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, openEntry);
  hits_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent& event) {
    const auto& hit = found_[static_cast<std::size_t>(event.GetIndex())];
    if (open) open(hit.key, hit.place);
  });
  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { find(); });
  search_->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { search_->Clear(); });
  search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
    if (found_.empty()) return;
    hits_->Select(0);
    hits_->SetFocus();
    if (open) open(found_.front().key, found_.front().place);
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    const int width = GetClientSize().GetWidth() - FromDIP(8);
    list_->SetColumnWidth(1, scaled(*this, 92));
    list_->SetColumnWidth(0, std::max(FromDIP(80), width - scaled(*this, 92)));
    hits_->SetColumnWidth(0, std::max(FromDIP(80), width));
    hits_->SetColumnWidth(1, 0);
  });
}

void NavigatorView::reload() {
  const auto words = workspace_.words();
  filling_ = true;
  list_->Freeze();
  const auto& entries = workspace_.entries();
  while (list_->GetItemCount() > static_cast<int>(entries.size())) list_->DeleteItem(list_->GetItemCount() - 1);
  const bool several = std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.key.definition == entries.front().key.definition && entry.key.unit != entries.front().key.unit; });
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& entry = entries[i];
    const auto row = static_cast<long>(i);
    if (row >= list_->GetItemCount()) list_->InsertItem(row, "");
    const auto title = std::string(presentation::stateShape(entry.state, entry.begun)) + " " + (entry.place.empty() ? "" : entry.place + " ") +
                       (several ? entry.unitName : entry.title);
    if (list_->GetItemText(row, 0) != wx(title)) list_->SetItem(row, 0, wx(title));
    std::string counts = std::to_string(entry.filled) + "/" + std::to_string(entry.required);
    if (entry.errors > 0) counts += std::string(" ") + presentation::severityShape(Severity::error) + std::to_string(entry.errors);
    if (entry.warnings > 0) counts += std::string(" ") + presentation::severityShape(Severity::warning) + std::to_string(entry.warnings);
    if (list_->GetItemText(row, 1) != wx(counts)) list_->SetItem(row, 1, wx(counts));
    const auto ink = entry.errors > 0 ? colours::of(Severity::error) : entry.state == SectionState::returned ? colours::of(Severity::warning)
                                                                                                            : wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOXTEXT);
    if (list_->GetItemTextColour(row) != ink) list_->SetItemTextColour(row, ink);
    if (workspace_.form() != nullptr && workspace_.form()->editing().key() == entry.key && !list_->IsSelected(row)) list_->Select(row);
  }
  list_->SetToolTip(wx(words("○ chưa nhập  ◐ đang nhập  ➤ đã gửi  ✓ đã chấp nhận  ↩ bị trả lại  ▣ trong báo cáo  ■ lỗi  ▲ cảnh báo",
                             "○ not begun  ◐ draft  ➤ submitted  ✓ accepted  ↩ returned  ▣ in report  ■ errors  ▲ warnings")));
  list_->Thaw();
  filling_ = false;
}

void NavigatorView::find() {
  const auto wanted = utf8(search_->GetValue());
  const bool searching = !wanted.empty() && workspace_.isOpen();
  found_.clear();
  hits_->DeleteAllItems();
  if (searching) {
    found_ = presentation::search(workspace_.suite(), workspace_.entries(), wanted, workspace_.words());
    for (std::size_t i = 0; i < found_.size(); ++i) hits_->InsertItem(static_cast<long>(i), wx(found_[i].text));
  }
  list_->Show(!searching);
  hits_->Show(searching);
  Layout();
}

}  // namespace cchc::shell

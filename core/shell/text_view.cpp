#include "core/shell/text_view.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/shell/accessible_name.h"
#include "core/shell/colours.h"
#include "core/shell/convert.h"

namespace cchc::shell {

TextView::TextView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  list_ = new wxListBox(this, wxID_ANY);
  setAccessibleName(*list_, words("Các đoạn văn của phần này", "Paragraphs of this section"));
  state_ = new wxStaticText(this, wxID_ANY, "");
  text_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
  setAccessibleName(*text_, words("Lời văn", "Text of the paragraph"));
  save_ = new wxButton(this, wxID_ANY, wx(words("Lưu đoạn văn", "Save text")));
  regenerate_ = new wxButton(this, wxID_ANY, wx(words("Lập lại từ số liệu", "Generate again")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(regenerate_);
  buttons->AddStretchSpacer();
  buttons->Add(save_);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list_, 1, wxEXPAND);
  sizer->Add(state_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(text_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(6));
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(6));
  SetSizer(sizer);
  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { showSelected(); });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(false); });
  regenerate_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(true); });
  reload();
}

void TextView::reload() {
  paragraphs_.clear();
  wxArrayString lines;
  int chosen = wxNOT_FOUND;
  if (auto* form = workspace_.form()) {
    for (std::size_t group = 0; group < form->editing().definition().groups.size(); ++group) {
      for (auto& paragraph : form->editing().paragraphs(group)) {
        if (paragraph.paragraph.id == shown_) chosen = static_cast<int>(paragraphs_.size());
        const char* mark = paragraph.drifted ? "▲ " : paragraph.paragraph.edited ? "✎ " : "";
        lines.Add(wx(mark + paragraph.paragraph.text));
        paragraphs_.push_back(std::move(paragraph));
      }
    }
  }
  if (lines != lines_) list_->Set(lines);
  lines_ = lines;
  if (chosen == wxNOT_FOUND && !paragraphs_.empty()) chosen = 0;
  list_->SetSelection(chosen);
  showSelected();
}

void TextView::showSelected() {
  const int at = list_->GetSelection();
  const auto words = workspace_.words();
  const bool any = at >= 0 && static_cast<std::size_t>(at) < paragraphs_.size();
  const bool editable = any && workspace_.form() != nullptr && !workspace_.form()->editing().locked();
  text_->SetEditable(editable);
  save_->Enable(editable);
  regenerate_->Enable(editable && paragraphs_[static_cast<std::size_t>(at)].paragraph.edited);
  if (!any) {
    shown_.clear();
    text_->ChangeValue("");
    return state_->SetLabelText("");
  }
  const auto& one = paragraphs_[static_cast<std::size_t>(at)];
  if (shown_ != one.paragraph.id || !text_->HasFocus()) text_->ChangeValue(wx(one.paragraph.text));
  shown_ = one.paragraph.id;
  std::string state = words("Lập từ số liệu", "Generated from the figures");
  if (one.paragraph.edited) state = words("Đã sửa tay", "Edited by hand");
  if (one.drifted) state = words("▲ Đã sửa tay; số liệu đã đổi từ đó. Nay số liệu cho: ", "▲ Edited by hand; the figures have changed since. They now give: ") + one.generated;
  state_->SetForegroundColour(one.drifted ? colours::of(Severity::warning) : wxNullColour);
  state_->SetLabelText(wx(state));
  state_->Wrap(std::max(FromDIP(120), GetClientSize().GetWidth() - FromDIP(16)));
  Layout();
}

void TextView::save(bool generated) {
  auto* form = workspace_.form();
  const int at = list_->GetSelection();
  if (form == nullptr || at < 0) return;
  const auto& one = paragraphs_[static_cast<std::size_t>(at)];
  ParagraphData paragraph;
  paragraph.id = one.paragraph.id;
  for (const auto& own : form->editing().data().paragraphs) {
    if (own.id == paragraph.id) paragraph.confirmed = own.confirmed;
  }
  if (!generated) {
    const auto typed = normaliseText(utf8(text_->GetValue()));
    if (!typed) return tellError ? tellError(typed.error()) : void();
    if (*typed == one.paragraph.text) return;
    paragraph.text = *typed;
    paragraph.basis = sha256(one.generated);
  }
  const auto done = form->editing().apply({{generated ? "Lập lại đoạn văn" : "Sửa đoạn văn", generated ? "Generate paragraph again" : "Edit paragraph"}, {ParagraphEdit{paragraph}}});
  if (!done && tellError) tellError(done.error());
  list_->SetFocus();
  workspace_.edited();
}

}  // namespace cchc::shell

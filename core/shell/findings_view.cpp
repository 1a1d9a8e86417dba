#include "core/shell/findings_view.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include "core/shell/accessible_name.h"
#include "core/shell/colours.h"
#include "core/shell/convert.h"

namespace cchc::shell {

// Lines are asked for as they come into sight: a section may have hundreds.
class FindingsView::List final : public wxListView {
 public:
  List(FindingsView* parent) : wxListView(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL | wxLC_NO_HEADER | wxLC_VIRTUAL), view_(*parent) {}

 private:
  wxString OnGetItemText(long row, long column) const override {
    const auto& finding = view_.shown_[static_cast<std::size_t>(row)];
    if (column == 0) return wx(presentation::severityShape(finding.severity));
    return wx(what(finding, view_.workspace_.settings.language) + (finding.comment.empty() ? "" : "  ✎"));
  }
  wxListItemAttr* OnGetItemAttr(long row) const override {
    attribute_.SetTextColour(colours::of(view_.shown_[static_cast<std::size_t>(row)].severity));
    return &attribute_;
  }

  FindingsView& view_;
  mutable wxListItemAttr attribute_;
};

FindingsView::FindingsView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  list_ = new List(this);
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(24));
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(600));
  setAccessibleName(*list_, words("Danh sách lỗi và cảnh báo", "Findings"));
  detail_ = new wxStaticText(this, wxID_ANY, "");
  auto* label = new wxStaticText(this, wxID_ANY, wx(words("Giải trình cho cảnh báo đang chọn:", "Explanation of the selected warning:")));
  comment_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(-1, 54)), wxTE_MULTILINE);
  setAccessibleName(*comment_, words("Giải trình", "Explanation"));
  save_ = new wxButton(this, wxID_ANY, wx(words("Lưu giải trình", "Save explanation")));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list_, 1, wxEXPAND);
  sizer->Add(detail_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(label, 0, wxLEFT | wxRIGHT, FromDIP(6));
  sizer->Add(comment_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(save_, 0, wxALIGN_RIGHT | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  SetSizer(sizer);
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { showSelected(); });
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) {
    const auto at = selected();
    if (at && goTo) goTo(workspace_.form()->editing().findings()[*at].place);
  });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { saveComment(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    list_->SetColumnWidth(1, std::max(FromDIP(100), GetClientSize().GetWidth() - FromDIP(30)));
    CallAfter([this] { showSelected(); });
  });
  reload();
}

std::optional<std::size_t> FindingsView::selected() const {
  const auto at = list_->GetFirstSelected();
  if (at < 0 || workspace_.form() == nullptr || static_cast<std::size_t>(at) >= workspace_.form()->editing().findings().size()) return std::nullopt;
  return static_cast<std::size_t>(at);
}

void FindingsView::reload() {
  const auto before = selected();
  const auto* form = workspace_.form();
  const auto now = form != nullptr ? form->editing().findings() : std::vector<Finding>();
  if (now == shown_ && form == form_) return;
  shown_ = now;
  form_ = form;
  list_->SetItemCount(static_cast<long>(shown_.size()));
  if (before && *before >= shown_.size()) list_->Select(static_cast<long>(*before), false);
  list_->Refresh();
  showSelected();
}

void FindingsView::showSelected() {
  const auto at = selected();
  const auto words = workspace_.words();
  std::string text;
  bool explain = false;
  if (at) {
    const auto& finding = workspace_.form()->editing().findings()[*at];
    text = presentation::severityText(finding.severity, words) + ": " + what(finding, words.language);
    if (const auto& mend = fix(finding, words.language); !mend.empty()) text += std::string("\n") + words("Cách sửa: ", "How to mend it: ") + mend;
    explain = finding.severity == Severity::warning && !workspace_.form()->editing().locked();
    if (!comment_->HasFocus()) comment_->ChangeValue(wx(finding.comment));
  } else if (workspace_.form() != nullptr) {
    text = shown_.empty() ? words("Không có lỗi hay cảnh báo nào.", "No errors or warnings.") : words("Chọn một dòng để xem cách sửa; Enter để đến chỗ đó.", "Select a line to see how to mend it; Enter goes there.");
    comment_->ChangeValue("");
  }
  comment_->Enable(explain);
  save_->Enable(explain);
  const int width = GetClientSize().GetWidth();
  if (text == told_ && width == toldWidth_) return;
  told_ = text, toldWidth_ = width;
  detail_->SetLabelText(wx(text));
  detail_->Wrap(std::max(FromDIP(120), width - FromDIP(16)));
  Layout();
}

void FindingsView::saveComment() {
  const auto at = selected();
  if (!at) return;
  const auto finding = workspace_.form()->editing().findings()[*at];
  const auto done = workspace_.form()->comment(finding, utf8(comment_->GetValue()));
  if (!done && tellError) tellError(done.error());
  list_->SetFocus();
  workspace_.edited();
}

}  // namespace cchc::shell

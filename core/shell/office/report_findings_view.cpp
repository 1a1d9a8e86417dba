#include "core/shell/office/report_findings_view.h"

#include <wx/sizer.h>

#include <algorithm>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

// Lines are asked for as they come into sight.
class ReportFindingsView::List final : public wxListView {
 public:
  explicit List(ReportFindingsView* parent)
      : wxListView(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                   wxLC_REPORT | wxLC_SINGLE_SEL | wxLC_NO_HEADER | wxLC_VIRTUAL),
        view_(*parent) {}

 private:
  wxString OnGetItemText(long row, long column) const override {
    const auto& one = view_.findings_[static_cast<std::size_t>(row)];
    if (column == 0) return wx(presentation::severityShape(one.finding.severity));
    return wx(what(one.finding, view_.workspace_.settings.language));
  }
  wxListItemAttr* OnGetItemAttr(long row) const override {
    attribute_.SetTextColour(colours::of(view_.findings_[static_cast<std::size_t>(row)].finding.severity));
    return &attribute_;
  }

  ReportFindingsView& view_;
  mutable wxListItemAttr attribute_;
};

ReportFindingsView::ReportFindingsView(wxWindow* parent, Workspace& workspace)
    : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  title_ = new wxStaticText(this, wxID_ANY, wx(words("Lỗi, cảnh báo của báo cáo", "Findings of the report")));
  list_ = new List(this);
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(24));
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(600));
  setAccessibleName(*list_, words("Lỗi, cảnh báo của báo cáo", "Findings of the report"));
  detail_ = new wxStaticText(this, wxID_ANY, "");
  sources_ = new wxListView(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(-1, 120)), wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*sources_,
                    words("Số liệu của từng phần; Enter để mở", "The figure of each section; Enter opens it"));
  sources_->AppendColumn(wx(words("Phần", "Section")), wxLIST_FORMAT_LEFT, scaled(*this, 110));
  sources_->AppendColumn(wx(words("Số liệu", "Figure")), wxLIST_FORMAT_LEFT, scaled(*this, 100));
  sources_->AppendColumn(wx(words("Chỉ tiêu", "Indicator")), wxLIST_FORMAT_LEFT, scaled(*this, 130));
  sources_->AppendColumn(wx(words("Nguồn", "Source")), wxLIST_FORMAT_LEFT, scaled(*this, 130));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title_, 0, wxALL, FromDIP(6));
  sizer->Add(list_, 1, wxEXPAND);
  sizer->Add(detail_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(sources_, 0, wxEXPAND);
  SetSizer(sizer);
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { showSelected(); });
  const auto openSource = [this](std::size_t source) {
    const auto at = list_->GetFirstSelected();
    if (at < 0 || !open) return;
    const auto& sources = findings_[static_cast<std::size_t>(at)].sources;
    // A sum has no section of its own to open: the finding's stands for it.
    if (source < sources.size())
      open(sources[sources[source].summed ? 0 : source].section, sources[sources[source].summed ? 0 : source].place);
  };
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [openSource](wxListEvent&) { openSource(0); });
  sources_->Bind(wxEVT_LIST_ITEM_ACTIVATED,
                 [openSource](wxListEvent& event) { openSource(static_cast<std::size_t>(event.GetIndex())); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    list_->SetColumnWidth(1, std::max(FromDIP(100), GetClientSize().GetWidth() - FromDIP(30)));
    const int width = std::max(scaled(*this, 240), sources_->GetClientSize().GetWidth());
    constexpr int parts[] = {26, 20, 28, 26};  // of a hundred
    for (int i = 0; i < 4; ++i) sources_->SetColumnWidth(i, width * parts[i] / 100);
    CallAfter([this] { showSelected(); });
  });
  tellCutTexts(*list_);
  tellCutTexts(*sources_);
}

void ReportFindingsView::clear() {
  take({});
  checked_ = false;
  title_->SetLabelText(wx(workspace_.words()("Lỗi, cảnh báo của báo cáo", "Findings of the report")));
  showSelected();
}

void ReportFindingsView::take(std::vector<ReportFinding> findings) {
  findings_ = std::move(findings);
  checked_ = true;
  const auto words = workspace_.words();
  title_->SetLabelText(wx(std::string(words("Lỗi, cảnh báo của báo cáo: ", "Findings of the report: ")) +
                          std::to_string(findings_.size())));
  list_->SetItemCount(static_cast<long>(findings_.size()));
  list_->Refresh();
  if (!findings_.empty() && list_->GetFirstSelected() < 0) list_->Select(0);
  showSelected();
}

void ReportFindingsView::select(std::size_t finding) {
  if (finding >= findings_.size()) return;
  list_->Select(static_cast<long>(finding));
  list_->EnsureVisible(static_cast<long>(finding));
}

void ReportFindingsView::showSelected() {
  const auto at = list_->GetFirstSelected();
  const auto words = workspace_.words();
  sources_->DeleteAllItems();
  std::string text;
  if (at >= 0 && static_cast<std::size_t>(at) < findings_.size()) {
    const auto& one = findings_[static_cast<std::size_t>(at)];
    text = presentation::severityText(one.finding.severity, words) + ": " + what(one.finding, words.language);
    if (const auto& mend = fix(one.finding, words.language); !mend.empty())
      text += std::string("\n") + words("Cách sửa: ", "How to mend it: ") + mend;
    if (!one.finding.comment.empty())
      text += std::string("\n") + words("Giải trình: ", "Explanation: ") + one.finding.comment;
    for (std::size_t i = 0; i < one.sources.size(); ++i) {
      const auto& source = one.sources[i];
      const auto row = static_cast<long>(i);
      sources_->InsertItem(row, wx(source.sectionTitle));
      sources_->SetItem(row, 1, wx(source.display.empty() ? "—" : source.display));
      sources_->SetItem(row, 2, wx(source.label));
      std::string from = source.unitName;
      if (source.summed)
        from = words("Tổng hợp ", "Summed: ") + std::to_string(source.reported) + "/" +
               std::to_string(source.expected) + words(" đơn vị", " units");
      else if (source.revision > 0)
        from += words(", lần ", ", rev. ") + std::to_string(source.revision) +
                (source.sender.empty() ? "" : ", " + source.sender);
      else
        from = words("Chưa nhận", "Not received");
      sources_->SetItem(row, 3, wx(from));
    }
  } else if (findings_.empty() && checked_) {
    text = words("Không có lỗi hay cảnh báo nào.", "No errors or warnings.");
  }
  detail_->SetLabelText(wx(text));
  detail_->Wrap(std::max(FromDIP(120), GetClientSize().GetWidth() - FromDIP(16)));
  Layout();
}

}  // namespace cchc::shell

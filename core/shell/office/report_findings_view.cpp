#include "core/shell/office/report_findings_view.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {
namespace {

std::string originOf(const FindingSource& source, presentation::Words words) {
  if (source.summed)
    return words("report-view.source.summed",
                 {{"reported", std::to_string(source.reported)}, {"expected", std::to_string(source.expected)}});
  if (source.revision <= 0) return words("report-view.source.not-received");
  const std::vector<Parameter> parameters = {
      {"unit", source.unitName}, {"revision", std::to_string(source.revision)}, {"sender", source.sender}};
  return source.sender.empty() ? words("report-view.source.revision", parameters)
                               : words("report-view.source.revision-sender", parameters);
}

}  // namespace

// A virtual list, which asks only for the visible lines: a report may have hundreds of findings.
class ReportFindingsView::List final : public wxListView {
 public:
  explicit List(ReportFindingsView* parent)
      : wxListView(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                   wxLC_REPORT | wxLC_SINGLE_SEL | wxLC_NO_HEADER | wxLC_VIRTUAL),
        view_(*parent) {}

 private:
  wxString OnGetItemText(long row, long column) const override {
    const auto& finding = view_.findings_[static_cast<std::size_t>(row)].finding;
    if (column == 0) return wx(presentation::severityShape(finding.severity));
    return wx(what(finding, view_.workspace_.settings.language));
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
  title_ = new wxStaticText(this, wxID_ANY, wx(words("report-view.findings")));
  list_ = new List(this);
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(24));
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(600));
  setAccessibleName(*list_, words("report-view.findings"));
  detail_ = new wxStaticText(this, wxID_ANY, "");
  sources_ = new wxListView(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(-1, 120)), wxLC_REPORT | wxLC_SINGLE_SEL);
  setColumns(*sources_, words("report-view.sources"),
             {{words("report-view.sources.section"), 110},
              {words("report-view.sources.figure"), 100},
              {words("report-view.sources.field"), 130},
              {words("report-view.sources.origin"), 130}});
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title_, 0, wxALL, FromDIP(6));
  sizer->Add(list_, 1, wxEXPAND);
  sizer->Add(detail_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(sources_, 0, wxEXPAND);
  SetSizer(sizer);
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { showSelected(); });
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { openSource(0); });
  sources_->Bind(wxEVT_LIST_ITEM_ACTIVATED,
                 [this](wxListEvent& event) { openSource(static_cast<std::size_t>(event.GetIndex())); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    list_->SetColumnWidth(1, std::max(FromDIP(100), GetClientSize().GetWidth() - FromDIP(30)));
    const int width = std::max(scaled(*this, 240), sources_->GetClientSize().GetWidth());
    constexpr int percent[] = {26, 20, 28, 26};
    for (int i = 0; i < 4; ++i) sources_->SetColumnWidth(i, width * percent[i] / 100);
    CallAfter([this] { showSelected(); });
  });
  showCutTexts(*list_);
}

// A sum has no section of its own to open, so the section of the finding is opened.
void ReportFindingsView::openSource(std::size_t source) {
  const auto at = list_->GetFirstSelected();
  if (at < 0 || !open) return;
  const auto& sources = findings_[static_cast<std::size_t>(at)].sources;
  if (source >= sources.size()) return;
  const auto& opened = sources[sources[source].summed ? 0 : source];
  open(opened.section, opened.place);
}

void ReportFindingsView::clear() {
  setFindings({});
  hasReport_ = false;
  title_->SetLabelText(wx(workspace_.words()("report-view.findings")));
  showSelected();
}

void ReportFindingsView::setFindings(std::vector<ReportFinding> findings) {
  findings_ = std::move(findings);
  hasReport_ = true;
  title_->SetLabelText(
      wx(workspace_.words()("report-view.findings-counted", {{"count", std::to_string(findings_.size())}})));
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
    const auto& [finding, sources] = findings_[static_cast<std::size_t>(at)];
    text = words("report-view.finding", {{"severity", presentation::severityText(finding.severity, words)},
                                         {"finding", what(finding, words.language)}});
    if (const auto& toFix = fix(finding, words.language); !toFix.empty())
      text += "\n" + words("common.how-to-fix", {{"fix", toFix}});
    if (!finding.explanation.empty())
      text += "\n" + words("report-view.explanation", {{"explanation", finding.explanation}});
    showSources(sources);
  } else if (findings_.empty() && hasReport_) {
    text = words("common.no-findings");
  }
  detail_->SetLabelText(wx(text));
  detail_->Wrap(std::max(FromDIP(120), GetClientSize().GetWidth() - FromDIP(16)));
  Layout();
}

void ReportFindingsView::showSources(const std::vector<FindingSource>& sources) {
  const auto words = workspace_.words();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto row = static_cast<long>(i);
    sources_->InsertItem(row, wx(sources[i].sectionTitle));
    sources_->SetItem(row, 1, wx(sources[i].display.empty() ? "—" : sources[i].display));
    sources_->SetItem(row, 2, wx(sources[i].label));
    sources_->SetItem(row, 3, wx(originOf(sources[i], words)));
  }
}

}  // namespace cchc::shell

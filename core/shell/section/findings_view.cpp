#include "core/shell/section/findings_view.h"

#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <utility>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite_work.h"
#include "core/presentation/window/navigator.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/two_parts.h"

namespace cchc::shell {

// A virtual list, which asks only for the visible lines: a section may have hundreds of findings.
class FindingsView::List final : public wxListView {
 public:
  explicit List(FindingsView* parent)
      : wxListView(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                   wxLC_REPORT | wxLC_SINGLE_SEL | wxLC_NO_HEADER | wxLC_VIRTUAL),
        view_(*parent) {}

 private:
  wxString OnGetItemText(long row, long column) const override {
    const auto at = static_cast<std::size_t>(row);
    return wx(column == 0 ? std::string(presentation::severityShape(view_.shown_[at].severity)) : view_.lines_[at]);
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
  wxArrayString scopes;
  scopes.Add(wx(words("findings-view.scope.section")));
  scopes.Add(wx(words("findings-view.scope.report")));
  scope_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, scopes);
  scope_->SetSelection(0);
  setAccessibleName(*scope_, words("findings-view.scope"));
  list_ = new List(this);
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(24));
  list_->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(600));
  setAccessibleName(*list_, words("findings-view.list"));
  detail_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
  detail_->SetBackgroundColour(GetBackgroundColour());
  setAccessibleName(*detail_, words("findings-view.detail"));
  auto* label = new wxStaticText(this, wxID_ANY, wx(words("findings-view.explanation-label")));
  explanation_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(-1, 54)), wxTE_MULTILINE);
  setAccessibleName(*explanation_, words("findings-view.explanation"));
  save_ = new wxButton(this, wxID_ANY, wx(words("findings-view.save-explanation")));
  confirm_ = new wxButton(this, wxID_ANY, wx(words("findings-view.confirm-earlier")));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(scope_, 0, wxEXPAND | wxALL, FromDIP(4));
  all->Add(list_, 1, wxEXPAND);
  auto* one = new wxBoxSizer(wxVERTICAL);
  one->Add(detail_, 1, wxEXPAND | wxALL, FromDIP(6));
  one->Add(label, 0, wxLEFT | wxRIGHT, FromDIP(6));
  one->Add(explanation_, 0, wxEXPAND | wxALL, FromDIP(6));
  auto* buttons = new wxWrapSizer(wxHORIZONTAL);  // at 125 % they need two lines
  buttons->Add(confirm_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(save_);
  one->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  list_->SetMinSize(FromDIP(wxSize(120, 40)));  // by default it is as wide as its columns
  setTwoParts(*this, all, 1, one, 1);
  scope_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showWhole(scope_->GetSelection() == 1); });
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) {
    commit();
    showSelected();
  });
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) {
    const auto at = selected();
    if (!at || !commit()) return;
    const auto finding = shown_[*at];
    if (isOfOpenSection(finding)) {
      if (goTo) goTo(finding.place);
    } else if (openSection && !finding.section.definition.value.empty()) {
      openSection(finding.section, finding.place);
    }
  });
  save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (commit()) list_->SetFocus();
  });
  confirm_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { confirmEarlier(); });
  // An explanation is saved when the focus leaves its box, as a field is.
  explanation_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] {
      if (!explanation_->HasFocus()) commit();
    });
  });
  list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    list_->SetColumnWidth(1, std::max(FromDIP(100), list_->GetClientSize().GetWidth() - FromDIP(30)));
  });
  showCutTexts(*list_);
  reload();
}

std::optional<std::size_t> FindingsView::selected() const {
  const auto at = list_->GetFirstSelected();
  return at < 0 || static_cast<std::size_t>(at) >= shown_.size() ? std::nullopt
                                                                 : std::optional(static_cast<std::size_t>(at));
}

bool FindingsView::isOfOpenSection(const Finding& finding) const {
  return workspace_.form() != nullptr &&
         (finding.section.definition.value.empty() ? !wantsWhole_
                                                   : finding.section == workspace_.form()->editing().key());
}

// The findings of the open section are current; those of the other sections are from the last computation.
std::vector<Finding> FindingsView::wantedFindings() const {
  const auto* form = workspace_.form();
  auto all = form != nullptr ? form->editing().findings() : std::vector<Finding>();
  if (!wantsWhole_) return all;
  for (const auto& finding : whole_) {
    if (!isOfOpenSection(finding)) all.push_back(finding);
  }
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return all;
}

std::string FindingsView::placeLabelOf(const Finding& finding) const {
  if (isOfOpenSection(finding)) return workspace_.form()->placeLabel(finding.place);
  for (const auto& entry : workspace_.entries()) {
    if (entry.key == finding.section) return (entry.place.empty() ? "" : entry.place + " ") + entry.title;
  }
  if (finding.section.definition.value.empty()) return workspace_.words()("findings-view.between-sections");
  const auto known = definitionInForce(workspace_.suite(), finding.section.definition, finding.section.period);
  return known ? presentation::sectionTitle(known->definition(), workspace_.words()) : finding.section.definition.value;
}

void FindingsView::reload() {
  const auto* form = workspace_.form();
  wholeStale_ = true;
  if (wantsWhole_ && form != form_) readWhole();
  const auto before = selected() ? std::optional(shown_[*selected()]) : std::nullopt;
  auto now = wantedFindings();
  if (now == shown_ && form == form_) return;
  const bool another = form != form_;
  shown_ = std::move(now);
  form_ = form;
  lines_.clear();
  for (const auto& finding : shown_) {
    const auto place = placeLabelOf(finding);
    const auto& text = what(finding, workspace_.settings.language);
    // The place is left out if the text already names it.
    lines_.push_back(
        (place.empty() || (isOfOpenSection(finding) && text.find(place) != std::string::npos) ? "" : place + ": ") +
        text + (finding.explanation.empty() ? "" : "  ✎"));
  }
  list_->SetItemCount(static_cast<long>(shown_.size()));
  // The same finding stays selected; otherwise the first one is selected, so that its fix is visible at once.
  std::size_t at = 0;
  for (std::size_t i = 0; i < shown_.size() && !another && before; ++i) {
    if (shown_[i].code == before->code && shown_[i].place == before->place && shown_[i].section == before->section)
      at = i;
  }
  if (const auto old = list_->GetFirstSelected(); old >= 0 && static_cast<std::size_t>(old) != at)
    list_->Select(old, false);
  if (!shown_.empty()) list_->Select(static_cast<long>(at));
  list_->Refresh();
  showSelected();
}

void FindingsView::showWhole(bool whole) {
  if (!commit()) return;
  wantsWhole_ = whole;
  scope_->SetSelection(whole ? 1 : 0);
  reload();
  if (whole && wholeStale_) readWhole();
}

void FindingsView::readWhole() {
  if (!workspace_.isOpen()) return;
  const auto& settings = workspace_.settings;
  // The office is responsible for the whole report, a department for its own sections.
  const auto office = settings.role == presentation::Role::office ? std::optional(workspace_.whole()) : std::nullopt;
  wholeStale_ = false;
  using Findings = std::vector<Finding>;
  reading_.ask(
      onSuite(workspace_.suite().options,
              [entries = workspace_.entries(), office,
               period = workspace_.period().id](SuiteWork& work) -> Result<Findings> {
                Findings found;
                CCHC_CHECK(presentation::findingsOfAll(work.suite, period, entries, office, found, work.watch));
                return found;
              }),
      [this](Result<Findings> found) {
        if (found)
          whole_ = std::move(*found);
        else if (showError)
          showError(found.error());
        const bool stale = wholeStale_;
        reload();
        wholeStale_ = stale;
      });
}

void FindingsView::showSelected() {
  const auto at = selected();
  const auto words = workspace_.words();
  std::string text;
  bool explain = false;
  if (at) {
    const auto& finding = shown_[*at];
    const auto place = placeLabelOf(finding);
    text = presentation::severityText(finding.severity, words) + (place.empty() ? "" : " · " + place) + "\n" +
           what(finding, words.language);
    if (const auto& toFix = fix(finding, words.language); !toFix.empty())
      text += "\n" + words("common.how-to-fix", {{"fix", toFix}});
    if (!finding.earlierExplanation.empty())
      text += "\n" + words("findings-view.earlier", {{"explanation", finding.earlierExplanation}});
    explain =
        isOfOpenSection(finding) && finding.severity == Severity::warning && !workspace_.form()->editing().locked();
    const bool another = !explained_ || explained_->code != finding.code || explained_->place != finding.place ||
                         explained_->section != finding.section;
    if (another || !explanation_->IsModified()) {
      if (explanation_->GetValue() != wx(finding.explanation)) explanation_->ChangeValue(wx(finding.explanation));
      explanation_->DiscardEdits();
      explained_ = finding;
    }
  } else {
    if (workspace_.form() != nullptr && shown_.empty()) text = words("common.no-findings");
    explained_.reset();
    explanation_->ChangeValue("");
    explanation_->DiscardEdits();
  }
  explanation_->Enable(explain);
  save_->Enable(explain);
  confirm_->Enable(explain && !shown_[*at].earlierExplanation.empty());
  if (text == detailText_) return;
  detailText_ = text;
  detail_->ChangeValue(wx(text));
  detail_->ShowPosition(0);
}

// What is typed in the box is given up, since the earlier explanation takes its place.
void FindingsView::confirmEarlier() {
  const auto at = selected();
  auto* form = workspace_.form();
  if (!at || form == nullptr || !isOfOpenSection(shown_[*at])) return;
  const auto finding = shown_[*at];
  explanation_->DiscardEdits();
  if (const auto done = form->setExplanation(finding, finding.earlierExplanation); !done && showError)
    showError(done.error());
  workspace_.edited();
  list_->SetFocus();
}

bool FindingsView::commit() {
  if (!explanation_->IsModified() || !explained_) return true;
  auto* form = workspace_.form();
  if (form == nullptr || explained_->section != form->editing().key()) return explanation_->DiscardEdits(), true;
  const auto typed = utf8(explanation_->GetValue());
  explanation_->DiscardEdits();
  if (typed == explained_->explanation) return true;
  const auto done = form->setExplanation(*explained_, typed);
  if (!done) {
    explanation_->MarkDirty();
    if (showError) showError(done.error());
  } else {
    explained_->explanation = typed;
  }
  workspace_.edited();
  return done.has_value();
}

}  // namespace cchc::shell

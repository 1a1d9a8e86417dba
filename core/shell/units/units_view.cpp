#include "core/shell/units/units_view.h"

#include <wx/filedlg.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

#include "core/app/suite/suite_work.h"
#include "core/base/reading/date.h"
#include "core/base/vietnamese.h"
#include "core/shell/units/unit_import_dialog.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/availability.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/file_drop.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/search_box.h"
#include "core/shell/widgets/status_text.h"

namespace cchc::shell {

using presentation::UnitPlace;

UnitsView::UnitsView(wxWindow* parent, Workspace& workspace)
    : wxPanel(parent), workspace_(workspace), day_(workspace.period().end) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  SetSizer(sizer);
  makeBar();
  status_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(status_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  empty_ = new wxTextCtrl(this, wxID_ANY, wx(workspace.words()("units-view.empty")), wxDefaultPosition, wxDefaultSize,
                          wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
  empty_->SetBackgroundColour(GetBackgroundColour());
  setAccessibleName(*empty_, workspace.words()("units-view.empty-name"));
  sizer->Add(empty_, 1, wxEXPAND | wxALL, FromDIP(24));
  makePanes();
  sizer->Add(panes_, 1, wxEXPAND);
  empty_->Hide();
  SetDropTarget(new FileDrop(*this, [this](const std::vector<std::string>& files) {
    if (!files.empty()) importUnits(files.front());
  }));
}

void UnitsView::makeBar() {
  const auto words = workspace_.words();
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  const auto label = [&](const char* code) {
    bar->Add(new wxStaticText(this, wxID_ANY, wx(words(code))), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT,
             FromDIP(6));
  };
  search_ =
      makeSearchBox(this, words("units-view.search-hint"), words("units-view.search"), wxSize(scaled(*this, 230), -1));
  bar->Add(search_, 0, wxALIGN_CENTRE_VERTICAL);
  label("units-view.day-label");
  dayBox_ = new wxTextCtrl(this, wxID_ANY, wx(vietnamese::numericDate(day_)), wxDefaultPosition,
                           wxSize(scaled(*this, 100), -1), wxTE_PROCESS_ENTER);
  setAccessibleName(*dayBox_, words("units-view.day"));
  bar->Add(dayBox_, 0, wxALIGN_CENTRE_VERTICAL);
  label("units-view.period-label");
  period_ = new wxChoice(this, wxID_ANY);
  setAccessibleName(*period_, words("units-view.period"));
  period_->SetMinSize(wxSize(scaled(*this, 120), -1));
  bar->Add(period_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(12));
  import_ = new wxButton(this, wxID_ANY, wx(words("units-view.import")));
  updateButtons();
  bar->Add(import_, 0, wxALIGN_CENTRE_VERTICAL);
  GetSizer()->Add(bar, 0, wxEXPAND | wxALL, FromDIP(6));

  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    imported_.clear();
    list_->search(utf8(search_->GetValue()));
    showCount();
  });
  search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
    list_->chooseFirstMatch();
    list_->SetFocus();
  });
  search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_DOWN)
      list_->SetFocus();
    else
      event.Skip();
  });
  dayBox_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { readTypedDay(); });
  dayBox_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] {
      if (!dayBox_->HasFocus()) readTypedDay();
    });
  });
  period_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const auto at = static_cast<std::size_t>(event.GetSelection());
    if (at < periods_.size()) setDay(periods_[at].end);
  });
  import_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { importUnits(); });
}  // namespace cchc::shell

void UnitsView::makePanes() {
  const auto words = workspace_.words();
  panes_ = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  list_ = new UnitTreeList(panes_, words);
  past_ = new UnitPastPane(panes_, words);
  panes_->SetMinimumPaneSize(FromDIP(260));
  panes_->SetSashGravity(1.0);
  panes_->SplitVertically(list_, past_, -scaled(*this, 620));
  list_->chosen = [this](const UnitPlace& place) { choose(place); };
  past_->go = [this](const UnitPlace& place) {
    if (shown_) before_.push_back({shown_->unit, day_});
    past_->allowBack(!before_.empty());
    goTo(place);
  };
  past_->back = [this] { goBack(); };
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_LEFT && event.GetModifiers() == wxMOD_ALT)
      goBack();
    else
      event.Skip();
  });
}

void UnitsView::reload() {
  if (!workspace_.isOpen()) return;
  if (units_ == nullptr) showStatus(workspace_.words()("units-view.reading"));
  reading_.ask(onSuite(workspace_.suite().options,
                       [](SuiteWork& work) -> Result<Read> {
                         Read read;
                         CCHC_TRY(read.units, work.suite.store.units());
                         CCHC_TRY(read.periods, work.suite.store.periods());
                         return read;
                       }),
               [this](Result<Read> read) {
                 if (!read) return showError ? showError(read.error()) : void();
                 setRead(std::move(*read));
               });
}

void UnitsView::setRead(Read read) {
  const bool first = units_ == nullptr;
  units_ = std::move(read.units);
  periods_ = std::move(read.periods);
  std::stable_sort(periods_.begin(), periods_.end(), [](const Period& a, const Period& b) { return b.end < a.end; });
  list_->show(units_, day_);
  showPeriods();
  // At first, the unit whose report this is, with those below it.
  if (first && list_->select(workspace_.whole(), true)) shown_ = UnitPlace{workspace_.whole(), day_};
  choose(shown_);
  showEmpty();
  showCount();
}

// The periods to choose from, and the one whose last day is shown.
void UnitsView::showPeriods() {
  const auto words = workspace_.words();
  wxArrayString names;
  int chosen = wxNOT_FOUND;
  for (const auto& period : periods_) {
    if (chosen == wxNOT_FOUND && period.end == day_) chosen = static_cast<int>(names.GetCount());
    if (period.end == day_ && period.id == workspace_.period().id) chosen = static_cast<int>(names.GetCount());
    names.Add(
        wx(words("units-view.period-entry", {{"period", period.name}, {"day", vietnamese::numericDate(period.end)}})));
  }
  if (chosen == wxNOT_FOUND) {
    chosen = static_cast<int>(names.GetCount());
    names.Add(wx(words("units-view.period-other")));
  }
  period_->Set(names);
  period_->SetSelection(chosen);
}

void UnitsView::setDay(const Date& day) {
  imported_.clear();
  dayBox_->ChangeValue(wx(vietnamese::numericDate(day)));
  if (day != day_) {
    day_ = day;
    if (units_ != nullptr) list_->show(units_, day_);
    if (shown_) choose(UnitPlace{shown_->unit, day_});
  }
  showPeriods();
  showEmpty();
  showCount();
}

void UnitsView::readTypedDay() {
  const auto given = utf8(dayBox_->GetValue());
  if (given == vietnamese::numericDate(day_)) return showCount();
  reading::Context context;
  context.year = day_.year;
  const auto read = reading::onlyMeaning(reading::readDate(given, context), given);
  if (!read || !read->hasDay()) return showStatus(workspace_.words()("units-view.not-a-day", {{"given", given}}), true);
  setDay(*read);
}

void UnitsView::showStatus(const std::string& text, bool wrong) { showStatusText(*status_, text, wrong); }

void UnitsView::showCount() {
  if (units_ == nullptr) return;
  const auto words = workspace_.words();
  const auto& tree = list_->tree();
  const auto day = vietnamese::numericDate(day_);
  if (tree.units().states().empty()) return showStatus({});
  if (!tree.searching() && tree.count() == 0) return showStatus(words("units-view.none-on-day", {{"day", day}}));
  if (!tree.searching())
    return showStatus(imported_ + words("units-view.count", {{"count", std::to_string(tree.count())}, {"day", day}}));
  std::vector<Parameter> found{
      {"found", std::to_string(tree.matches())}, {"others", std::to_string(tree.elsewhere())}, {"day", day}};
  showStatus(words(tree.elsewhere() > 0 ? "units-view.found-elsewhere" : "units-view.found", found));
}

// Says how to begin where there is nothing to show.
void UnitsView::showEmpty() {
  const bool none = units_ != nullptr && units_->states().empty();
  if (none == empty_->IsShown()) return;
  panes_->Show(!none);
  empty_->Show(none);
  Layout();
}

void UnitsView::choose(const std::optional<UnitPlace>& place) {
  shown_ = place;
  if (units_ != nullptr) past_->show(*units_, place);
}

void UnitsView::goTo(const UnitPlace& place) {
  emptySearchBox(*search_);
  list_->search({});
  setDay(place.day);
  if (units_ != nullptr) list_->select(place.unit);
  choose(place);
}

void UnitsView::goBack() {
  if (before_.empty()) return;
  const auto place = before_.back();
  before_.pop_back();
  past_->allowBack(!before_.empty());
  goTo(place);
}

void UnitsView::focusSearch() {
  search_->SetFocus();
  search_->SelectAll();
}

void UnitsView::search(const std::string& text) { search_->SetValue(wx(text)); }

void UnitsView::updateButtons() { setAvailable(*import_, workspace_.refusal(DeskCommand::setUp)); }

void UnitsView::importUnits(std::filesystem::path file) {
  const auto words = workspace_.words();
  if (const auto reason = workspace_.refusal(DeskCommand::setUp); !reason.empty()) return showStatus(reason, true);
  if (file.empty()) file = chooseUnitList(this, words);
  if (file.empty()) return;
  UnitImportDialog dialog(this, workspace_, file);
  if (dialog.ShowModal() != wxID_OK) return;
  workspace_.log().note("units", file.string());
  // The day on which everything of the list is there.
  const auto begins = dialog.preview().lastBeginning();
  if (begins && day_ < *begins) setDay(*begins);
  imported_ = words("units-view.imported",
                    {{"file", file.filename().string()}, {"count", std::to_string(dialog.preview().changes())}}) +
              " ";
  reload();
  if (changed) changed();
}

}  // namespace cchc::shell

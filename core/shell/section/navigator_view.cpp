#include "core/shell/section/navigator_view.h"

#include <wx/settings.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite_work.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/search_box.h"

namespace cchc::shell {

NavigatorView::NavigatorView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  search_ = makeSearchBox(this, words("navigator-view.search-hint"), words("navigator-view.search"));
  const auto makeList = [&](const std::string& name) {
    auto* list = new wxListView(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxLC_REPORT | wxLC_SINGLE_SEL | wxLC_NO_HEADER);
    list->AppendColumn("", wxLIST_FORMAT_LEFT, FromDIP(170));
    list->AppendColumn("", wxLIST_FORMAT_RIGHT, FromDIP(80));
    setAccessibleName(*list, name);
    return list;
  };
  list_ = makeList(words("navigator-view.sections"));
  results_ = makeList(words("navigator-view.search-results"));
  results_->Hide();
  period_ = new wxStaticText(this, wxID_ANY, wx(workspace.period().name), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END);
  auto bold = period_->GetFont();
  period_->SetFont(bold.MakeBold());
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(period_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(6));
  sizer->Add(search_, 0, wxEXPAND | wxALL, FromDIP(4));
  sizer->Add(list_, 1, wxEXPAND);
  sizer->Add(results_, 1, wxEXPAND);
  SetSizer(sizer);
  const auto openEntry = [this](wxListEvent& event) {
    const auto row = static_cast<std::size_t>(event.GetIndex());
    if (filling_ || !open || row >= rows_.size() || !rows_[row].entry) return;
    open(workspace_.entries()[*rows_[row].entry].key, "");
  };
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, openEntry);
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, openEntry);
  results_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent& event) {
    const auto at = static_cast<std::size_t>(event.GetIndex());
    if (open && at < found_.size()) open(found_[at].key, found_[at].place);
  });
  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    search();
  });
  search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
    if (found_.empty()) return;
    results_->Select(0);
    results_->SetFocus();
    if (open) open(found_.front().key, found_.front().place);
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fitColumns();
  });
  showCutTexts(*list_, words("navigator-view.legend"));
  showCutTexts(*results_);
  // A section may be opened from elsewhere; the selection follows the open section.
  workspace.listen([this](Workspace::Event event) {
    if (event == Workspace::Event::section) reload();
  });
}

// The column of counts is as wide as its texts; the names get the rest.
void NavigatorView::fitColumns() {
  const int width = GetClientSize().GetWidth() - FromDIP(8);
  int counts = 0;
  for (long row = 0; row < list_->GetItemCount(); ++row)
    counts = std::max(counts, GetTextExtent(list_->GetItemText(row, 1)).GetWidth());
  counts += scaled(*this, 14);
  list_->SetColumnWidth(1, counts);
  list_->SetColumnWidth(0, std::max(FromDIP(80), width - counts));
  results_->SetColumnWidth(0, std::max(FromDIP(80), width));
  results_->SetColumnWidth(1, 0);
}

// Makes the list's rows: the sections, under the headings of the report's parts (I, II, III, IV).
void NavigatorView::makeRows() {
  rows_.clear();
  const auto& entries = workspace_.entries();
  std::string part;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto own = entries[i].place.substr(0, entries[i].place.find('.'));
    if (own != part && !own.empty()) {
      std::string title;
      for (const auto& place : workspace_.suite().catalogue.outline.places) {
        if (place.place.id == own) title = place.place.title;
      }
      rows_.push_back({std::nullopt, own + ". " + title});
    }
    part = own;
    rows_.push_back({i, ""});
  }
}

void NavigatorView::reload() {
  stale_ = true;
  filling_ = true;
  list_->Freeze();
  if (const auto name = wx(workspace_.period().name); period_->GetLabelText() != name) period_->SetLabelText(name);
  const auto& entries = workspace_.entries();
  makeRows();
  while (list_->GetItemCount() > static_cast<int>(rows_.size())) list_->DeleteItem(list_->GetItemCount() - 1);
  const bool several = std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
    return entry.key.definition == entries.front().key.definition && entry.key.unit != entries.front().key.unit;
  });
  const auto set = [this](long row, int column, const std::string& text) {
    if (list_->GetItemText(row, column) != wx(text)) list_->SetItem(row, column, wx(text));
  };
  auto heading = list_->GetFont();
  heading.MakeBold();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto row = static_cast<long>(i);
    if (row >= list_->GetItemCount()) list_->InsertItem(row, "");
    const auto ink = [&](const wxColour& colour) {
      if (list_->GetItemTextColour(row) != colour) list_->SetItemTextColour(row, colour);
    };
    if (!rows_[i].entry) {
      set(row, 0, rows_[i].heading);
      set(row, 1, "");
      list_->SetItemFont(row, heading);
      ink(colours::quiet());
      continue;
    }
    const auto& entry = entries[*rows_[i].entry];
    set(row, 0,
        std::string(presentation::stateShape(entry.state, entry.begun)) + " " +
            (entry.place.empty() ? "" : entry.place + " ") + (several ? entry.unitName : entry.title));
    std::string counts = std::to_string(entry.filled) + "/" + std::to_string(entry.required);
    if (entry.errors > 0)
      counts += std::string(" ") + presentation::severityShape(Severity::error) + std::to_string(entry.errors);
    if (entry.warnings > 0)
      counts += std::string(" ") + presentation::severityShape(Severity::warning) + std::to_string(entry.warnings);
    set(row, 1, counts);
    ink(entry.errors > 0                        ? colours::of(Severity::error)
        : entry.state == SectionState::returned ? colours::of(Severity::warning)
                                                : wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOXTEXT));
    const bool open = workspace_.form() != nullptr && workspace_.form()->editing().key() == entry.key;
    if (open != list_->IsSelected(row)) list_->Select(row, open);
  }
  fitColumns();
  list_->Thaw();
  filling_ = false;
}

void NavigatorView::readIndex() {
  stale_ = false;
  reading_.start(onSuite(workspace_.suite().options,
                         [entries = workspace_.entries(), words = workspace_.words()](SuiteWork& work) {
                           return presentation::SearchIndex::read(work.suite, entries, words, work.watch);
                         }),
                 [this](Result<presentation::SearchIndex> made) {
                   index_ = std::move(made);
                   search();
                   if (!index_) stale_ = true;  // the next search reads it again
                 });
}

void NavigatorView::search() {
  const auto wanted = utf8(search_->GetValue());
  const bool searching = !wanted.empty() && workspace_.isOpen();
  if (searching && stale_ && !reading_.running()) readIndex();
  found_ = searching && index_ ? index_->find(wanted) : std::vector<presentation::SearchHit>();
  results_->DeleteAllItems();
  for (std::size_t i = 0; i < found_.size(); ++i) results_->InsertItem(static_cast<long>(i), wx(found_[i].text));
  if (searching && found_.empty()) {
    const auto words = workspace_.words();
    results_->InsertItem(0, wx(reading_.running() ? words("navigator-view.reading")
                               : index_           ? words("navigator-view.nothing-found")
                                                  : sentencesWithPlace(index_.error(), words.language)));
  }
  list_->Show(!searching);
  results_->Show(searching);
  Layout();
}

}  // namespace cchc::shell

#include "core/shell/units/unit_past_pane.h"

#include <wx/sizer.h>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

using presentation::UnitPlace;

namespace {

enum UnitPastColumn : int { pastUnit, pastTime, pastNote };

}  // namespace

UnitPastPane::UnitPastPane(wxWindow* parent, presentation::Words words) : wxPanel(parent), words_(words) {
  title_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  auto bold = title_->GetFont();
  title_->SetFont(bold.MakeBold());
  absence_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  absence_->SetForegroundColour(colours::of(Severity::warning));
  list_ = new FittedList(this, words("units-view.past"),
                         {{words("units-view.past.unit"), 215},
                          {words("units-view.past.time"), 140},
                          {words("units-view.past.note"), 200}},
                         {[this](long row, int column) { return cell(row, column); },
                          [this](long row, wxItemAttr& attribute) {
                            if (past_.rows[static_cast<std::size_t>(row)].heading)
                              attribute.SetBackgroundColour(colours::band());
                          }});
  stretchColumn(*list_, pastNote);
  detail_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxSize(-1, scaled(*this, 56)),
                           wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
  detail_->SetBackgroundColour(GetBackgroundColour());
  setAccessibleName(*detail_, words("units-view.past.detail"));
  back_ = new wxButton(this, wxID_ANY, wx(words("units-view.back")));
  go_ = new wxButton(this, wxID_ANY, wx(words("units-view.go")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(back_, 0, wxRIGHT, FromDIP(6));
  buttons->Add(go_);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(absence_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  sizer->Add(list_, 1, wxEXPAND);
  sizer->Add(detail_, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(buttons, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  SetSizer(sizer);
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { showSelected(); });
  list_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { goToSelected(); });
  go_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { goToSelected(); });
  back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (back) back();
  });
  back_->Disable();
  go_->Disable();
  absence_->Hide();
}

void UnitPastPane::show(const UnitHistory& units, const std::optional<UnitPlace>& place) {
  past_ = place ? presentation::unitPast(units, *place, words_) : presentation::UnitPast();
  title_->SetLabelText(wx(past_.title.empty() ? words_("units-view.none-chosen") : past_.title));
  absence_->SetLabelText(wx(past_.absence));
  absence_->Show(!past_.absence.empty());
  list_->showRows(past_.rows.size());
  list_->Show(!past_.rows.empty());
  showSelected();
  Layout();
}

std::string UnitPastPane::cell(long row, int column) const {
  const auto& line = past_.rows[static_cast<std::size_t>(row)];
  switch (column) {
    case pastUnit:
      return line.heading ? line.name : (line.current ? "● " : "    ") + line.name;
    case pastTime:
      return line.time;
    default:
      return line.note;
  }
}

const presentation::UnitPastRow* UnitPastPane::selectedRow() const {
  const auto row = list_->GetFirstSelected();
  return row < 0 || static_cast<std::size_t>(row) >= past_.rows.size() ? nullptr
                                                                       : &past_.rows[static_cast<std::size_t>(row)];
}

void UnitPastPane::showSelected() {
  const auto* row = selectedRow();
  std::string text;
  if (row != nullptr) {
    for (const auto* part : {&row->name, &row->time, &row->note})
      text += (text.empty() || part->empty() ? "" : " · ") + *part;
  }
  detail_->ChangeValue(wx(text));
  go_->Enable(row != nullptr && row->goesTo);
}

void UnitPastPane::goToSelected() {
  const auto* row = selectedRow();
  if (row == nullptr || !row->goesTo || !go) return;
  go(UnitPlace(*row->goesTo));  // a copy, since the rows change
}

}  // namespace cchc::shell

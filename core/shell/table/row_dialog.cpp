#include "core/shell/table/row_dialog.h"
#include "core/base/texts.h"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <algorithm>
#include <string>

#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"
#include "core/shell/widgets/typed_guard.h"

namespace cchc::shell {

RowDialog::RowDialog(wxWindow* parent, presentation::Table& table, std::size_t row, presentation::Words words)
    : wxDialog(parent, wxID_ANY, wx(words("table-view.row.title", {{"row", table.rowHeading(row)}})), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      table_(table),
      row_(row),
      words_(words) {
  auto* area = new wxScrolledWindow(this);
  auto* grid = new wxFlexGridSizer(2, FromDIP(6), FromDIP(10));
  grid->AddGrowableCol(1);
  for (std::size_t column = 0; column < table.columnCount(); ++column) {
    const auto heading = table.heading(column);
    grid->Add(new wxStaticText(area, wxID_ANY, wx(heading)), 0, wxALIGN_CENTRE_VERTICAL);
    const auto type = table.column(column).type;
    const bool tall = type == FieldType::longText || type == FieldType::documents;
    const bool editable = table.editable(row, column);
    auto* text = new wxTextCtrl(area, wxID_ANY, wx(editable ? table.editorText(row, column) : table.text(row, column)),
                                wxDefaultPosition, wxSize(FromDIP(420), tall ? scaled(*this, 72) : -1),
                                (tall ? wxTE_MULTILINE : 0L) | (editable ? 0L : wxTE_READONLY));
    setAccessibleName(*text, heading);
    grid->Add(text, 1, wxEXPAND);
    if (editable) fields_.emplace_back(column, text);
  }
  area->SetSizer(grid);
  area->SetScrollRate(0, FromDIP(12));
  problem_ = new wxStaticText(this, wxID_ANY, "");
  problem_->SetForegroundColour(colours::of(Severity::error));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* save = new wxButton(this, wxID_OK, wx(words("table-view.row.save")));
  buttons->AddStretchSpacer();
  buttons->Add(save, 0, wxRIGHT, FromDIP(6));
  buttons->Add(new wxButton(this, wxID_CANCEL, wx(words("common.cancel"))));
  save->SetDefault();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(area, 1, wxEXPAND | wxALL, FromDIP(12));
  sizer->Add(problem_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  sizer->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(12));
  SetSizer(sizer);
  const auto whole = grid->CalcMin();
  const auto most = scaledWithin(*this, 900, 640);
  SetClientSize(wxSize(std::min(whole.GetWidth() + FromDIP(44), most.GetWidth()),
                       std::min(whole.GetHeight() + scaled(*this, 100), most.GetHeight())));
  CentreOnParent();
  askBeforeLosing(*this, words);
  Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
    if (event.GetId() == wxID_OK && !this->save()) return;
    event.Skip();
  });
}

// Saves all cells in one undo step, or none of them: nobody would expect half a row to be saved.
bool RowDialog::save() {
  const auto refuse = [this](const Error& error, wxTextCtrl* field) {
    problem_->SetLabelText(wx(sentences(error, words_.language)));
    problem_->Wrap(GetClientSize().GetWidth() - FromDIP(24));
    Layout();
    if (field != nullptr) field->SetFocus();
    return false;
  };
  std::vector<presentation::Table::Typed> cells;
  for (const auto& [column, text] : fields_) {
    cells.push_back({column, utf8(text->GetValue())});
    if (const auto checked = table_.check(row_, column, cells.back().text); !checked)
      return refuse(checked.error(), text);
  }
  const auto done = table_.typeRow(row_, cells);
  return done ? true : refuse(done.error(), nullptr);
}

}  // namespace cchc::shell

// ImportDialog: what the file's columns mean, and the preview.
#include <algorithm>
#include <array>

#include "core/exchange/sheets/cells.h"
#include "core/shell/section/import_dialog.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {
namespace {

constexpr std::size_t shownRows = 8, shownHeadings = 20;
constexpr std::array<int, 4> powers = {0, 3, 6, 9};  // of the units of money, in the order of the choice box

}  // namespace

const Sheet& ImportDialog::sheet() const {
  return source_->content.sheets[static_cast<std::size_t>(std::max(0, sheet_->GetSelection()))];
}

void ImportDialog::chooseKind() {
  const bool choose = mapped();
  for (wxWindow* each : {static_cast<wxWindow*>(target_), static_cast<wxWindow*>(heading_),
                         static_cast<wxWindow*>(unit_), static_cast<wxWindow*>(marks_)})
    each->Enable(choose);
  const bool sheets = source_ && source_->kind == ImportSource::Kind::sheets;
  const bool table = source_ && source_->kind != ImportSource::Kind::values;
  rows_->Enable(sheets);
  hidden_->Enable(sheets);
  replace_->Enable(table);
  preview_->Show(choose);
  if (choose) return showMapping();
  Layout();
  startDryRun();
}

void ImportDialog::guess() {
  if (source_ && !source_->content.sheets.empty())
    mapping_ = guessImport(definition_->definition(), sheet(), hidden_->GetValue());
}

void ImportDialog::chooseTarget(std::optional<std::size_t> table) {
  mapping_ = guessMapping(definition_->definition(), sheet(), table, hidden_->GetValue());
  showMapping();
}

// Sets the choices above the preview according to the mapping.
void ImportDialog::showMapping() {
  const auto words = workspace_.words();
  target_->SetSelection(mapping_.table ? static_cast<int>(*mapping_.table) + 1 : 0);
  heading_->Clear();
  heading_->Append(wx(words("import-dialog.heading-row.none")));
  for (std::size_t i = 0; i < std::min(shownHeadings, sheet().rows.size()); ++i)
    heading_->Append(
        wx(words("import-dialog.heading-row.number", {{"number", std::to_string(sheet().rows[i].number)}})));
  heading_->SetSelection(mapping_.heading && *mapping_.heading < shownHeadings ? static_cast<int>(*mapping_.heading) + 1
                                                                               : 0);
  unit_->SetSelection(
      mapping_.moneyPower
          ? static_cast<int>(std::find(powers.begin(), powers.end(), *mapping_.moneyPower) - powers.begin()) + 1
          : 0);
  marks_->SetSelection(!mapping_.marks ? 0 : *mapping_.marks == reading::Marks::vietnamese ? 1 : 2);
  meanings_ = presentation::meaningsFor(definition_->definition(), mapping_.table, words);
  choices_->Clear(true);
  columns_.clear();
  choices_->AddSpacer(FromDIP(60));
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    auto* choice = new wxChoice(preview_, wxID_ANY, wxDefaultPosition, wxSize(columnWidth(), -1));
    for (const auto& each : meanings_) choice->Append(wx(each.text));
    const auto meant = std::find_if(meanings_.begin(), meanings_.end(),
                                    [&](const auto& each) { return each.meaning == mapping_.columns[i]; });
    choice->SetSelection(meant == meanings_.end() ? 0 : static_cast<int>(meant - meanings_.begin()));
    setAccessibleName(*choice, words("import-dialog.column-meaning", {{"column", columnLetters(i)}}));
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { readChoices(); });
    choices_->Add(choice, 0, wxEXPAND);
    columns_.push_back(choice);
  }
  showPreview();
  startDryRun();
}

// A few columns share the preview's width; many columns are scrolled.
int ImportDialog::columnWidth() const {
  const auto count = std::max(1, static_cast<int>(mapping_.columns.size()));
  return std::clamp((preview_->GetClientSize().GetWidth() - FromDIP(64)) / count, scaled(*this, 170),
                    scaled(*this, 280));
}

// Shows the heading and the first rows below it.
void ImportDialog::showPreview() {
  const auto& rows = sheet().rows;
  const auto first = mapping_.heading.value_or(0);
  const auto count = std::min(shownRows, rows.size() - std::min(first, rows.size()));
  const auto columns = static_cast<int>(mapping_.columns.size());
  grid_->BeginBatch();
  if (grid_->GetNumberRows() > 0) grid_->DeleteRows(0, grid_->GetNumberRows());
  if (grid_->GetNumberCols() > 0) grid_->DeleteCols(0, grid_->GetNumberCols());
  grid_->AppendCols(columns);
  grid_->AppendRows(static_cast<int>(count));
  grid_->SetDefaultColSize(columnWidth(), true);
  for (int c = 0; c < columns; ++c) grid_->SetColLabelValue(c, wx(columnLetters(static_cast<std::size_t>(c))));
  for (std::size_t r = 0; r < count; ++r) {
    const auto& row = rows[first + r];
    grid_->SetRowLabelValue(static_cast<int>(r), wx(std::to_string(row.number)));
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      grid_->SetCellValue(static_cast<int>(r), static_cast<int>(c), wx(row.cells[c].text));
    if (r > 0 || !mapping_.heading) continue;
    auto bold = grid_->GetDefaultCellFont();
    bold.MakeBold();
    for (int c = 0; c < columns; ++c) grid_->SetCellFont(0, c, bold);
  }
  grid_->EndBatch();
  grid_->SetMinSize(
      wxSize(grid_->GetRowLabelSize() + columns * columnWidth(),
             grid_->GetColLabelSize() + static_cast<int>(count) * grid_->GetDefaultRowSize() + FromDIP(4)));
  preview_->FitInside();
  Layout();
}

void ImportDialog::readChoices() {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    mapping_.columns[i] = meanings_[static_cast<std::size_t>(std::max(0, columns_[i]->GetSelection()))].meaning;
  mapping_.moneyPower.reset();
  mapping_.marks.reset();
  if (unit_->GetSelection() > 0) mapping_.moneyPower = powers[static_cast<std::size_t>(unit_->GetSelection() - 1)];
  if (marks_->GetSelection() > 0)
    mapping_.marks = marks_->GetSelection() == 1 ? reading::Marks::vietnamese : reading::Marks::english;
  startDryRun();
}

}  // namespace cchc::shell

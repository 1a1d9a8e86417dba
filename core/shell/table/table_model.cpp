#include "core/shell/table/table_model.h"

#include <wx/settings.h>

#include <algorithm>
#include <utility>

#include "core/shell/table/choice_cell_editor.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

template <class... Numbers>
void notify(wxGridTableBase& table, wxGrid& grid, int id, Numbers... numbers) {
  wxGridTableMessage message(&table, id, numbers...);
  grid.ProcessTableMessage(message);
}

}  // namespace

void TableModel::releaseAttributes() {
  for (auto& [appearance, attribute] : attributes_) attribute->DecRef();
  for (auto* editor : editors_) wxSafeDecRef(editor);
  attributes_.clear();
  editors_.clear();
}

void TableModel::show(presentation::Table* table, std::vector<wxString> headings) {
  auto* grid = GetView();
  grid->BeginBatch();
  if (rows_ > 0) notify(*this, *grid, wxGRIDTABLE_NOTIFY_ROWS_DELETED, 0, rows_);
  if (columns_ > 0) notify(*this, *grid, wxGRIDTABLE_NOTIFY_COLS_DELETED, 0, columns_);
  releaseAttributes();
  table_ = table;
  headings_ = std::move(headings);
  editors_.resize(at(GetNumberCols()));
  rows_ = GetNumberRows(), columns_ = GetNumberCols();
  if (columns_ > 0) notify(*this, *grid, wxGRIDTABLE_NOTIFY_COLS_APPENDED, columns_);
  if (rows_ > 0) notify(*this, *grid, wxGRIDTABLE_NOTIFY_ROWS_APPENDED, rows_);
  grid->EndBatch();
}

void TableModel::notifyRowCount() {
  auto* grid = GetView();
  const int now = GetNumberRows();
  if (now > rows_) notify(*this, *grid, wxGRIDTABLE_NOTIFY_ROWS_APPENDED, now - rows_);
  if (now < rows_) {
    // The grid does not expect that the current cell, or what is selected, goes.
    grid->ClearSelection();
    if (now > 0 && grid->GetGridCursorRow() >= now) grid->SetGridCursor(now - 1, std::max(0, grid->GetGridCursorCol()));
  }
  if (now < rows_) notify(*this, *grid, wxGRIDTABLE_NOTIFY_ROWS_DELETED, now, rows_ - now);
  rows_ = now;
  grid->ForceRefresh();
}

// While the cell is being edited, its editor asks here for the text to edit.
wxString TableModel::GetValue(int row, int column) {
  const auto* grid = GetView();
  const bool editing =
      grid->IsCellEditControlEnabled() && grid->GetGridCursorRow() == row && grid->GetGridCursorCol() == column;
  return wx(editing ? table_->editorText(at(row), at(column)) : table_->text(at(row), at(column)));
}

void TableModel::SetValue(int row, int column, const wxString& value) {
  if (cellTyped) cellTyped(at(row), at(column), utf8(value));
}

wxString TableModel::GetRowLabelValue(int row) { return wx(table_->rowHeading(at(row))); }

wxString TableModel::GetColLabelValue(int column) {
  const auto heading = at(column) < headings_.size() ? headings_[at(column)] : wx(table_->heading(at(column)));
  return heading + wx((sorted_ == column ? (ascending_ ? " ▲" : " ▼") : ""));
}

wxGridCellEditor* TableModel::editorOf(std::size_t column) {
  const auto& definition = table_->column(column);
  const bool yesNo = definition.type == FieldType::yesNo;
  if (definition.type != FieldType::choice && !yesNo) return nullptr;
  auto& editor = editors_[column];
  if (editor == nullptr) {
    auto labels = yesNo ? std::vector{words_("common.yes"), words_("common.no")} : table_->choicesOf(column);
    auto* choice = new ChoiceCellEditor(std::move(labels), table_->heading(column));
    choice->picked = choicePicked;
    editor = choice;
  }
  editor->IncRef();
  return editor;
}

wxGridCellAttr* TableModel::GetAttr(int row, int column, wxGridCellAttr::wxAttrKind) {
  if (table_ == nullptr || row >= GetNumberRows() || column >= GetNumberCols()) return new wxGridCellAttr;
  const auto r = at(row), c = at(column);
  const bool editable = table_->editable(r, c);
  const auto worst = table_->worst(r, c);
  const bool entered = table_->changedByOffice(r, c);
  const auto appearance =
      ((c * 2 + (entered ? 1 : 0)) * 2 + (editable ? 1 : 0)) * 4 + (worst ? static_cast<std::size_t>(*worst) + 1 : 0);
  auto& attribute = attributes_[appearance];
  if (attribute == nullptr) {
    attribute = new wxGridCellAttr;
    if (table_->numeric(c)) attribute->SetAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE);
    if (!editable) {
      attribute->SetReadOnly();
      attribute->SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE));
    } else if (auto* editor = editorOf(c)) {
      attribute->SetEditor(editor);
    }
    if (entered) attribute->SetBackgroundColour(colours::notice());
    if (worst) attribute->SetTextColour(colours::of(*worst));
  }
  attribute->IncRef();
  return attribute;
}

}  // namespace cchc::shell

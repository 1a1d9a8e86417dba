#include "core/shell/table_view.h"

#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/arrstr.h>
#include <wx/dcclient.h>
#include <wx/dialog.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "core/shell/accessible_name.h"
#include "core/shell/colours.h"
#include "core/shell/convert.h"
#include "core/shell/row_dialog.h"

namespace cchc::shell {

// The grid asks for what it draws: ten thousand rows cost no more than twenty.
class TableView::Model final : public wxGridTableBase {
 public:
  explicit Model(TableView& view) : view_(view) {}

  int GetNumberRows() override { return view_.table_ ? static_cast<int>(view_.table_->rowCount()) : 0; }
  int GetNumberCols() override { return view_.table_ ? static_cast<int>(view_.table_->columnCount()) : 0; }
  // The editor asks for the value with the cell entered: then it is the text to edit.
  wxString GetValue(int row, int column) override {
    const bool editing = view_.grid_->IsCellEditControlEnabled() && view_.grid_->GetGridCursorRow() == row && view_.grid_->GetGridCursorCol() == column;
    return wx(editing ? view_.table_->editing(at(row), at(column)) : view_.table_->text(at(row), at(column)));
  }
  void SetValue(int row, int column, const wxString& value) override { view_.done(view_.table_->type(at(row), at(column), utf8(value))); }
  wxString GetRowLabelValue(int row) override { return wx(view_.table_->rowHeading(at(row))); }
  wxString GetColLabelValue(int column) override {
    const auto heading = at(column) < view_.headings_.size() ? view_.headings_[at(column)] : wx(view_.table_->heading(at(column)));
    return heading + wx((view_.sorted_ == column ? (view_.ascending_ ? " ▲" : " ▼") : ""));
  }
  wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind) override {
    auto* attribute = new wxGridCellAttr;
    if (!view_.table_ || row >= GetNumberRows()) return attribute;
    const auto r = at(row), c = at(column);
    if (view_.table_->numeric(c)) attribute->SetAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE);
    if (!view_.table_->editable(r, c)) {
      attribute->SetReadOnly();
      attribute->SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE));
    }
    if (const auto worst = view_.table_->worst(r, c)) attribute->SetTextColour(colours::of(*worst));
    const auto& column_ = view_.table_->definition().columns[c];
    if (column_.type == FieldType::choice && view_.table_->editable(r, c)) {
      wxArrayString labels;
      labels.Add("");
      for (const auto& choice : column_.choices) labels.Add(wx(choice.label.in(view_.workspace_.settings.language)));
      attribute->SetEditor(new wxGridCellChoiceEditor(labels));
    }
    return attribute;
  }
  bool CanHaveAttributes() override { return true; }

  void tellSize() {
    if (auto* grid = GetView()) {
      grid->BeginBatch();
      if (rows_ > 0) send(*grid, wxGRIDTABLE_NOTIFY_ROWS_DELETED, 0, rows_);
      if (columns_ > 0) send(*grid, wxGRIDTABLE_NOTIFY_COLS_DELETED, 0, columns_);
      rows_ = GetNumberRows(), columns_ = GetNumberCols();
      if (columns_ > 0) send(*grid, wxGRIDTABLE_NOTIFY_COLS_APPENDED, columns_);
      if (rows_ > 0) send(*grid, wxGRIDTABLE_NOTIFY_ROWS_APPENDED, rows_);
      grid->EndBatch();
    }
  }
  // Rows only: keeps the widths of the columns.
  void tellRows() {
    auto* grid = GetView();
    const int now = GetNumberRows();
    if (now > rows_) send(*grid, wxGRIDTABLE_NOTIFY_ROWS_APPENDED, now - rows_);
    if (now < rows_) send(*grid, wxGRIDTABLE_NOTIFY_ROWS_DELETED, now, rows_ - now);
    rows_ = now;
    grid->ForceRefresh();
  }

 private:
  template <class... Numbers>
  void send(wxGrid& grid, int id, Numbers... numbers) {
    wxGridTableMessage message(this, id, numbers...);
    grid.ProcessTableMessage(message);
  }
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  TableView& view_;
  int rows_ = 0, columns_ = 0;
};

TableView::TableView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  auto* bar = new wxWrapSizer(wxHORIZONTAL);
  auto* back = new wxButton(this, wxID_ANY, wx(words("← Về biểu mẫu (Esc)", "← Back to the form (Esc)")));
  add_ = new wxButton(this, wxID_ANY, wx(words("Thêm dòng (F5)", "Add row (F5)")));
  remove_ = new wxButton(this, wxID_ANY, wx(words("Xóa dòng (F6)", "Remove row (F6)")));
  nothing_ = new wxButton(this, wxID_ANY, wx(words("Không phát sinh", "Nothing arose")));
  auto* edit = new wxButton(this, wxID_ANY, wx(words("Sửa dòng…", "Edit row…")));
  filter_ = new wxSearchCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(200, -1)));
  filter_->SetDescriptiveText(wx(words("Lọc dòng", "Filter rows")));
  setAccessibleName(*filter_, words("Lọc dòng", "Filter rows"));
  for (auto* button : {back, add_, remove_, edit, nothing_}) bar->Add(button, 0, wxRIGHT, FromDIP(4));
  title_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  auto bold = title_->GetFont();
  bold.MakeBold();
  title_->SetFont(bold);
  grid_ = new wxGrid(this, wxID_ANY);
  model_ = new Model(*this);
  grid_->SetTable(model_, true);
  grid_->SetDefaultCellOverflow(false);
  grid_->EnableDragRowSize(false);
  grid_->SetRowLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
  grid_->SetTabBehaviour(wxGrid::Tab_Wrap);
  grid_->SetSelectionMode(wxGrid::wxGridSelectCells);
  setAccessibleName(*grid_, words("Bảng số liệu", "Table"));
  totals_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(bar, 0, wxEXPAND | wxALL, FromDIP(4));
  auto* caption = new wxBoxSizer(wxHORIZONTAL);
  caption->Add(title_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  caption->Add(filter_, 0, wxALIGN_CENTRE_VERTICAL);
  sizer->Add(caption, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6));
  sizer->Add(grid_, 1, wxEXPAND);
  sizer->Add(totals_, 0, wxEXPAND | wxALL, FromDIP(6));
  SetSizer(sizer);

  back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (commit() && goBack) goBack();
  });
  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addRow(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removeRows(); });
  edit->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { editRow(); }); });
  nothing_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (!table_ || workspace_.form() == nullptr) return;
    const bool now = workspace_.form()->editing().data().tables[index_].nothing;
    done(workspace_.form()->setTableNothing(index_, !now));
  });
  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!table_) return;
    table_->filter(utf8(filter_->GetValue()));
    reload();
  });
  grid_->Bind(wxEVT_GRID_LABEL_LEFT_DCLICK, [this](wxGridEvent& event) {
    if (event.GetRow() >= 0) return editRow();
    event.Skip();
  });
  grid_->Bind(wxEVT_GRID_COL_SORT, [this](wxGridEvent& event) {
    event.Veto();
    if (!table_ || !commit()) return;
    // Up, down, and as the rows stand.
    if (sorted_ != event.GetCol()) sorted_ = event.GetCol(), ascending_ = true;
    else if (ascending_) ascending_ = false;
    else sorted_ = -1;
    table_->sort(sorted_ < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(sorted_)), ascending_);
    reload();
  });
  grid_->Bind(wxEVT_GRID_LABEL_LEFT_CLICK, [this](wxGridEvent& event) {
    if (event.GetCol() < 0 || event.GetRow() >= 0 || !table_ || !commit()) return event.Skip();
    if (sorted_ != event.GetCol()) sorted_ = event.GetCol(), ascending_ = true;
    else if (ascending_) ascending_ = false;
    else sorted_ = -1;
    table_->sort(sorted_ < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(sorted_)), ascending_);
    reload();
  });
  grid_->Bind(wxEVT_KEY_DOWN, &TableView::onKey, this);
  // An input method hands over a whole word at once; an unopened cell would keep its first letter only. So the editor opens with the first character and
  // takes the rest itself.
  grid_->GetGridWindow()->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
    const auto key = event.GetUnicodeKey();
    if (key < 32 || event.ControlDown() || event.AltDown() || grid_->IsCellEditControlEnabled() || !grid_->CanEnableCellControl()) return event.Skip();
    grid_->EnableCellEditControl();
    auto* editor = grid_->GetCellEditor(grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
    if (auto* text = dynamic_cast<wxTextCtrl*>(editor->GetControl())) {
      text->SetValue(wxString(wxUniChar(key)));
      text->SetInsertionPointEnd();
    }
    editor->DecRef();
  });
}

void TableView::show(std::size_t table, const std::string& row, const std::string& column) {
  auto* form = workspace_.form();
  if (form == nullptr) return;
  index_ = table;
  sorted_ = -1;
  filter_->ChangeValue("");
  table_ = std::make_unique<presentation::Table>(form->editing(), table, workspace_.words());
  model_->tellSize();
  fit();
  reload();
  const auto at = table_->rowNamed(row);
  const auto where = table_->definition().columnIndex(column);
  if (table_->rowCount() > 0) {
    const int r = static_cast<int>(at.value_or(0)), c = static_cast<int>(where.value_or(0));
    grid_->SetGridCursor(r, c);
    grid_->MakeCellVisible(r, c);
  }
  grid_->SetFocus();
}

// Widths from the heading and the first rows, within reason.
void TableView::fit() {
  wxClientDC dc(grid_);
  dc.SetFont(grid_->GetLabelFont());
  int widest = 0;
  for (std::size_t row = 0; row < std::min<std::size_t>(table_->rowCount(), 200); ++row) widest = std::max(widest, dc.GetTextExtent(wx(table_->rowHeading(row))).GetWidth());
  grid_->SetRowLabelSize(std::clamp(widest + FromDIP(16), FromDIP(44), FromDIP(320)));
  int lines = 1;
  headings_.clear();
  for (std::size_t column = 0; column < table_->columnCount(); ++column) {
    dc.SetFont(grid_->GetDefaultCellFont());
    int width = FromDIP(70);
    for (std::size_t row = 0; row < std::min<std::size_t>(table_->rowCount(), 50); ++row) width = std::max(width, dc.GetTextExtent(wx(table_->text(row, column))).GetWidth() + FromDIP(16));
    dc.SetFont(grid_->GetLabelFont());
    const auto heading = wx(table_->heading(column));
    width = std::min(std::max(width, std::min(dc.GetTextExtent(heading).GetWidth() + FromDIP(16), FromDIP(150))), FromDIP(360));
    // The grid does not wrap headings itself.
    wxString wrapped, line;
    int count = 1;
    for (const auto& word : wxSplit(heading, ' ', 0)) {
      const auto longer = line.empty() ? word : line + " " + word;
      if (!line.empty() && dc.GetTextExtent(longer).GetWidth() > width - FromDIP(12)) wrapped += line + "\n", line = word, ++count;
      else line = longer;
    }
    headings_.push_back(wrapped + line);
    lines = std::max(lines, count);
    grid_->SetColSize(static_cast<int>(column), width);
  }
  grid_->SetColLabelSize(std::min(lines, 6) * (dc.GetCharHeight() + FromDIP(2)) + FromDIP(10));
}

void TableView::reload() {
  if (!table_) return;
  model_->tellRows();
  auto* form = workspace_.form();
  const auto words = workspace_.words();
  title_->SetLabelText(wx(form->tableTitle(index_)));
  std::string totals;
  for (std::size_t column = 0; column < table_->columnCount(); ++column) {
    if (const auto total = table_->total(column); !total.empty()) totals += (totals.empty() ? "" : "   ·   ") + table_->heading(column) + ": " + total;
  }
  totals_->SetLabelText(wx(totals.empty() ? "" : words("Cộng:  ", "Total:  ") + totals));
  const bool editable = table_->editable();
  add_->Enable(editable && !table_->fixed());
  remove_->Enable(editable && !table_->fixed() && table_->rowCount() > 0);
  nothing_->Show(table_->definition().mayBeNothing);
  nothing_->Enable(editable);
  Layout();
}

bool TableView::commit() {
  if (!table_) return true;
  if (grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
  return true;
}

void TableView::done(const Status& status) {
  if (!status && tellError) tellError(status.error());
  workspace_.edited();
}

void TableView::sectionEdited() {
  if (!table_) return;
  table_->refresh();
  reload();
}

void TableView::sectionChanged() {
  if (grid_->IsCellEditControlEnabled()) grid_->HideCellEditControl();
  table_.reset();
  model_->tellSize();
}

TableView::Block TableView::selection() const {
  const auto blocks = grid_->GetSelectedBlocks();
  Block block{grid_->GetGridCursorRow(), grid_->GetGridCursorCol(), grid_->GetGridCursorRow(), grid_->GetGridCursorCol()};
  for (const auto& each : blocks) {
    block = {each.GetTopRow(), each.GetLeftCol(), each.GetBottomRow(), each.GetRightCol()};
    break;
  }
  return block;
}

void TableView::addRow() {
  if (!table_ || !commit()) return;
  done(table_->addRow(std::nullopt));
  if (table_->rowCount() == 0) return;
  const int last = static_cast<int>(table_->rowCount()) - 1;
  grid_->SetGridCursor(last, 0);
  grid_->MakeCellVisible(last, 0);
  grid_->SetFocus();
}

void TableView::removeRows() {
  if (!table_ || !commit() || table_->rowCount() == 0) return;
  const auto block = selection();
  std::vector<std::size_t> rows;
  for (int row = std::max(0, block.top); row <= block.bottom; ++row) rows.push_back(static_cast<std::size_t>(row));
  done(table_->removeRows(rows));
}

void TableView::moveRow(bool down) {
  if (!table_ || !commit() || grid_->GetGridCursorRow() < 0) return;
  const int row = grid_->GetGridCursorRow(), to = row + (down ? 1 : -1);
  done(table_->moveRow(static_cast<std::size_t>(row), down));
  if (to >= 0 && to < static_cast<int>(table_->rowCount())) grid_->SetGridCursor(to, grid_->GetGridCursorCol());
}

void TableView::fillDown() {
  if (!table_ || !commit()) return;
  const auto block = selection();
  if (block.top < 0 || block.bottom <= block.top) return;
  done(table_->fillDown(static_cast<std::size_t>(block.left), static_cast<std::size_t>(block.top), static_cast<std::size_t>(block.bottom)));
}

void TableView::copy() {
  if (!table_ || table_->rowCount() == 0) return;
  const auto block = selection();
  const auto text = table_->copy(static_cast<std::size_t>(block.top), static_cast<std::size_t>(block.left), static_cast<std::size_t>(block.bottom), static_cast<std::size_t>(block.right));
  if (!wxTheClipboard->Open()) return;
  wxTheClipboard->SetData(new wxTextDataObject(wx(text)));
  wxTheClipboard->Close();
}

void TableView::paste() {
  if (!table_ || !commit()) return;
  if (!wxTheClipboard->Open()) return;
  wxTextDataObject data;
  const bool there = wxTheClipboard->GetData(data);
  wxTheClipboard->Close();
  if (!there) return;
  const auto block = selection();
  done(table_->paste(static_cast<std::size_t>(std::max(0, block.top)), static_cast<std::size_t>(std::max(0, block.left)), utf8(data.GetText())));
}

void TableView::editRow() {
  if (!table_ || !commit() || table_->rowCount() == 0 || grid_->GetGridCursorRow() < 0) return;
  RowDialog dialog(this, *table_, static_cast<std::size_t>(grid_->GetGridCursorRow()), workspace_.words());
  dialog.ShowModal();
  done({});
}

void TableView::onKey(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (event.ControlDown() && !event.AltDown()) {
    if (key == 'C') return copy();
    if (key == 'V') return paste();
    if (key == 'D') return fillDown();
    if (key == WXK_UP || key == WXK_DOWN) return moveRow(key == WXK_DOWN);
  }
  if (key == WXK_ESCAPE && !grid_->IsCellEditControlEnabled()) {
    if (goBack) goBack();
    return;
  }
  if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !grid_->IsCellEditControlEnabled()) {
    // Enter goes to the next cell to fill in, as in the form.
    const int columns = grid_->GetNumberCols();
    int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol() + 1;
    if (column >= columns) column = 0, ++row;
    if (row >= 0 && row < grid_->GetNumberRows()) grid_->SetGridCursor(row, column), grid_->MakeCellVisible(row, column);
    return;
  }
  if (key == WXK_DELETE && !grid_->IsCellEditControlEnabled() && table_) {
    const auto block = selection();
    if (block.top >= 0) {
      done(table_->clear(static_cast<std::size_t>(block.top), static_cast<std::size_t>(block.left), static_cast<std::size_t>(block.bottom), static_cast<std::size_t>(block.right)));
    }
    return;
  }
  event.Skip();
}

}  // namespace cchc::shell

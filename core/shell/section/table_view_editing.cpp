// What is typed, pasted and pressed in the table's grid.
#include <wx/choicdlg.h>
#include <wx/clipbrd.h>
#include <wx/combobox.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/shell/section/row_dialog.h"
#include "core/shell/section/table_view.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

void TableView::bindEditing() {
  grid_->Bind(wxEVT_KEY_DOWN, &TableView::onKey, this);
  // The focus is with the one or the other, and what the cells' window does not take it hands to the grid.
  grid_->Bind(wxEVT_CHAR, &TableView::onChar, this);
  grid_->GetGridWindow()->Bind(wxEVT_CHAR, &TableView::onChar, this);
  // A cell with a text that cannot be taken is not left: the cursor stays, and the text with it.
  grid_->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
    if (acceptable())
      event.Skip();
    else
      event.Veto();
  });
  grid_->Bind(wxEVT_GRID_CELL_LEFT_CLICK, [this](wxGridEvent& event) {
    if (acceptable()) return event.Skip();
    editorControl()->SetFocus();
  });
  grid_->Bind(wxEVT_GRID_EDITOR_HIDDEN, [this](wxGridEvent& event) {
    event.Skip();
    if (!refused_) tip_->dismiss();
  });
}

wxWindow* TableView::editorControl() const {
  if (!grid_->IsCellEditControlEnabled() || grid_->GetGridCursorRow() < 0) return nullptr;
  auto* editor = grid_->GetCellEditor(grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
  auto* control = editor->GetControl();
  editor->DecRef();
  return control;
}

// An input method hands over a whole word at once, character after character, to the window that had the focus: the
// grid, although the first of them has opened the cell's editor. So the grid passes on to the editor what still comes
// to itself.
void TableView::onChar(wxKeyEvent& event) {
  const auto key = event.GetUnicodeKey();
  if (!table_ || key < 32 || key == 127 || event.ControlDown() || event.AltDown()) return event.Skip();
  const bool open = grid_->IsCellEditControlEnabled();
  if (!open && !grid_->CanEnableCellControl()) return event.Skip();
  if (!open) grid_->EnableCellEditControl();
  auto* control = editorControl();
  const wxString character = wxUniChar(key);
  if (auto* text = dynamic_cast<wxTextCtrl*>(control)) {
    if (!open) text->Clear();
    text->WriteText(character);
  } else if (auto* choice = dynamic_cast<wxComboBox*>(control)) {
    // The first choice that begins so.
    for (unsigned i = 1; i < choice->GetCount(); ++i) {
      if (foldForSearch(utf8(choice->GetString(i))).starts_with(foldForSearch(utf8(character))))
        return choice->SetSelection(static_cast<int>(i));
    }
  }
}

void TableView::refuse(const Error& error) {
  const auto told = message(error, workspace_.settings.language);
  tip_->tell(told.what + (told.fix.empty() ? "" : ". " + told.fix),
             grid_->CellToRect(grid_->GetGridCursorRow(), grid_->GetGridCursorCol()));
}

// Whether what stands in the cell's editor can be taken; else says why, beside it.
bool TableView::acceptable() {
  if (!table_ || !grid_->IsCellEditControlEnabled() || grid_->GetGridCursorRow() < 0 ||
      static_cast<std::size_t>(grid_->GetGridCursorRow()) >= table_->rowCount())
    return true;
  auto* editor = grid_->GetCellEditor(grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
  const auto text = utf8(editor->GetValue());
  editor->DecRef();
  const auto checked = table_->check(static_cast<std::size_t>(grid_->GetGridCursorRow()),
                                     static_cast<std::size_t>(grid_->GetGridCursorCol()), text);
  if (!checked) {
    refuse(checked.error());
    return false;
  }
  tip_->dismiss();
  return true;
}

bool TableView::commit() {
  if (!table_) return true;
  if (refused_) openAgain();
  if (!acceptable()) {
    if (auto* control = editorControl()) control->SetFocus();
    return false;
  }
  if (grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
  return !refused_;
}

// From the grid, when an editor was closed. The focus may have gone elsewhere meanwhile: what cannot be taken is not
// thrown away, its editor comes back.
void TableView::typed(std::size_t row, std::size_t column, const std::string& text) {
  if (const auto checked = table_->check(row, column, text); !checked) {
    refused_ = Refused{table_->rowId(row), column, text, checked.error()};
    CallAfter([this] { openAgain(); });
    return;
  }
  done(table_->type(row, column, text));
}

void TableView::openAgain() {
  if (!refused_ || !table_) return;
  const auto refused = *std::exchange(refused_, std::nullopt);
  const auto row = table_->rowNamed(refused.row);
  if (!row) return;
  grid_->SetGridCursor(static_cast<int>(*row), static_cast<int>(refused.column));
  grid_->MakeCellVisible(static_cast<int>(*row), static_cast<int>(refused.column));
  grid_->EnableCellEditControl();
  if (auto* control = dynamic_cast<wxTextCtrl*>(editorControl())) {
    control->SetValue(wx(refused.text));
    control->SetInsertionPointEnd();
    control->SetFocus();
  }
  refuse(refused.error);
}

// The next cell that can be filled in: to the right, then the row below.
void TableView::nextCell() {
  const int columns = grid_->GetNumberCols(), rows = grid_->GetNumberRows();
  int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol();
  for (int guard = 0; guard < 2 * columns; ++guard) {
    if (++column >= columns) column = 0, ++row;
    if (row < 0 || row >= rows) return;
    if (!grid_->IsReadOnly(row, column)) break;
  }
  grid_->SetGridCursor(row, column);
  grid_->MakeCellVisible(row, column);
}

void TableView::onKey(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  const bool open = grid_->IsCellEditControlEnabled();
  if (event.ControlDown() && !event.AltDown() && !open) {
    if (key == 'C') return copy();
    if (key == 'V') return paste();
    if (key == 'D') return fillDown();
    if (key == WXK_UP || key == WXK_DOWN) return moveRow(key == WXK_DOWN);
  }
  switch (key) {
    case WXK_ESCAPE:
      if (open) break;
      if (goBack) goBack();
      return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
      // Enter goes to the next cell to fill in, as in the form.
      if (!commit()) return;
      nextCell();
      return grid_->SetFocus();
    case WXK_TAB:
      if (!acceptable()) return;
      break;
    case WXK_DELETE:
      if (open || !table_) break;
      if (const auto block = selection(); block.top >= 0) {
        done(table_->clear(static_cast<std::size_t>(block.top), static_cast<std::size_t>(block.left),
                           static_cast<std::size_t>(block.bottom), static_cast<std::size_t>(block.right)));
      }
      return;
    default:
      break;
  }
  event.Skip();
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
  done(table_->fillDown(static_cast<std::size_t>(block.left), static_cast<std::size_t>(block.top),
                        static_cast<std::size_t>(block.bottom)));
}

void TableView::copy() {
  if (!table_ || table_->rowCount() == 0) return;
  const auto block = selection();
  const auto text = table_->copy(static_cast<std::size_t>(block.top), static_cast<std::size_t>(block.left),
                                 static_cast<std::size_t>(block.bottom), static_cast<std::size_t>(block.right));
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
  const auto row = static_cast<std::size_t>(std::max(0, block.top)),
             column = static_cast<std::size_t>(std::max(0, block.left));
  const auto text = utf8(data.GetText());
  std::optional<EntryUnit> unit;
  if (const auto doubtful = table_->doubtfulUnit(column, text)) {
    const auto words = workspace_.words();
    wxArrayString units;
    for (const char* each :
         {words("Như đơn vị ghi ở tiêu đề mỗi cột", "As each column's heading says"), words("Đồng", "Đồng"),
          words("Triệu đồng", "Million đồng"), words("Tỷ đồng", "Billion đồng")})
      units.Add(wx(each));
    wxSingleChoiceDialog dialog(
        this,
        wx(words("Độ lớn của các số tiền được dán không hợp với đơn vị ghi ở tiêu đề cột. Các số đó tính bằng:",
                 "The size of the amounts does not fit the unit in the column's heading. They are in:")),
        wx(words("Đơn vị của số tiền được dán", "Unit of the pasted amounts")), units);
    dialog.SetSelection(static_cast<int>(*doubtful) + 1);
    if (dialog.ShowModal() != wxID_OK) return;
    if (dialog.GetSelection() > 0) unit = static_cast<EntryUnit>(dialog.GetSelection() - 1);
  }
  done(table_->paste(row, column, text, unit));
}

void TableView::editRow() {
  if (!table_ || !commit() || table_->rowCount() == 0 || grid_->GetGridCursorRow() < 0) return;
  RowDialog dialog(this, *table_, static_cast<std::size_t>(grid_->GetGridCursorRow()), workspace_.words());
  dialog.ShowModal();
  done({});
}

}  // namespace cchc::shell

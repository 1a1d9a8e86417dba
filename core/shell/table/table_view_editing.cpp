// TableView: typing, pasting and keys in the grid.
#include <wx/choicdlg.h>
#include <wx/clipbrd.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/shell/table/choice_cell_editor.h"
#include "core/shell/table/row_dialog.h"
#include "core/shell/table/table_view.h"
#include "core/shell/widgets/clipboard.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

void TableView::bindEditing() {
  grid_->Bind(wxEVT_KEY_DOWN, &TableView::onKey, this);
  // Either the grid or its window of cells has the focus; keys that the latter does not handle are passed on to the
  // grid.
  grid_->Bind(wxEVT_CHAR, &TableView::onChar, this);
  grid_->GetGridWindow()->Bind(wxEVT_CHAR, &TableView::onChar, this);
  // While the text in a cell's editor is refused, the cursor does not leave the cell and the text stays.
  grid_->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
    if (!checkEditor()) return event.Veto();
    if (!refused_) tip_->dismiss();  // it was about the cell that is left
    event.Skip();
  });
  grid_->Bind(wxEVT_GRID_CELL_LEFT_CLICK, [this](wxGridEvent& event) {
    if (checkEditor()) return event.Skip();
    editorControl()->SetFocus();
  });
  grid_->Bind(wxEVT_GRID_EDITOR_CREATED, [this](wxGridEditorCreatedEvent& event) {
    event.Skip();
    event.GetControl()->Bind(wxEVT_TEXT_PASTE, [this](wxClipboardTextEvent& paste) {
      if (!pasteIntoEditor()) paste.Skip();
    });
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

// An input method delivers a whole word at once, character by character, to the window that had the focus. That is the
// grid, although the first character has opened the cell's editor. The following characters are therefore passed on to
// the editor.
void TableView::onChar(wxKeyEvent& event) {
  const auto key = event.GetUnicodeKey();
  if (!table_ || key < 32 || key == 127 || event.ControlDown() || event.AltDown()) return event.Skip();
  const bool open = grid_->IsCellEditControlEnabled();
  if (!open && !grid_->CanEnableCellControl()) return sayWhyNotTyped();
  showCurrentCell();
  if (!open) grid_->EnableCellEditControl();
  auto* control = editorControl();
  const wxString character = wxUniChar(key);
  if (auto* text = dynamic_cast<wxTextCtrl*>(control)) {
    if (!open) text->Clear();
    text->WriteText(character);
  }
}

void TableView::sayWhyNotTyped() {
  const int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol();
  if (row < 0 || column < 0) return;
  const auto& locked = workspace_.form()->editing().locked();
  const auto text =
      locked ? sentences(*locked, workspace_.settings.language) : workspace_.words()("form-view.not-typed");
  showCurrentCell();
  tip_->showText(text, grid_->CellToRect(row, column));
}

// The choice that is marked in the list of the open editor is what Enter and Tab mean.
void TableView::takeMarkedChoice() {
  if (!grid_->IsCellEditControlEnabled() || grid_->GetGridCursorRow() < 0) return;
  auto* editor = grid_->GetCellEditor(grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
  if (auto* choice = dynamic_cast<ChoiceCellEditor*>(editor)) choice->takeMarked();
  editor->DecRef();
}

// Before a key changes the current cell, which the wheel may have moved out of view.
void TableView::showCurrentCell() {
  const int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol();
  if (row >= 0 && column >= 0 && !grid_->IsVisible(row, column)) grid_->MakeCellVisible(row, column);
}

void TableView::showRefusal(const Error& error) {
  tip_->showText(sentences(error, workspace_.settings.language),
                 grid_->CellToRect(grid_->GetGridCursorRow(), grid_->GetGridCursorCol()));
}

bool TableView::checkEditor() {
  if (!table_ || !grid_->IsCellEditControlEnabled() || grid_->GetGridCursorRow() < 0 ||
      static_cast<std::size_t>(grid_->GetGridCursorRow()) >= table_->rowCount())
    return true;
  auto* editor = grid_->GetCellEditor(grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
  const auto text = utf8(editor->GetValue());
  editor->DecRef();
  const auto checked = table_->check(static_cast<std::size_t>(grid_->GetGridCursorRow()),
                                     static_cast<std::size_t>(grid_->GetGridCursorCol()), text);
  if (!checked) {
    showRefusal(checked.error());
    return false;
  }
  tip_->dismiss();
  return true;
}

bool TableView::commit() {
  if (!table_) return true;
  if (refused_) reopenEditor();
  if (!checkEditor()) {
    if (auto* control = editorControl()) control->SetFocus();
    return false;
  }
  if (grid_->IsCellEditControlEnabled()) grid_->DisableCellEditControl();
  return !refused_;
}

// Called by the grid after an editor was closed, when the focus may already be elsewhere. A refused text is not lost:
// its editor is reopened.
void TableView::saveTyped(std::size_t row, std::size_t column, const std::string& text) {
  if (row >= table_->rowCount()) return;  // it is gone
  if (const auto checked = table_->check(row, column, text); !checked) {
    refused_ = Refused{table_->rowId(row), column, text, checked.error()};
    CallAfter([this] { reopenEditor(); });
    return;
  }
  finishEdit(table_->type(row, column, text));
}

void TableView::reopenEditor() {
  if (!refused_ || !table_) return;
  const auto refused = *std::exchange(refused_, std::nullopt);
  const auto row = table_->rowNamed(refused.row);
  if (!row) return;
  grid_->SetGridCursor(static_cast<int>(*row), static_cast<int>(refused.column));
  grid_->MakeCellVisible(static_cast<int>(*row), static_cast<int>(refused.column));
  grid_->EnableCellEditControl();
  if (auto* control = dynamic_cast<wxTextCtrl*>(editorControl())) {
    control->SetValue(wx(refused.text));
    control->SetFocus();
    control->SetInsertionPointEnd();  // after the focus, which marks the whole text
  }
  if (refused.error) showRefusal(*refused.error);
}

// Goes to the next cell that can be filled in: to the right, then in the row below.
void TableView::moveToNextCell() {
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
  if (key == WXK_DELETE || key == WXK_F2) showCurrentCell();
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
      // Enter goes to the next cell that can be filled in, as in the form.
      takeMarkedChoice();
      if (!commit()) return;
      moveToNextCell();
      return grid_->SetFocus();
    case WXK_TAB:
      takeMarkedChoice();
      if (!checkEditor()) return;
      break;
    case WXK_DELETE:
      if (open || !table_) break;
      if (const auto blocks = selection(); !blocks.empty()) finishEdit(table_->clear(blocks));
      return;
    default:
      break;
  }
  event.Skip();
}

// The cursor goes to the new row, wherever it is shown; without one it stays, so that nothing is typed over another
// row.
void TableView::addRow() {
  if (!table_ || !commit()) return;
  const auto added = table_->addRow(std::nullopt);
  finishEdit(added);
  const auto row = added ? table_->addedRow() : std::nullopt;
  if (!row) return;
  grid_->ClearSelection();
  grid_->SetGridCursor(static_cast<int>(*row), 0);
  grid_->MakeCellVisible(static_cast<int>(*row), 0);
  grid_->SetFocus();
}

void TableView::removeRows() {
  if (!table_ || !commit() || table_->rowCount() == 0) return;
  std::set<std::size_t> rows;
  for (const auto& block : selection()) {
    for (auto row = block.row; row <= block.lastRow && row < table_->rowCount(); ++row) rows.insert(row);
  }
  if (rows.empty()) return;
  const auto removed = table_->removeRows({rows.begin(), rows.end()});
  if (removed) grid_->ClearSelection();  // other rows come to these places
  finishEdit(removed);
  if (!removed || !showNote) return;
  const auto words = workspace_.words();
  showNote(words(rows.size() == 1 ? "table-view.removed.one" : "table-view.removed.many",
                 {{"count", std::to_string(rows.size())}}));
}

void TableView::moveRow(bool down) {
  if (!table_ || !commit() || grid_->GetGridCursorRow() < 0) return;
  const int row = grid_->GetGridCursorRow(), to = row + (down ? 1 : -1);
  finishEdit(table_->moveRow(static_cast<std::size_t>(row), down));
  if (to >= 0 && to < static_cast<int>(table_->rowCount())) grid_->SetGridCursor(to, grid_->GetGridCursorCol());
}

void TableView::fillDown() {
  if (!table_ || !commit()) return;
  if (const auto block = oneBlock(); block && block->lastRow > block->row) finishEdit(table_->fillDown(*block));
}

// Several blocks are copied one below the other if they have the same columns.
void TableView::copy() {
  if (!table_ || table_->rowCount() == 0) return;
  auto blocks = selection();
  const bool alike = std::all_of(blocks.begin(), blocks.end(), [&](const Block& each) {
    return each.column == blocks.front().column && each.lastColumn == blocks.front().lastColumn;
  });
  if (!alike) return static_cast<void>(oneBlock());
  std::sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.row < b.row; });
  std::string text;
  for (const auto& each : blocks) text += table_->copy(each.row, each.column, each.lastRow, each.lastColumn);
  if (!wxTheClipboard->Open()) return;
  wxTheClipboard->SetData(new wxTextDataObject(wx(text)));
  wxTheClipboard->Close();
}

void TableView::paste() {
  if (!table_ || !commit()) return;
  const auto text = clipboardText();
  if (!text) return;
  const auto blocks = selection();
  const auto block = blocks.empty() ? Block() : oneBlock();  // an empty table gets the rows
  if (!block) return;
  if (const auto done = pasteAt(block->row, block->column, *text)) finishEdit(*done);
}

// Pastes cells with their top left corner at a cell, after asking for the unit of their amounts if it is in doubt.
// nullopt: the question was cancelled.
std::optional<Status> TableView::pasteAt(std::size_t row, std::size_t column, const std::string& text) {
  std::optional<EntryUnit> unit;
  if (const auto doubtful = table_->doubtfulUnit(column, text)) {
    const auto words = workspace_.words();
    wxArrayString units;
    for (const auto* each :
         {"table-view.paste-unit.as-heading", "common.money.dong", "common.money.million", "common.money.billion"})
      units.Add(wx(words(each)));
    wxSingleChoiceDialog dialog(this, wx(words("table-view.paste-unit.question")),
                                wx(words("table-view.paste-unit.title")), units);
    dialog.SetSelection(static_cast<int>(*doubtful) + 1);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    if (dialog.GetSelection() > 0) unit = static_cast<EntryUnit>(dialog.GetSelection() - 1);
  }
  return table_->paste(row, column, text, unit);
}

// Pastes what a spreadsheet has copied while a cell is being edited: one cell into its text, several into the grid from
// this cell on. Returns false for text that the editor pastes itself.
bool TableView::pasteIntoEditor() {
  const auto text = clipboardText();
  auto* control = dynamic_cast<wxTextCtrl*>(editorControl());
  if (!table_ || control == nullptr || !text || text->find_first_of("\r\n\t") == std::string::npos) return false;
  const auto lines = readClipboard(*text).rows;
  if (lines.size() == 1 && lines.front().cells.size() == 1 &&
      lines.front().cells.front().text.find('\n') == std::string::npos) {
    control->WriteText(wx(foldSpace(lines.front().cells.front().text)));
    return true;
  }
  // The control is still handling its key, so it is not closed here.
  CallAfter([this, text = *text] { pasteOverEditor(text); });
  return true;
}

// What was typed gives way to the first of the cells. If they are refused, it stays in its editor, with the reason.
void TableView::pasteOverEditor(const std::string& text) {
  auto* control = dynamic_cast<wxTextCtrl*>(editorControl());
  if (!table_ || control == nullptr) return;
  const int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol();
  const auto typed = utf8(control->GetValue());
  auto* editor = grid_->GetCellEditor(row, column);
  editor->Reset();
  editor->DecRef();
  grid_->DisableCellEditControl();
  const auto done = pasteAt(static_cast<std::size_t>(row), static_cast<std::size_t>(column), text);
  if (done && *done) return finishEdit(*done);
  refused_ = Refused{table_->rowId(static_cast<std::size_t>(row)), static_cast<std::size_t>(column), typed,
                     done ? std::optional(done->error()) : std::nullopt};
  CallAfter([this] { reopenEditor(); });  // after the closed editor has heard that it lost the focus
}

void TableView::editRow() {
  if (!table_ || !commit() || table_->rowCount() == 0 || grid_->GetGridCursorRow() < 0) return;
  RowDialog dialog(this, *table_, static_cast<std::size_t>(grid_->GetGridCursorRow()), workspace_.words());
  dialog.ShowModal();
  finishEdit({});
}

}  // namespace cchc::shell

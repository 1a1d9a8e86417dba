#include "core/shell/table/choice_cell_editor.h"

namespace cchc::shell {

void ChoiceCellEditor::Create(wxWindow* parent, wxWindowID id, wxEvtHandler* handler) {
  DoCreate(parent, id, handler);
  typing_ = std::make_unique<ChoiceTyping>(parent, *Text(), listName_);
  typing_->offer(labels_);
  typing_->picked = [this] {
    if (picked) picked();
  };
  Text()->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.HasAnyModifiers() || !typing_->moveMark(event.GetKeyCode())) event.Skip();
  });
}

void ChoiceCellEditor::SetSize(const wxRect& cell) {
  typing_->place(cell);
  wxGridCellTextEditor::SetSize(cell);
}

void ChoiceCellEditor::Show(bool show, wxGridCellAttr* attribute) {
  if (!show && typing_ != nullptr) typing_->hide();
  wxGridCellTextEditor::Show(show, attribute);
}

void ChoiceCellEditor::BeginEdit(int row, int column, wxGrid* grid) {
  typing_->fill([&] { wxGridCellTextEditor::BeginEdit(row, column, grid); });
  typing_->showAll();
}

void ChoiceCellEditor::Reset() {
  typing_->fill([this] { wxGridCellTextEditor::Reset(); });
}

void ChoiceCellEditor::takeMarked() { typing_->takeMarked(); }

}  // namespace cchc::shell

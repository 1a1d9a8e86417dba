// FormView: what is pasted into its fields.
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/exchange/sheets/delimited_text.h"
#include "core/shell/section/form_fields.h"
#include "core/shell/section/form_view.h"
#include "core/shell/widgets/clipboard.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

using presentation::FormRow;

// Pastes what a spreadsheet has copied: one cell into the text that is being edited, several into the fields from here
// on. Returns false for text that the editor pastes itself: without line ends and tabs, or of several lines into a long
// text.
bool FormView::pasteCells() {
  const auto text = clipboardText();
  if (form() == nullptr || !current_ || !text || text->find_first_of("\r\n\t") == std::string::npos) return false;
  const auto lines = readClipboard(*text).rows;
  if (lines.size() == 1 && lines.front().cells.size() == 1) {
    const auto& cell = lines.front().cells.front().text;
    auto* editor = dynamic_cast<wxTextCtrl*>(editor_);
    if (editor == nullptr) return false;
    editor->WriteText(wx(editor_ == text_ ? withNewlines(trim(cell)) : foldSpace(cell)));
    return true;
  }
  if (editor_ == text_) return false;
  pasteFields(*text);
  return true;
}

// Pastes into the fields from the current one on, or into none of them. If the text is refused, what is being typed
// stays.
void FormView::pasteFields(const std::string& text) {
  const auto done = form()->paste(*current_, text);
  if (!done) {
    const auto language = workspace_.settings.language;
    tip_->showText(sentencesWithPlace(done.error(), language),
                   wxRect(sizes_.label, areaOf(*current_).y, sizes_.value, height(*current_)));
    if (showNote) showNote(message(done.error(), language).what);
    return;
  }
  closeEditor();
  tip_->dismiss();
  workspace_.edited();
}

// Pastes into the current row, which has no editor that takes text.
bool FormView::openAndPaste() {
  const auto row = currentRow();
  if (!row) return false;
  if (row->kind != FormRow::Kind::field) {
    if (showNote) showNote(workspace_.words()("form-view.paste-where"));
    return true;
  }
  if (!form()->editable(row->index)) {
    sayWhyNotTyped(row->index);
    return true;
  }
  if (isChoice(form()->editing().definition().fields[row->index])) {
    bringIntoView();
    if (const auto text = clipboardText()) pasteFields(*text);
    return true;
  }
  openEditor(row->index);
  if (pasteCells()) return true;
  if (auto* text = dynamic_cast<wxTextCtrl*>(editor_)) text->Paste();
  return true;
}

}  // namespace cchc::shell

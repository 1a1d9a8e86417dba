// FormView: the native editor, keys and the mouse.
#include <algorithm>

#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/presentation/section/attachments.h"
#include "core/shell/section/form_fields.h"
#include "core/shell/section/form_view.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"

namespace cchc::shell {

using presentation::FormRow;

void FormView::bindEditing() {
  for (auto* each : {line_, text_, choice_}) {
    each->Hide();
    each->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
      if (!onKey(event)) event.Skip();
    });
    each->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
      event.Skip();
      // What was typed is saved when the focus leaves the editor, even by a click elsewhere or to another window.
      if (!committing_ && field_)
        CallAfter([this] {
          if (field_ && (editor_ == nullptr || !editor_->HasFocus())) commit();
        });
    });
    // The wheel over the editor scrolls the form.
    each->Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { GetEventHandler()->ProcessEvent(event); });
    each->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
      event.Skip();
      bringEditorIntoView();
      tip_->dismiss();  // it was about the text before this change
      showAmountInWords();
    });
  }
  for (auto* each : {line_, text_, choice_}) {
    each->Bind(wxEVT_TEXT_PASTE, [this](wxClipboardTextEvent& event) {
      if (!pasteCells()) event.Skip();
    });
  }
  line_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { moveToNextField(true); });
  choices_->picked = [this] {
    CallAfter([this] {
      if (editor_ == choice_ && commit()) closeEditor();
    });
  };
  Bind(wxEVT_LEFT_DOWN, &FormView::onMouse, this);
  Bind(wxEVT_MOTION, &FormView::onHover, this);
  Bind(wxEVT_CHAR, &FormView::onChar, this);
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (!onKey(event)) event.Skip();
  });
}

void FormView::openEditor(std::size_t field) {
  if (form() == nullptr || !form()->editable(field)) return;
  comeBackScroll_.reset();
  const auto& definition = form()->editing().definition().fields[field];
  const auto label = form()->line(field).label;
  const auto text = wx(form()->editorText(field));
  closeEditor();
  field_ = field;
  tip_->dismiss();
  if (isChoice(definition)) {
    auto labels = form()->choicesOf(field);
    if (definition.type == FieldType::yesNo) {
      const auto words = workspace_.words();
      labels = {words("common.yes"), words("common.no")};
    }
    choices_->offer(labels);
    choices_->fill([&] { choice_->ChangeValue(text); });
    editor_ = choice_;
  } else if (isLong(definition)) {
    text_->ChangeValue(text);
    makeTall(current_);
    editor_ = text_;
  } else {
    line_->ChangeValue(text);
    line_->SetWindowStyleFlag((line_->GetWindowStyleFlag() & ~wxTE_RIGHT) |
                              (isNumeric(definition.type) ? wxTE_RIGHT : 0));
    editor_ = line_;
  }
  bringIntoView();  // nobody types into a field that cannot be seen
  setAccessibleName(*editor_, label);
  editor_->Show();  // before it is positioned: GTK does not position a hidden control
  positionEditor();
  editor_->SetFocus();
  if (editor_ == line_) line_->SelectAll();
  if (editor_ == choice_) choice_->SelectAll(), choices_->showAll(), UnsetToolTip();  // which would cover the list
}

void FormView::positionEditor() {
  if (!current_) return;
  const auto area = areaOf(*current_);
  const bool wide = field_ && form() != nullptr && isWide(form()->editing().definition().fields[*field_]);
  if (editor_ != nullptr)
    editor_->SetSize(sizes_.label, area.y, wide ? area.width - sizes_.label - FromDIP(8) : sizes_.value,
                     editor_ == text_ ? area.height : rowHeight());
  if (editor_ == choice_) choices_->place(choice_->GetRect());
  tip_->positionBy(wxRect(sizes_.label, area.y, sizes_.value, area.height));
}

// Before a key or a text of an input method reaches an editor that the wheel has moved out of view.
void FormView::bringEditorIntoView() {
  if (editor_ == nullptr || !current_) return;
  bringIntoView();
  positionEditor();
}

void FormView::closeEditor() {
  if (editor_ == nullptr) return;
  committing_ = true;
  const bool focused = editor_->HasFocus();
  editor_->Hide();
  choices_->hide();
  editor_ = nullptr;
  field_.reset();
  makeTall(std::nullopt);
  if (focused) SetFocus();
  committing_ = false;
}

std::string FormView::typed() const {
  if (editor_ == choice_) return utf8(choice_->GetValue());
  if (editor_ == text_) return utf8(text_->GetValue());
  return utf8(line_->GetValue());
}

// Shows the amount that is being typed in words ("177 tỷ 357 triệu đồng"), so that a zero too many is noticed at once.
void FormView::showAmountInWords() {
  if (!field_ || form() == nullptr || editor_ != line_ || !showNote ||
      form()->editing().definition().fields[*field_].type != FieldType::money)
    return;
  const auto reading = form()->amountInWords(*field_, typed());
  showNote(reading.empty() ? "" : "= " + reading);
}

bool FormView::commit() {
  if (!field_ || form() == nullptr || committing_) return true;
  committing_ = true;
  const auto field = *field_;
  const auto before = form()->editing().data().fields[field];
  const auto done = form()->type(field, typed());
  committing_ = false;
  if (!done) {
    // An error in the text is shown next to it; an error of the store is shown by the window.
    const auto& code = done.error().code;
    const bool ofText = code.starts_with("value.") || code.starts_with("text.");
    const auto language = workspace_.settings.language;
    if (current_)
      tip_->showText(sentences(done.error(), language),
                     wxRect(sizes_.label, areaOf(*current_).y, sizes_.value, height(*current_)));
    if (showNote) showNote(message(done.error(), language).what);
    if (!ofText && showError) showError(done.error());
    if (editor_ != nullptr && !editor_->HasFocus()) editor_->SetFocus();
    return false;
  }
  tip_->dismiss();
  choices_->hide();
  if (before != form()->editing().data().fields[field]) workspace_.edited();
  return true;
}

void FormView::moveToNextField(bool forward) {
  if (form() == nullptr) return;
  if (field_ && !commit()) return;
  if (const auto next = form()->nextEditable(current_, forward)) select(next, true);
  if (editor_ == nullptr) SetFocus();
}

// The arrows move in the list of an open choice, so one that they come to on their way is not opened.
bool FormView::opensInPassing(std::size_t row) const {
  const auto one = form()->rows()[row];
  return one.kind != FormRow::Kind::field || !isChoice(form()->editing().definition().fields[one.index]);
}

void FormView::moveToNextRow(bool forward) {
  if (form() == nullptr || form()->rows().empty() || (field_ && !commit())) return;
  const auto last = form()->rows().size() - 1;
  const auto next = !current_ ? 0 : forward ? std::min(*current_ + 1, last) : *current_ - (*current_ > 0 ? 1 : 0);
  select(next, opensInPassing(next));
  if (editor_ == nullptr) SetFocus();
}

void FormView::activate(std::size_t row) {
  const auto one = form()->rows()[row];
  if (one.kind == FormRow::Kind::keptHeading || one.kind == FormRow::Kind::kept) return;
  if (one.kind == FormRow::Kind::table) {
    if (openTable) openTable(one.index, {}, {});
  } else if (one.kind == FormRow::Kind::group) {
    form()->fold(one.index, !form()->folded(one.index));
    layOutAround();
  } else if (const auto& field = form()->editing().definition().fields[one.index];
             presentation::acceptsAttachment(field) && openAttachment) {
    CallAfter([this, place = Place::ofField(field.id)] { openAttachment(place); });
  } else if (form()->editable(one.index)) {
    select(row, true);
  } else {
    showFormula();
  }
}

// Shows how the focused computed field is computed. If this is already shown, goes to the next field.
void FormView::showFormula() {
  const auto row = currentRow();
  if (!row || row->kind != FormRow::Kind::field) return;
  const auto text = form()->formulaText(row->index);
  if (text.empty() || !tip_->text().empty()) return moveToNextField(true);
  tip_->showText(text, wxRect(sizes_.label, areaOf(*current_).y, sizes_.value, rowHeight()));
  if (showNote) showNote(text);
}

// Says why what is typed does not get into the field.
void FormView::sayWhyNotTyped(std::size_t field) {
  const auto& locked = form()->editing().locked();
  const auto formula = form()->formulaText(field);
  const auto text = locked            ? sentences(*locked, workspace_.settings.language)
                    : formula.empty() ? workspace_.words()("form-view.not-typed")
                                      : formula;
  bringIntoView();
  tip_->showText(text, wxRect(sizes_.label, areaOf(*current_).y, sizes_.value, rowHeight()));
  if (showNote) showNote(text);
}

void FormView::toggleNothing(std::size_t group) {
  if (field_ && !commit()) return;
  const auto done = form()->setGroupNothing(group, !form()->groupNothing(group));
  if (!done && showError) showError(done.error());
  workspace_.edited();
}

bool FormView::onGroupKey(std::size_t group, int key) {
  const bool folded = form()->folded(group);
  if (key == WXK_SPACE && form()->editing().definition().groups[group].mayBeNothing) return toggleNothing(group), true;
  if (key == WXK_SPACE || (key == WXK_LEFT && !folded) || (key == WXK_RIGHT && folded))
    return activate(*current_), true;
  return key == WXK_LEFT || key == WXK_RIGHT;
}

bool FormView::onKey(wxKeyEvent& event) {
  if (form() == nullptr) return false;
  const int key = event.GetKeyCode();
  if (key != WXK_CONTROL && key != WXK_ALT && key != WXK_SHIFT) bringEditorIntoView();
  const bool inText = editor_ == text_ && text_->HasFocus();
  if (event.ControlDown() && !event.AltDown() && key == 'V' && (editor_ == nullptr || editor_ == choice_))
    return openAndPaste();
  if (event.ControlDown() || event.AltDown()) return false;
  if (const auto row = currentRow();
      row && editor_ == nullptr && row->kind == FormRow::Kind::group && onGroupKey(row->index, key))
    return true;
  switch (key) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
      if (inText && event.ShiftDown()) return false;  // a new line in a long text
      if (editor_ == nullptr && current_) return activate(*current_), true;
      choices_->takeMarked();
      return moveToNextField(true), true;
    case WXK_TAB:
      choices_->takeMarked();
      return moveToNextField(!event.ShiftDown()), true;
    case WXK_DOWN:
    case WXK_UP:
      if (editor_ == choice_) return choices_->moveMark(key);
      if (inText) return false;
      return moveToNextRow(key == WXK_DOWN), true;
    case WXK_ESCAPE:
      if (editor_ == nullptr && tip_->text().empty()) return false;
      tip_->dismiss();
      if (showNote) showNote("");
      return closeEditor(), Refresh(), true;
    case WXK_SPACE:
    case WXK_F2:
      if (editor_ != nullptr || !current_) return false;
      return activate(*current_), true;
    case WXK_PAGEDOWN:
    case WXK_PAGEUP: {
      if (editor_ == choice_) return choices_->moveMark(key);
      if (inText) return false;
      auto row = current_;
      for (int i = 0; i < std::max(1, GetClientSize().GetHeight() / rowHeight() - 2); ++i) {
        if (const auto next = form()->nextEditable(row, key == WXK_PAGEDOWN)) row = next;
      }
      return select(row, row && opensInPassing(*row)), true;
    }
    default:
      return false;
  }
}

// Typing on a row opens its editor. An input method delivers a whole word at once, character by character, to the
// window that had the focus. That is the form, although the first character has opened the editor. The following
// characters are therefore passed on to the editor.
void FormView::onChar(wxKeyEvent& event) {
  const auto key = event.GetUnicodeKey();
  if (key < 32 || key == 127 || event.ControlDown() || event.AltDown() || !current_ || form() == nullptr)
    return event.Skip();
  const wxString character = wxUniChar(key);
  if (editor_ == nullptr) {
    const auto row = form()->rows()[*current_];
    if (row.kind != FormRow::Kind::field) return event.Skip();
    if (!form()->editable(row.index)) return sayWhyNotTyped(row.index);
    openEditor(row.index);
    if (editor_ == line_ || editor_ == choice_) static_cast<wxTextCtrl*>(editor_)->Clear();
    if (editor_ == text_) text_->SetInsertionPointEnd();  // a stray key must not replace a long text
  }
  if (auto* text = dynamic_cast<wxTextCtrl*>(editor_)) text->WriteText(character);
}

void FormView::onMouse(wxMouseEvent& event) {
  const auto row = rowAt(event.GetPosition());
  if (!row) {
    if (field_) commit();
    return SetFocus();
  }
  const auto one = form()->rows()[*row];
  if (one.kind == FormRow::Kind::group && form()->editing().definition().groups[one.index].mayBeNothing &&
      event.GetX() > GetClientSize().GetWidth() - scaled(150)) {
    return toggleNothing(one.index);
  }
  if (one.kind != FormRow::Kind::field) {
    if (field_ && !commit()) return;
    select(row, false);
    SetFocus();
    return activate(*row);
  }
  SetFocus();
  select(row, true);
  if (presentation::acceptsAttachment(form()->editing().definition().fields[one.index])) activate(*row);
}

void FormView::onHover(wxMouseEvent& event) {
  event.Skip();
  const auto row = rowAt(event.GetPosition());
  const auto index = row.value_or(static_cast<std::size_t>(-1));
  if (index == hovered_) return;
  hovered_ = index;
  if (!row || form()->rows()[*row].kind != FormRow::Kind::field) return UnsetToolTip();
  const auto field = form()->rows()[*row].index;
  const auto line = form()->line(field);
  auto text = line.label + (line.value.empty() ? "" : ": " + line.value + " " + line.unit);
  if (!line.problem.empty()) text += "\n" + line.problem;
  if (!line.note.empty()) text += "\n" + line.note;
  if (const auto formula = form()->formulaText(field); !formula.empty()) text += "\n" + formula;
  SetToolTip(wx(text));
}

}  // namespace cchc::shell

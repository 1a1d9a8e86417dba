#include "core/shell/commands/undo_commands.h"

#include "core/app/section/section_editing.h"
#include "core/shell/frame/notice_bar.h"
#include "core/shell/frame/workspace.h"

namespace cchc::shell {

const EditStep* UndoCommands::undoable() const {
  const auto* form = context_.workspace.form();
  return form == nullptr ? nullptr : form->editing().undoable();
}

const EditStep* UndoCommands::redoable() const {
  const auto* form = context_.workspace.form();
  return form == nullptr ? nullptr : form->editing().redoable();
}

void UndoCommands::undo() { perform(&UndoCommands::undoable, &SectionEditing::undo, "undo.undone"); }
void UndoCommands::redo() { perform(&UndoCommands::redoable, &SectionEditing::redo, "undo.redone"); }

void UndoCommands::perform(const EditStep* (UndoCommands::*next)() const, Status (SectionEditing::*move)(),
                           std::string_view note) {
  auto& workspace = context_.workspace;
  // What the editor holds becomes a step of its own, so the step is looked up after it.
  if (workspace.form() == nullptr || !context_.commitEditors()) return;
  const auto* step = (this->*next)();
  if (step == nullptr) return;
  const auto name = step->name.in(workspace.settings.language);
  const auto done = (workspace.form()->editing().*move)();
  if (!done) context_.notices.showError(done.error());
  workspace.edited();
  if (done) context_.showNote(workspace.words()(note, {{"step", name}}));
}

}  // namespace cchc::shell

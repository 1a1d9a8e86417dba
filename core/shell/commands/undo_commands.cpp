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

void UndoCommands::undo() {
  auto& workspace = context_.workspace;
  if (workspace.form() == nullptr || !context_.commitEditors() || undoable() == nullptr) return;
  const auto name = undoable()->name.in(workspace.settings.language);
  const auto done = workspace.form()->editing().undo();
  if (!done) context_.notices.showError(done.error());
  workspace.edited();
  if (done) context_.showNote(workspace.words()("undo.undone", {{"step", name}}));
}

void UndoCommands::redo() {
  auto& workspace = context_.workspace;
  if (workspace.form() == nullptr || !context_.commitEditors() || redoable() == nullptr) return;
  const auto name = redoable()->name.in(workspace.settings.language);
  const auto done = workspace.form()->editing().redo();
  if (!done) context_.notices.showError(done.error());
  workspace.edited();
  if (done) context_.showNote(workspace.words()("undo.redone", {{"step", name}}));
}

}  // namespace cchc::shell

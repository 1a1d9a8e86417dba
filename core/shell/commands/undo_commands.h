// Undo and redo of the edits of the open section.
#pragma once
#include <string_view>

#include "core/app/section/edits.h"
#include "core/app/section/section_editing.h"
#include "core/shell/frame/frame_context.h"

namespace cchc::shell {

class UndoCommands {
 public:
  explicit UndoCommands(const FrameContext& context) : context_(context) {}

  void undo();
  void redo();
  // The step that would be undone or redone next; nullptr if there is none.
  const EditStep* undoable() const;
  const EditStep* redoable() const;

 private:
  void perform(const EditStep* (UndoCommands::*next)() const, Status (SectionEditing::*move)(), std::string_view note);

  const FrameContext& context_;
};

}  // namespace cchc::shell

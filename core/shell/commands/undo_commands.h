// Undo and redo of the edits of the open section.
#pragma once
#include "core/app/section/edits.h"
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
  const FrameContext& context_;
};

}  // namespace cchc::shell

// What the parts of the main window share. The frame creates one context and destroys its parts before it.
#pragma once
#include <functional>
#include <string>

class wxFrame;

namespace cchc {
class Task;
}

namespace cchc::shell {

class NoticeBar;
class Workspace;

// The views in the middle of the main window, which are shown one at a time.
enum class FrameView : unsigned char { form, table, board, report, overview, units };

struct FrameContext {
  wxFrame& window;  // the parent of dialogs
  Workspace& workspace;
  Task& task;          // the one long task whose progress the window shows
  NoticeBar& notices;  // shows errors, and messages with a button
  // Shows a short note in the status bar and hides the notice bar.
  std::function<void(const std::string& note)> showNote;
  // Saves what is being typed in any view. Returns false if a text was refused; it stays in its editor, and the view
  // shows why.
  std::function<bool()> commitEditors;
  // Returns true if the open section may be replaced. If the office has entered something into it that is not
  // submitted, asks whether to lose it.
  std::function<bool()> leaveEntry;
};

}  // namespace cchc::shell

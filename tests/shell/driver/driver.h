// Drives the real window from a script on another thread. The window runs as it does for a user; the script calls
// functions on the window's thread, types, clicks, and waits for what must be seen, never for time to pass.
#pragma once
#include <wx/dialog.h>
#include <wx/uiaction.h>

#include <filesystem>
#include <functional>
#include <string>

#include "core/shell/start/application.h"

namespace cchc::test {

class Driver {
 public:
  explicit Driver(shell::Application& application) : application_(application) {}

  // Runs `action` on the window's thread and waits for it. Only there may frame() and workspace() be used.
  void on(const std::function<void()>& action);
  // The same, for an action that only inspects: its time is not counted as the window's (stall_watch.h).
  void look(const std::function<void()>& looked);
  // Runs `action` on the window's thread and does not wait, for an action that shows a dialogue.
  void post(std::function<void()> action);
  shell::MainFrame& frame() { return *application_.frame(); }
  bool hasFrame() const { return application_.frame() != nullptr; }
  shell::Workspace& workspace() { return application_.workspace(); }
  // Waits until `holds` returns true; it is called on the window's thread. After a minute it ends the program, with
  // `what` in the message.
  void until(const std::string& what, const std::function<bool()>& holds);
  // Waits for a modal dialogue, other than `other`.
  wxDialog* dialog(const wxDialog* other = nullptr);
  void closed(const wxDialog* dialog);
  // Real key presses, through the X server, as from the keyboard. US-ASCII.
  void key(int key, int modifiers = wxMOD_NONE);
  void type(const std::string& ascii);
  void lastKey(int key, int modifiers);  // a key that ends the program, so it is not waited for
  // Delivers a text as an input method does on GTK: as character events to the window in focus, all before the next
  // turn of the event loop, even where the first of them moves the focus.
  void inputMethod(const std::string& text);
  // Clicks with the mouse, through the X server, and waits until the window has handled the click and become idle.
  void click(wxWindow& window, const wxPoint& at, bool twice = false);
  void clickUnheard(wxWindow& window, const wxPoint& at);  // where the window gets no event of the click: does not wait
  // Turns the mouse wheel over a place by some notches, through the X server; negative: upwards.
  void wheel(wxWindow& window, const wxPoint& at, int notches);
  void settle();                                                 // waits until the window is idle
  void press(wxWindow& parent, const std::string& label);        // a button, by the start of its label
  void clickButton(wxWindow& parent, const std::string& label);  // the same with the mouse, once it is enabled
  void picture(const std::filesystem::path& png);
  [[noreturn]] void give(const std::string& reason);  // fails: ends the program with this message

 private:
  void point(wxWindow& window, const wxPoint& at);
  shell::Application& application_;
  // Used on the script's own thread, since it sleeps after each key.
  wxUIActionSimulator input_;
};

struct Start {
  presentation::Settings settings;
  std::filesystem::path settingsFile;
  std::filesystem::path plugins = {};  // a folder besides the installation's own
};
// Runs the window on these settings, with `script` on another thread, and returns the exit status. Without a store in
// the settings it is the first start.
int drive(int argc, char** argv, const Start& start, const std::function<void(Driver&)>& script);

}  // namespace cchc::test

// In a script: ends the program with the line when the condition is false.
#define MUST(driver, condition)                                                                              \
  do {                                                                                                       \
    bool cchcHolds = false;                                                                                  \
    (driver).look([&] { cchcHolds = static_cast<bool>(condition); });                                        \
    if (!cchcHolds) (driver).give(std::string(__FILE__) + ":" + std::to_string(__LINE__) + ": " #condition); \
  } while (false)

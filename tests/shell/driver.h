// Drives the real window from a thread beside it: the window runs as it does for a user, and the script asks it to do
// things, types into it, and waits for what must be seen, never for time to pass.
#pragma once
#include <wx/dialog.h>
#include <wx/uiaction.h>

#include <filesystem>
#include <functional>
#include <string>

#include "core/shell/frame/application.h"

namespace cchc::test {

class Driver {
 public:
  explicit Driver(shell::Application& application) : application_(application) {}

  // Runs on the window's thread and waits for it. Inside, frame() and workspace() may be used.
  void on(const std::function<void()>& action);
  // The same, for what only looks: its time is the script's, not the window's (stall_watch.h).
  void look(const std::function<void()>& looked);
  // Posted to the window's thread and not waited for: for what shows a dialogue.
  void post(std::function<void()> action);
  shell::MainFrame& frame() { return *application_.frame(); }
  bool hasFrame() const { return application_.frame() != nullptr; }
  shell::Workspace& workspace() { return application_.workspace(); }
  // Until it holds (looked at on the window's thread); ends the program, saying what was waited for, when it does not
  // come true in a minute.
  void until(const std::string& what, const std::function<bool()>& holds);
  // The modal dialogue on the screen, once there is one; with `other`, another than that.
  wxDialog* dialog(const wxDialog* other = nullptr);
  void closed(const wxDialog* dialog);
  // Real key presses, through the X server, as from the keyboard. US-ASCII.
  void key(int key, int modifiers = wxMOD_NONE);
  void type(const std::string& ascii);
  void lastKey(int key, int modifiers);  // one that ends the program: nobody is there to say that it was heard
  // What an input method hands over at once, as GTK delivers it: character events to the window in focus, all before
  // the event loop turns again, also where the first of them moves the focus on.
  void inputMethod(const std::string& text);
  // The mouse, through the X server; over when the window has heard of it and done all that follows.
  void click(wxWindow& window, const wxPoint& at, bool twice = false);
  void clickUnheard(wxWindow& window, const wxPoint& at);  // … where the toolkit keeps it to itself: not waited for
  void settle();                                           // until the window has nothing left to do
  void press(wxWindow& parent, const std::string& label);  // a button, by its label (start of it)
  void clickButton(wxWindow& parent, const std::string& label);  // … with the mouse, once it is there to be clicked
  void picture(const std::filesystem::path& png);
  [[noreturn]] void give(const std::string& reason);

 private:
  void point(wxWindow& window, const wxPoint& at);
  shell::Application& application_;
  // Used on the script's own thread: it sleeps after each key, and the window must not.
  wxUIActionSimulator input_;
};

struct Start {
  presentation::Settings settings;
  std::filesystem::path settingsFile;
  std::filesystem::path plugins = {};  // a folder beside the installation's own
};
// Runs the window on these settings with `script` beside it; answers the exit status. Empty settings: the first start.
int drive(int argc, char** argv, const Start& start, const std::function<void(Driver&)>& script);

}  // namespace cchc::test

// In a script: what must be true, or the program ends with the line.
#define MUST(driver, condition)                                                                              \
  do {                                                                                                       \
    bool cchcHolds = false;                                                                                  \
    (driver).look([&] { cchcHolds = static_cast<bool>(condition); });                                        \
    if (!cchcHolds) (driver).give(std::string(__FILE__) + ":" + std::to_string(__LINE__) + ": " #condition); \
  } while (false)

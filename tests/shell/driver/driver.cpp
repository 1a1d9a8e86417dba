#include "tests/shell/driver/driver.h"

#include <wx/button.h>
#include <wx/eventfilter.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <optional>
#include <thread>

#include "core/base/platform.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/driver/stall_watch.h"

namespace cchc::test {
namespace {

StallWatch& stallWatch() {
  static StallWatch watch;
  return watch;
}

class Driven final : public shell::Application {
 public:
  explicit Driven(std::function<void(Driver&)> script) : script_(std::move(script)) {}
  ~Driven() override { join(); }
  Driven(const Driven&) = delete;
  Driven& operator=(const Driven&) = delete;

  bool OnInit() override {
    // On a busy machine a key is released so late that the X server would repeat it, so repetition is switched off. X
    // is loaded already.
    const auto display = reinterpret_cast<void* (*)()>(platform::loadedFunction("gdk_x11_get_default_xdisplay"));
    const auto repeatOff = reinterpret_cast<int (*)(void*)>(platform::loadedFunction("XAutoRepeatOff"));
    if (display != nullptr && repeatOff != nullptr) repeatOff(display());
    // The script starts before the window opens, since the first start shows a dialogue inside OnInit.
    thread_ = std::thread([this] {
      Driver driver(*this);
      if (std::getenv("CCHC_STALLS") != nullptr) stallWatch().start();
      script_(driver);
      stallWatch().stop();
      driver.post([this] {
        for (auto* window : wxTopLevelWindows) {
          if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog != nullptr && dialog->IsModal())
            dialog->EndModal(wxID_CANCEL);
        }
        if (frame() != nullptr) frame()->Close(true);
        ExitMainLoop();
      });
    });
    return shell::Application::OnInit();
  }
  void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                       const wxChar*) override {
    std::fprintf(stderr, "%s\n",
                 (wxString(file) << ":" << line << " " << function << ": " << condition).utf8_str().data());
    std::_Exit(1);
  }
  int OnExit() override {
    join();
    return shell::Application::OnExit();
  }

 private:
  void join() {
    if (thread_.joinable()) thread_.join();
  }

  std::function<void(Driver&)> script_;
  std::thread thread_;
};

// Counts the events of one type that any window gets.
class Heard final : public wxEventFilter {
 public:
  explicit Heard(wxEventType type) : type_(type) { wxEvtHandler::AddFilter(this); }
  ~Heard() override { wxEvtHandler::RemoveFilter(this); }
  int FilterEvent(wxEvent& event) override {
    if (event.GetEventType() == type_) ++count;
    return Event_Skip;
  }
  int count = 0;

 private:
  wxEventType type_;
};

}  // namespace

void Driver::on(const std::function<void()>& action) {
  std::promise<void> done;
  application_.CallAfter([&] {
    action();
    done.set_value();
  });
  wxWakeUpIdle();
  done.get_future().wait();
}

void Driver::look(const std::function<void()>& looked) {
  on([&] {
    const auto from = std::chrono::steady_clock::now();
    looked();
    stallWatch().own(std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - from));
  });
}

void Driver::post(std::function<void()> action) {
  application_.CallAfter(std::move(action));
  wxWakeUpIdle();
}

void Driver::until(const std::string& what, const std::function<bool()>& holds) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  stallWatch().at(what);
  for (bool held = false; !held;) {
    look([&] { held = holds(); });
    if (held) return;
    if (std::chrono::steady_clock::now() > deadline) give("did not come: " + what);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));  // between two checks
  }
}

void Driver::give(const std::string& reason) {
  std::fprintf(stderr, "%s\n", reason.c_str());
  picture("failed.png");
  std::_Exit(1);
}

wxDialog* Driver::dialog(const wxDialog* other) {
  wxDialog* found = nullptr;
  until("a dialogue", [&] {
    for (auto* window : wxTopLevelWindows) {
      auto* candidate = dynamic_cast<wxDialog*>(window);
      if (candidate != nullptr && candidate != other && candidate->IsModal() && candidate->IsShown()) found = candidate;
    }
    return found != nullptr;
  });
  return found;
}

void Driver::closed(const wxDialog* dialog) {
  until("the dialogue's end", [&] {
    for (auto* window : wxTopLevelWindows) {
      if (window == dialog)
        return false;  // a dialogue is on the stack of its caller, so a closed one is not in the list
    }
    return true;
  });
}

void Driver::key(int key, int modifiers) {
  input_.Char(key, modifiers);
  on([] {});
}

void Driver::lastKey(int key, int modifiers) { input_.Char(key, modifiers); }

void Driver::type(const std::string& ascii) {
  input_.Text(ascii.c_str());
  on([] {});
}

void Driver::inputMethod(const std::string& text) {
  on([&] {
    auto* focus = wxWindow::FindFocus();
    if (auto* control = dynamic_cast<wxTextEntry*>(focus))
      return control->WriteText(shell::wx(text));  // GTK's own control handles a commit itself
    if (focus == nullptr) return;
#ifdef __WXGTK__
    static_cast<void>(focus->GTKDoInsertTextFromIM(text.c_str()));  // what the "commit" signal calls
#endif
  });
}

void Driver::point(wxWindow& window, const wxPoint& at) {
  wxPoint place;
  look([&] { place = window.ClientToScreen(at); });
  input_.MouseMove(place);
}

void Driver::clickUnheard(wxWindow& window, const wxPoint& at) {
  point(window, at);
  input_.MouseClick();
}

void Driver::click(wxWindow& window, const wxPoint& at, bool twice) {
  point(window, at);
  // The second of two clicks may open a dialogue before the button is released.
  std::optional<Heard> heard;
  on([&] { heard.emplace(twice ? wxEVT_LEFT_DCLICK : wxEVT_LEFT_UP); });
  for (int i = 0; i < (twice ? 2 : 1); ++i) input_.MouseClick();
  until("the click", [&] { return heard->count > 0; });
  on([&] { heard.reset(); });
  settle();
}

// The action simulator of the toolkit has no wheel: for X it is the fourth and the fifth button.
void Driver::wheel(wxWindow& window, const wxPoint& at, int notches) {
  point(window, at);
  on([&] {
    const auto display = reinterpret_cast<void* (*)()>(platform::loadedFunction("gdk_x11_get_default_xdisplay"));
    const auto press = reinterpret_cast<int (*)(void*, unsigned, int, unsigned long)>(
        platform::loadedFunction("XTestFakeButtonEvent"));
    if (display == nullptr || press == nullptr) give("there is no wheel");
    for (int i = 0; i < std::abs(notches); ++i) {
      for (const int down : {1, 0}) press(display(), notches > 0 ? 5 : 4, down, 0);
    }
  });
  settle();
}

// The toolkit reports a new focus when it is idle, and a handler may defer more until it is idle again: so twice.
void Driver::settle() {
  std::optional<Heard> idle;
  on([&] { idle.emplace(wxEVT_IDLE); });
  until("an idle window", [&] { return idle->count >= 2; });
  on([&] { idle.reset(); });
}

namespace {

wxButton* buttonOf(wxWindow& window, const std::string& label) {
  for (auto* child : window.GetChildren()) {
    auto* button = dynamic_cast<wxButton*>(child);
    if (button != nullptr && button->IsEnabled() && button->IsShown() &&
        shell::utf8(button->GetLabel()).starts_with(label))
      return button;
    if (auto* inner = buttonOf(*child, label)) return inner;
  }
  return nullptr;
}

}  // namespace

void Driver::press(wxWindow& parent, const std::string& label) {
  post([&parent, label] {
    if (auto* button = buttonOf(parent, label)) {
      wxCommandEvent event(wxEVT_BUTTON, button->GetId());
      event.SetEventObject(button);
      button->GetEventHandler()->ProcessEvent(event);
    } else {
      std::fprintf(stderr, "no button: %s\n", label.c_str());
      std::_Exit(1);
    }
  });
}

void Driver::clickButton(wxWindow& parent, const std::string& label) {
  wxButton* button = nullptr;
  wxPoint middle;
  until("the button " + label, [&] {
    button = buttonOf(parent, label);
    if (button == nullptr) return false;
    middle = {button->GetSize().GetWidth() / 2, button->GetSize().GetHeight() / 2};
    return button->IsShownOnScreen();
  });
  settle();  // what was done before may still move it
  click(*button, middle);
}

void Driver::picture(const std::filesystem::path& png) {
  // GTK paints with the frames of the screen, which no event reports. So a few frames pass first; this is for pictures
  // only.
  for (int frames = 0; frames < 4; ++frames) {
    on([] {});
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
  }
  // Under Xvfb wxScreenDC returns its first picture again and again, so ImageMagick's import is used.
  if (std::system(("import -window root '" + png.string() + "'").c_str()) != 0)
    std::fprintf(stderr, "no picture: import (ImageMagick) is missing\n");
}

int drive(int argc, char** argv, const Start& start, const std::function<void(Driver&)>& script) {
  if (!start.settings.store.empty()) {
    if (const auto written = presentation::writeSettings(start.settingsFile, start.settings); !written) return 2;
  }
  std::vector<std::string> words = {argc > 0 ? argv[0] : "test", "--settings=" + start.settingsFile.string()};
  if (!start.plugins.empty()) words.push_back("--plugins=" + start.plugins.string());
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  setenv("GSETTINGS_BACKEND", "memory", 1);  // the toolkit's dialogues remember nothing between stories
  setenv("XDG_DATA_HOME", (start.settingsFile.parent_path() / "home").c_str(),
         0);  // and write nothing into the user's list of recent files
  wxApp::SetInstance(new Driven(script));
  return wxEntry(count, arguments.data());
}

}  // namespace cchc::test

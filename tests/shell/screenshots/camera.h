// Takes pictures: of the screen, of a dialogue while it is open, of an open menu.
#pragma once
#include <string>

#include "tests/shell/driver/driver.h"

namespace cchc::test {

struct Album {
  std::filesystem::path demo;    // a copy of what `cchc demo` makes, which will be changed
  std::filesystem::path folder;  // where the pictures go
  Language language = Language::vi;
  std::string file(const std::string& name, const char* ending) const {
    return (folder / ((language == Language::en ? "en-" : "vi-") + name + ending)).string();
  }
};

class Camera {
 public:
  Camera(Driver& driver, Album album) : driver_(driver), album_(std::move(album)) {}

  Driver& driver() { return driver_; }
  shell::MainFrame& frame() { return driver_.frame(); }
  shell::Workspace& workspace() { return driver_.workspace(); }
  const Album& album() const { return album_; }
  presentation::Words words() const { return {album_.language}; }
  // Runs `before` on the window's thread, then takes a picture.
  void take(const std::string& name, const std::function<void()>& before = {});
  // Takes a picture of the dialogue that `open` shows, after `prepare` (on this thread), and closes it.
  void dialog(const std::string& name, std::function<void()> open, const std::function<void(wxDialog&)>& prepare = {});
  // The same, of a window beside the main one.
  void beside(const std::string& name, const std::function<void()>& open);
  // Takes a picture of each menu.
  void menus();
  // Opens a section and waits for it. It is read again when it is open already.
  void open(const SectionKey& key);
  // Waits for the section that `action` opens.
  void opened(const std::string& definition, const std::function<void()>& action);
  // Chooses a command of the menus, by the code of its text.
  void command(const char* code);
  // Fills in the start dialogue from `settings` and waits for the main window.
  void firstStart(const std::string& name, const presentation::Settings& settings);

 private:
  Driver& driver_;
  Album album_;
};

int photographDepartment(int argc, char** argv, const Album& album);
int photographOffice(int argc, char** argv, const Album& album);
// Desks, what the office enters for a unit, and the page of units.
int photographDesks(int argc, char** argv, const Album& album);
// The page of units, and lists that are imported.
void photographUnits(Camera& camera);
// Files at a department: import, attachment, signatures.
void photographFiles(Camera& camera);

}  // namespace cchc::test

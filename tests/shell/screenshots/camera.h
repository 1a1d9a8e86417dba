// Takes the pictures: of the screen as it stands, of a dialogue while it is open, of an open menu.
#pragma once
#include <string>

#include "tests/shell/driver.h"

namespace cchc::test {

struct Album {
  std::filesystem::path demo;    // a copy of what `cchc demo` makes: it is written into
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
  // An action on the window's thread, then the picture.
  void take(const std::string& name, const std::function<void()>& before = {});
  // The dialogue that `open` shows until it ends; `prepare` (on this thread) brings it into the state wanted.
  void dialog(const std::string& name, std::function<void()> open, const std::function<void(wxDialog&)>& prepare = {});
  // The same of a window that goes on beside the main one.
  void beside(const std::string& name, const std::function<void()>& open);
  // Each menu, opened by its letter.
  void menus();
  // Opens a section and waits for it; read again when it is open already.
  void open(const SectionKey& key);
  // What `action` opens, until it is there.
  void opened(const std::string& definition, const std::function<void()>& action);
  // A command of the menus, by the start of its text in the language of the pictures.
  void command(const char* vi, const char* en);
  // The first start, filled in by the person whom `settings` tells of, to the open window.
  void firstStart(const std::string& name, const presentation::Settings& settings);

 private:
  Driver& driver_;
  Album album_;
};

int photographDepartment(int argc, char** argv, const Album& album);
int photographOffice(int argc, char** argv, const Album& album);
// Files at a department: import, attachment, signatures.
void photographFiles(Camera& camera);

}  // namespace cchc::test

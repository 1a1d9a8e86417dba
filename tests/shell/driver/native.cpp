#include "tests/shell/driver/native.h"

#include <set>

#include "core/base/platform.h"

namespace cchc::test {
namespace {

// GTK is loaded already, so its development files are not needed (as in core/shell/widgets/toolkit.cpp).
template <class Function>
Function* gtk(const char* name) {
  auto* found = reinterpret_cast<Function*>(platform::loadedFunction(name));
  if (found == nullptr) std::fprintf(stderr, "no %s\n", name), std::_Exit(2);
  return found;
}

struct Link {  // the first members of GList and GSList
  void* data;
  Link* next;
};

std::string take(char* text) {
  const std::string copy = text != nullptr ? text : "";
  gtk<void(void*)>("g_free")(text);
  return copy;
}

bool is(void* object, const char* type) {
  const auto wanted = gtk<std::size_t(const char*)>("g_type_from_name")(type);
  return object != nullptr && wanted != 0 &&
         gtk<int(void*, std::size_t)>("g_type_check_instance_is_a")(object, wanted) != 0;
}

void* shown(const char* type) {
  void* found = nullptr;
  auto* all = gtk<Link*()>("gtk_window_list_toplevels")();
  for (auto* each = all; each != nullptr; each = each->next) {
    if (is(each->data, type) && gtk<int(void*)>("gtk_widget_get_mapped")(each->data) != 0) found = each->data;
  }
  gtk<void(void*)>("g_list_free")(all);
  return found;
}

void* open(Driver& driver, const char* type) {
  void* window = nullptr;
  driver.until(std::string("a ") + type, [&] { return (window = shown(type)) != nullptr; });
  driver.on([&] {
    gtk<void(void*)>("gtk_window_present")(window);
  });  // there is no window manager that gives the keyboard to a new window
  driver.until("its keyboard", [&] { return gtk<int(void*)>("gtk_window_has_toplevel_focus")(window) != 0; });
  return window;
}

void closed(Driver& driver, const char* type) {
  driver.until(std::string("the end of ") + type, [&] { return shown(type) == nullptr; });
}

void* focus(void* window) { return gtk<void*(void*)>("gtk_window_get_focus")(window); }

std::string entry(void* window) {
  auto* at = focus(window);
  return is(at, "GtkEntry") ? gtk<const char*(void*)>("gtk_entry_get_text")(at) : std::string();
}

std::size_t chosen(void* window) {
  auto* all = gtk<Link*(void*)>("gtk_file_chooser_get_filenames")(window);
  std::size_t count = 0;
  for (auto* each = all; each != nullptr; each = each->next) ++count, take(static_cast<char*>(each->data));
  gtk<void(void*)>("g_slist_free")(all);
  return count;
}

void typePath(Driver& driver, void* window, const std::filesystem::path& path) {
  driver.type(path.string());
  driver.until("the typed path", [&] { return entry(window).starts_with(path.string()); });
}

// The first Enter may only accept the dialogue's completion; a second one then opens it. When the dialogue has just
// read a folder, it moves the focus away from the text, which is then typed again.
void enter(Driver& driver, void* window, const std::filesystem::path& path, const std::string& what,
           const std::function<bool()>& done) {
  for (int attempt = 0; attempt < 300; ++attempt) {
    bool over = false;
    driver.until(what, [&, looks = attempt == 0 ? 0 : 40]() mutable {
      over = done();
      return over || looks-- == 0;
    });
    if (over) return;
    bool empty = false;
    driver.look([&] { empty = entry(window).empty(); });
    if (empty)
      driver.type(path.string());
    else
      driver.key(WXK_RETURN);
  }
  driver.give("did not come: " + what);
}

void collect(void* widget, void* words) {
  if (gtk<int(void*)>("gtk_widget_get_mapped")(widget) == 0) return;
  if (is(widget, "GtkLabel"))
    *static_cast<std::string*>(words) += gtk<const char*(void*)>("gtk_label_get_text")(widget) + std::string("\n");
  if (is(widget, "GtkContainer"))
    gtk<void(void*, void (*)(void*, void*), void*)>("gtk_container_forall")(widget, &collect, words);
}

constexpr const char* files = "GtkFileChooserDialog";

}  // namespace

void chooseAll(Driver& driver, const std::filesystem::path& folder, std::size_t count) {
  auto* window = open(driver, files);
  typePath(driver, window, folder);
  enter(driver, window, folder, "the folder",
        [&] { return take(gtk<char*(void*)>("gtk_file_chooser_get_current_folder")(window)) == folder.string(); });
  for (int guard = 0; guard < 20; ++guard) {
    bool list = false;
    driver.on([&] { list = is(focus(window), "GtkTreeView"); });
    if (list) break;
    driver.key(WXK_TAB);
    driver.settle();
  }
  bool all = false;
  for (int attempt = 0; !all && attempt < 600; ++attempt) {  // the folder is read on a thread
    driver.key('A', wxMOD_CONTROL);
    driver.until("its files", [&, looks = 20]() mutable {
      all = chosen(window) == count;
      return all || looks-- == 0;
    });
  }
  if (!all) driver.give("did not come: all its files");
  driver.key(WXK_RETURN);
  closed(driver, files);
}

void chooseFile(Driver& driver, const std::filesystem::path& file) {
  auto* window = open(driver, files);
  typePath(driver, window, file);
  enter(driver, window, file, "the file", [] { return shown(files) == nullptr; });
}

void saveAs(Driver& driver, const std::filesystem::path& file) {
  auto* window = open(driver, files);
  driver.until("the name", [&] { return !entry(window).empty(); });
  driver.key('A', wxMOD_CONTROL);
  driver.type(file.string());
  driver.until("the typed name", [&] { return entry(window) == file.string(); });
  enter(driver, window, file, "the saved file", [] { return shown(files) == nullptr; });
}

void closeFiles(Driver& driver) {
  open(driver, files);
  driver.key(WXK_ESCAPE);
  closed(driver, files);
}

void answer(Driver& driver, const std::string& button) {
  constexpr const char* question = "GtkMessageDialog";
  auto* window = open(driver, question);
  std::set<void*> seen;
  for (;;) {
    void* at = nullptr;
    std::string label;
    driver.on([&] {
      at = focus(window);
      if (is(at, "GtkButton")) label = gtk<const char*(void*)>("gtk_button_get_label")(at);
    });
    if (label.starts_with(button)) break;
    if (!seen.insert(at).second) driver.give("no button " + button);
    driver.key(WXK_TAB);
    driver.until("the next button", [&] { return focus(window) != at; });
  }
  driver.key(WXK_RETURN);
  closed(driver, question);
}

std::string wordsOf(const wxWindow& control) {
  std::string words;
  collect(control.GetHandle(), &words);
  return words;
}

}  // namespace cchc::test

// The rooms of core: what a newcomer may rely on to find a file (ARCHITECTURE.md).
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/architecture/source_tree.h"

namespace fs = std::filesystem;
using namespace cchc::test;

namespace {

// main.cpp starts a program, plugin.cpp has a plugin's two exported symbols: neither is called by name.
const std::set<std::string> withoutHeader = {"main.cpp", "plugin.cpp"};

// "store_open" belongs to "store_open.h" or, as a named part, to "store.h".
bool hasHeader(const std::set<std::string>& names, std::string stem) {
  while (!names.contains(stem + ".h")) {
    const auto cut = stem.rfind('_');
    if (cut == std::string::npos) return false;
    stem.resize(cut);
  }
  return true;
}

std::vector<std::string> headerless(const std::set<std::string>& names) {
  std::vector<std::string> found;
  for (const auto& name : names) {
    if (!name.ends_with(".cpp") || withoutHeader.contains(name)) continue;
    if (!hasHeader(names, name.substr(0, name.size() - 4))) found.push_back(name);
  }
  return found;
}

std::map<fs::path, std::set<std::string>> filesByFolder(const char* part) {
  std::map<fs::path, std::set<std::string>> folders;
  for (const auto& file : sourcesIn(sourceFolder() / part))
    folders[file.parent_path()].insert(file.filename().string());
  return folders;
}

bool readsClock(std::string text) {
  static const std::regex comment("//[^\n]*");
  static const std::regex clock(
      "system_clock::now|\\bstd::time\\s*\\(|\\btime\\s*\\(\\s*(nullptr|NULL|0)|wxDateTime::(Now|UNow|Today)|"
      "wxGetLocalTime|"
      "\\b(localtime|gmtime|gettimeofday|clock_gettime)\\b");
  text = std::regex_replace(text, comment, "");
  return std::regex_search(text, clock);
}

bool startsThread(std::string text) {
  static const std::regex comment("//[^\n]*");
  static const std::regex thread("std::j?thread\\b|std::async\\b|std::packaged_task|pthread_create|\\bwxThread\\b");
  text = std::regex_replace(text, comment, "");
  return std::regex_search(text, thread);
}

}  // namespace

TEST_CASE("every source of core and plugins has a header of its name or of its class's", "[architecture]") {
  for (const auto* part : {"core", "plugins"}) {
    for (const auto& [folder, names] : filesByFolder(part)) {
      INFO(folder);
      CHECK(headerless(names) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("the check on headers would notice a source without one", "[architecture]") {
  CHECK(headerless({"store.h", "store_open.cpp", "main.cpp"}).empty());
  CHECK(headerless({"store.h", "schema.cpp"}) == std::vector<std::string>{"schema.cpp"});
  CHECK(headerless({"storeroom.h", "store.cpp"}) == std::vector<std::string>{"store.cpp"});
}

TEST_CASE("at most thirty files lie flat in a room", "[architecture]") {
  for (const auto* part : {"core", "plugins", "tests"}) {
    for (const auto& [folder, names] : filesByFolder(part)) {
      INFO(folder << ": " << names.size() << " files; make a sub-room of those that belong together");
      CHECK(names.size() <= 30);
    }
  }
}

TEST_CASE("no source has more than four hundred lines", "[architecture]") {
  for (const auto* part : {"core", "plugins", "tests"}) {
    for (const auto& file : sourcesIn(sourceFolder() / part)) {
      const auto text = contentOf(file);
      INFO(file);
      CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
    }
  }
}

TEST_CASE("the clock is read by core/base/clock alone", "[architecture]") {
  for (const auto* part : {"core", "plugins"}) {
    for (const auto& file : sourcesIn(sourceFolder() / part)) {
      if (file.filename() == "clock.cpp") continue;
      INFO(file);
      CHECK_FALSE(readsClock(contentOf(file)));
    }
  }
  CHECK(readsClock("auto now = std::chrono::system_clock::now();"));
  CHECK(readsClock("label(wxDateTime::Now());"));
  CHECK_FALSE(readsClock("// system_clock::now() is read elsewhere\nTime now() const;"));
}

// A thread that is started elsewhere would end the program with its first exception.
TEST_CASE("threads are started by core/base/threads alone", "[architecture]") {
  for (const auto* part : {"core", "plugins"}) {
    for (const auto& file : sourcesIn(sourceFolder() / part)) {
      if (file.parent_path() == sourceFolder() / "core" / "base" / "threads") continue;
      INFO(file);
      CHECK_FALSE(startsThread(contentOf(file)));
    }
  }
  CHECK(startsThread("auto read = std::async(std::launch::async, run);"));
  CHECK(startsThread("std::thread(run).detach();"));
  CHECK(startsThread("std::vector<std::jthread> helpers;"));
  CHECK_FALSE(startsThread("// std::thread is not used\nstd::this_thread::sleep_for(pause);"));
}

TEST_CASE("the map in ARCHITECTURE.md names every room and sub-room of core, and no other", "[architecture]") {
  std::map<std::string, std::set<std::string>> told;
  for (const auto& cells : tableRows(contentOf(sourceFolder() / "ARCHITECTURE.md"), "## Map")) {
    if (cells.size() < 3 || !cells[0].starts_with("core/")) continue;
    std::set<std::string> rooms;
    std::istringstream names(cells[2]);
    for (std::string name; std::getline(names, name, ',');) {
      name.erase(0, name.find_first_not_of(' '));
      if (!name.empty()) rooms.insert(name);
    }
    told[cells[0].substr(5)] = rooms;
  }
  std::map<std::string, std::set<std::string>> there;
  for (const auto& room : fs::directory_iterator(sourceFolder() / "core")) {
    if (!room.is_directory()) continue;
    auto& rooms = there[room.path().filename().string()];
    for (const auto& inner : fs::directory_iterator(room.path()))
      if (inner.is_directory() && !sourcesIn(inner.path()).empty()) rooms.insert(inner.path().filename().string());
  }
  CHECK(told == there);
}

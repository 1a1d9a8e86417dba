// What must not happen in the source tree (ARCHITECTURE.md).
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

const fs::path source = CCHC_SOURCE;

// What each room of core may include, beside itself, as ARCHITECTURE.md says: a new entry there is a decision.
std::map<std::string, std::set<std::string>> rulesOf(const std::string& page) {
  std::map<std::string, std::set<std::string>> rules;
  for (const auto& cells : tableRows(page, "## Who may include whom")) {
    REQUIRE(cells.size() >= 1);
    auto& others = rules[cells[0]];
    std::istringstream names(cells.size() > 1 ? cells[1] : "");
    for (std::string name; std::getline(names, name, ',');)
      if (const auto first = name.find_first_not_of(' '); first != std::string::npos) others.insert(name.substr(first));
  }
  return rules;
}
const std::map<std::string, std::set<std::string>>& allowed() {
  static const auto rules = rulesOf(contentOf(source / "ARCHITECTURE.md"));
  return rules;
}

// Upward or sideways includes of a file of core/<folder>.
std::vector<std::string> wrongIncludes(const std::string& folder, const std::string& text) {
  std::vector<std::string> wrong;
  for (const auto& include : includesOf(text)) {
    if (!include.starts_with("core/")) continue;
    const auto other = include.substr(5, include.find('/', 5) - 5);
    if (other != folder && !allowed().at(folder).contains(other)) wrong.push_back(include);
  }
  return wrong;
}

bool seesWx(const std::string& text) {
  for (const auto& include : includesOf(text)) {
    if (include.starts_with("wx/")) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("no folder of core includes upward", "[architecture]") {
  for (const auto& entry : fs::directory_iterator(source / "core")) {
    if (!entry.is_directory()) continue;
    const auto folder = entry.path().filename().string();
    INFO(folder << " has no line in the table of ARCHITECTURE.md");
    REQUIRE(allowed().contains(folder));
    for (const auto& file : sourcesIn(entry.path())) {
      INFO(file);
      CHECK(wrongIncludes(folder, contentOf(file)).empty());
    }
  }
}

TEST_CASE("the table of includes in ARCHITECTURE.md has no circle, and names rooms that are there", "[architecture]") {
  for (const auto& [folder, others] : allowed()) {
    INFO(folder);
    CHECK(fs::is_directory(source / "core" / folder));
    for (const auto& other : others) {
      REQUIRE(allowed().contains(other));
      CHECK_FALSE(allowed().at(other).contains(folder));
    }
  }
}

TEST_CASE("the check on includes would notice an upward one", "[architecture]") {
  CHECK(wrongIncludes("rules", "#include \"core/store/store.h\"\n") == std::vector<std::string>{"core/store/store.h"});
  CHECK(wrongIncludes("rules", "#include \"core/definition/definition.h\"\n").empty());
}

TEST_CASE("wxWidgets is seen by core/shell alone", "[architecture]") {
  for (const auto* part : {"core", "plugins", "tests"}) {
    for (const auto& file : sourcesIn(source / part)) {
      const auto place = fs::relative(file, source).generic_string();
      if (place.starts_with("core/shell/") || place.starts_with("tests/shell/")) continue;
      INFO(place);
      CHECK_FALSE(seesWx(contentOf(file)));
    }
  }
  CHECK(seesWx(std::string("#include <") + "wx/wx.h>"));
}

TEST_CASE("pugixml is seen by definition, exchange and signing alone", "[architecture]") {
  const auto seesPugixml = [](const std::string& text) {
    const auto includes = includesOf(text);
    return std::find(includes.begin(), includes.end(), "pugixml.hpp") != includes.end();
  };
  for (const auto& file : sourcesIn(source / "core")) {
    const auto place = fs::relative(file, source).generic_string();
    if (place.starts_with("core/definition/") || place.starts_with("core/exchange/") ||
        place.starts_with("core/signing/"))
      continue;
    INFO(place);
    CHECK_FALSE(seesPugixml(contentOf(file)));
  }
  CHECK(seesPugixml("#include <pugixml.hpp>"));
}

TEST_CASE("calls of one system stand in the platform files alone", "[architecture]") {
  const std::set<std::string> systems = {"unistd.h",   "fcntl.h", "sys/stat.h", "sys/statfs.h", "sys/resource.h",
                                         "sys/wait.h", "pwd.h",   "windows.h",  "dlfcn.h"};
  for (const auto& file : sourcesIn(source / "core")) {
    const auto place = fs::relative(file, source).generic_string();
    if (place.starts_with("core/base/platform_")) continue;
    INFO(place);
    for (const auto& include : includesOf(contentOf(file))) CHECK_FALSE(systems.contains(include));
  }
}

TEST_CASE("plugins include the plugin kit and themselves alone, and the kit nothing of the tree", "[architecture]") {
  for (const auto* part :
       {"plugins", "core/plugin/kit", "tests/kit", "tests/support/bad_plugins", "tests/support/probe_plugin"}) {
    for (const auto& file : sourcesIn(source / part)) {
      INFO(file);
      for (const auto& include : includesOf(contentOf(file))) CHECK_FALSE(include.starts_with("core/"));
    }
  }
}

TEST_CASE("every folder of core opens with a README", "[architecture]") {
  for (const auto& entry : fs::directory_iterator(source / "core")) {
    if (!entry.is_directory() || fs::is_empty(entry.path())) continue;
    INFO(entry.path());
    CHECK(fs::exists(entry.path() / "README.md"));
  }
}

TEST_CASE("a reported figure is never held in binary floating point", "[architecture]") {
  // Seconds of processor time are no figures of a report.
  static const std::regex floating("\\b(double|float)\\b");
  for (const auto& file : sourcesIn(source / "core")) {
    const auto place = fs::relative(file, source).generic_string();
    if (place.starts_with("core/base/platform")) continue;
    auto text = std::regex_replace(contentOf(file), std::regex("//[^\n]*"), "");
    text = std::regex_replace(text, std::regex("\"[^\"\n]*\""), "");
    INFO(place);
    CHECK_FALSE(std::regex_search(text, floating));
  }
}

// CMake cuts a list at ';': ctest would ask Catch for half the name, find no such test and call that a pass.
TEST_CASE("no test's name has a semicolon", "[architecture]") {
  static const std::regex name("TEST_CASE\\(\"([^\"]*)\"");
  std::size_t tests = 0;
  for (const auto& file : sourcesIn(source / "tests")) {
    const auto text = contentOf(file);
    for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at, ++tests) {
      INFO(file.string() << ": " << (*at)[1]);
      CHECK((*at)[1].str().find(';') == std::string::npos);
    }
  }
  CHECK(tests > 300);
}

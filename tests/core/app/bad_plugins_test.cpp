// A plugin that is broken is quarantined with its reason; everything else works.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite.h"
#include "tests/support/command.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

const fs::path plugins = fs::path(CCHC_BINARY) / "plugins";

constexpr const char* header = "code\tvi\tvi-fix\ten\ten-fix\n";

// A folder with a sound plugin and these texts beside it.
void writeWithTexts(const fs::path& folder, const std::string& texts) {
  fs::copy(fs::path(CCHC_BINARY) / "test_plugins" / "attached.so", folder / "attached.so",
           fs::copy_options::skip_existing);  // a library that is loaded must not be written over
  test::write(folder / "messages.tsv", texts);
}

// The five departments, and one bad one.
std::string quarantine(const fs::path& folder, std::size_t* definitions = nullptr) {
  const auto catalogue = loadCatalogue({plugins, folder}, fs::path(CCHC_SOURCE) / "schemas");
  if (definitions != nullptr) *definitions = catalogue.compiled.size();
  std::string reasons;
  for (const auto& plugin : catalogue.plugins.plugins()) {
    if (plugin.quarantined)
      reasons +=
          plugin.quarantined->code + " " + plugin.quarantined->place.substr(plugin.quarantined->place.rfind('/') + 1);
  }
  return reasons;
}

}  // namespace

TEST_CASE("the five departments load", "[plugin]") {
  std::size_t definitions = 0;
  CHECK(quarantine("/nowhere", &definitions).empty());
  CHECK(definitions >= 12);
}

TEST_CASE("a bad plugin is quarantined with its reason, and the others still work", "[plugin]") {
  struct Bad {
    const char* name;
    const char* reason;
  };
  const Bad table[] = {
      {"other_version", "plugin.other-version other_version.so"},
      {"older_version", "plugin.other-version older_version.so"},
      {"throws", "plugin.threw throws.so"},
      {"refuses", "plugin.refused refuses.so"},
      {"no_symbols", "plugin.no-symbols no_symbols.so"},
      {"duplicate", "definition.duplicate duplicate.xml:finance.budget"},
      {"wrong_definition", "definition.unknown-name wrong.xml:2:1"},
  };
  for (const auto& bad : table) {
    INFO(bad.name);
    std::size_t definitions = 0;
    CHECK(quarantine(fs::path(CCHC_BINARY) / "bad_plugins" / bad.name, &definitions) == bad.reason);
    CHECK(definitions >= 12);
  }
}

TEST_CASE("a file that is no library is quarantined", "[plugin]") {
  const test::TemporaryFolder folder;
  test::write(folder / "text.so", "not a library");
  CHECK(quarantine(folder.path()) == "plugin.not-a-library text.so");
}

TEST_CASE("what was found in a section under other texts is not used again", "[plugin]") {
  const test::TemporaryFolder folder;
  const auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  const SystemClock clock;
  int stores = 0;
  const auto identity = [&](const std::string& text) {
    writeWithTexts(folder.path(), header + text);
    const auto store = (folder / (std::to_string(++stores) + ".sqlite")).string();
    auto suite = openSuite({store, {folder.path()}, *resources, &clock, {"Mai", "mai", "MAY-1"}});
    REQUIRE(suite);
    REQUIRE(identify(**suite));
    return (*suite)->identity;
  };
  const auto first = identity("a.b\tx\t\ty\t\n");
  CHECK(identity("a.b\tx\t\ty\t\n") == first);
  CHECK(identity("a.b\tz\t\ty\t\n") != first);
}

TEST_CASE("the command line names what was quarantined and works on", "[plugin]") {
  const auto bad = (fs::path(CCHC_BINARY) / "bad_plugins" / "throws").string();
  const auto listed = test::cchc({"--plugins", bad, "plugins"});
  CHECK(listed.status == 1);
  CHECK(listed.out.find("plugin.threw") != std::string::npos);
  CHECK(listed.out.find("finance.budget") != std::string::npos);
  const test::TemporaryFolder folder;
  CHECK(test::cchc({"--plugins", bad, "demo", (folder / "demo").string()}).status == 0);
}

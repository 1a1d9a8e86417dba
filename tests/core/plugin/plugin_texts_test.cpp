// The texts of a plugin come from messages.tsv next to its library.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/plugin/plugin_host.h"
#include "tests/support/command.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

const std::string header = "code\tvi\tvi-fix\ten\ten-fix\n";
const std::string good = "a.b\tx\t\ty\t\n";

// A department without a library in a folder of its own.
class Department {
 public:
  Department() { test::write(folder_ / "attached.xml", "a definition"); }
  fs::path messages() const { return folder_ / "messages.tsv"; }
  // The host after loading the folder with these texts.
  PluginHost load(const std::string& texts) const {
    test::write(messages(), texts);
    return load();
  }
  PluginHost load() const {
    PluginHost host;
    host.load({folder_.path(), PluginFolder::Kind::withLibraries}, {});
    host.admitDefinitions([](const std::vector<OfferedDefinition>& offered) {
      std::vector<AnsweredDefinition> answers;
      for (const auto& one : offered) {
        CHECK(one.xml == "a definition");
        answers.push_back({DefinitionId("attached.section"), {}});
      }
      return answers;
    });
    REQUIRE(host.plugins().size() == 1);
    return host;
  }

 private:
  test::TemporaryFolder folder_;
};

// "code file:line" of the reason, without the folder; "" when the plugin is not quarantined.
std::string reasonOf(const PluginHost& host) {
  const auto& plugin = host.plugins().front();
  if (!plugin.quarantined) return "";
  CHECK(plugin.definitions.empty());
  CHECK(plugin.texts.empty());
  const auto& place = plugin.quarantined->place;
  return plugin.quarantined->code + " " + place.substr(place.find_last_of("/\\") + 1);
}

}  // namespace

TEST_CASE("a plugin's texts are those of messages.tsv beside it", "[plugin]") {
  const Department folder;
  const auto host = folder.load(header + "plugin.title\tThư\t\tLetters\t\n");
  CHECK(reasonOf(host) == "");
  CHECK(host.plugins().front().title == Label{"Thư", "Letters"});
  const auto corrected = folder.load(header + "plugin.title\tThư từ\t\tLetters\t\n");
  CHECK(corrected.plugins().front().title == Label{"Thư từ", "Letters"});
  CHECK(corrected.plugins().front().texts != host.plugins().front().texts);
}

TEST_CASE("a plugin without texts of its own is loaded", "[plugin]") {
  const auto host = Department().load();
  CHECK(reasonOf(host) == "");
  CHECK(host.plugins().front().definitions.size() == 1);
  CHECK(host.plugins().front().texts.empty());
}

TEST_CASE("a plugin whose messages.tsv cannot be read is quarantined with file and line", "[plugin]") {
  const Department folder;
  CHECK(reasonOf(folder.load(header + good)) == "");
  CHECK(reasonOf(folder.load(header + good + "c.d\tx\ty\n")) == "texts.columns messages.tsv:3");
  CHECK(reasonOf(folder.load(header + good + "c.d\t\xFF\t\ty\t\n")) == "text.not-utf8 messages.tsv:3");
  CHECK(reasonOf(folder.load(header + good + good)) == "texts.twice messages.tsv:3");
  CHECK(reasonOf(folder.load(good)) == "texts.header messages.tsv:1");
  fs::remove(folder.messages());
  fs::create_directory(folder.messages());
  CHECK(reasonOf(folder.load()) == "plugin.not-regular messages.tsv");
}

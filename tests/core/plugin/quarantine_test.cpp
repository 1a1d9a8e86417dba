// Libraries that are not plugins, or that the host cannot use, are quarantined with the reason; the rest works.
#include <catch2/catch.hpp>

#include "core/plugin/plugin.h"
#include "tests/core/plugin/loaded.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;

namespace {

using Reasons = std::vector<std::string>;

std::string parameter(const Error& error, const std::string& name) {
  for (const auto& one : error.parameters) {
    if (one.name == name) return one.value;
  }
  return "none";
}

// Whether the probe's check runs and its importer is there.
bool probeWorks(const Loaded& loaded) {
  const auto form = loaded.forms.find("probe.form");
  if (form == loaded.forms.end()) return false;
  const auto section = Section(form->second).with("questions", "number online").with("online", "45");
  const auto evaluation = evaluate(*form->second, section.data(), Surroundings());
  const SectionKey key{DefinitionId("probe.form"), OrgUnitId("296"), PeriodId("2023-8T")};
  const auto found = loaded.host.check(key, {form->second.get(), &section.data(), &evaluation}, Surroundings());
  return codesOf(found) == Reasons{"number online = 45"} &&
         loaded.host.import(form->second->definition(), "orders", "cell online 1").has_value();
}

}  // namespace

TEST_CASE("a sound plugin is loaded with what it says of itself and what it registers", "[plugin]") {
  PluginFolder folder;
  const Loaded loaded(folder.add(probePlugin(), "probe").path());
  REQUIRE(loaded.host.plugins().size() == 1);
  const auto& state = loaded.plugin(0);
  CHECK_FALSE(state.quarantined);
  CHECK(state.id == "probe");
  CHECK(state.version == "7");
  CHECK(state.title == Label{"Thử", "Probe"});
  CHECK(state.file == folder.path() / "probe" / "probe.so");
  CHECK(state.definitions == std::vector{DefinitionId("probe.form")});
  CHECK(state.importers == std::vector{std::pair(DefinitionId("probe.form"), std::string("orders"))});
  CHECK(loaded.admissions == Reasons{"probe.form"});
  CHECK(probeWorks(loaded));
}

TEST_CASE("a bad plugin is quarantined with its reason while the one beside it works", "[plugin]") {
  const std::pair<const char*, const char*> table[] = {
      {"other_version", "plugin.other-version"},
      {"throws", "plugin.threw"},
      {"refuses", "plugin.refused"},
      {"no_symbols", "plugin.no-symbols"},
      {"wrong_definition", "definition.unknown-name"},
  };
  for (const auto& [fault, code] : table) {
    INFO(fault);
    // Before and after the sound one in the order of names.
    for (const std::string name : {"a", "z"}) {
      PluginFolder folder;
      const Loaded loaded(folder.add(badPlugin(fault), name).add(probePlugin(), "probe").path());
      const auto reason = std::string(code) + " " + name + ".so";
      CHECK(loaded.reasons() == (name == "a" ? Reasons{reason, ""} : Reasons{"", reason}));
      const auto& bad = loaded.plugin(name == "a" ? 0 : 1);
      CHECK(bad.definitions.empty());
      CHECK(bad.importers.empty());
      CHECK(bad.quarantined->kind == ErrorKind::refusal);
      CHECK(loaded.forms.size() == 1);
      CHECK(probeWorks(loaded));
    }
  }
}

TEST_CASE("the reason names the file and what a person needs to know", "[plugin]") {
  PluginFolder folder;
  for (const auto* fault : {"no_symbols", "other_version", "refuses", "throws"}) folder.add(badPlugin(fault), fault);
  const Loaded loaded(folder.path());
  REQUIRE(loaded.host.plugins().size() == 4);
  for (const auto& state : loaded.host.plugins()) CHECK(state.quarantined->place == state.file.string());
  CHECK(parameter(*loaded.plugin(1).quarantined, "version") == std::to_string(plugin::apiVersion + 1));
  CHECK(parameter(*loaded.plugin(1).quarantined, "expected") == std::to_string(plugin::apiVersion));
  CHECK(parameter(*loaded.plugin(2).quarantined, "id") == "refuses");
  CHECK(parameter(*loaded.plugin(3).quarantined, "function") == "cchc_plugin_register");
  CHECK(loaded.admissions.empty());
}

TEST_CASE("a plugin of another version is asked for nothing but its version", "[plugin]") {
  PluginFolder folder;
  const Loaded loaded(folder.add(badPlugin("other_version"), "folder_name").add(badPlugin("refuses"), "other").path());
  CHECK(loaded.plugin(0).id == "folder_name");
  CHECK(loaded.plugin(0).version.empty());
  CHECK(loaded.plugin(0).title.empty());
  CHECK(loaded.plugin(1).id == "refuses");  // its version is right, so it has given its own id
  CHECK(loaded.plugin(1).version == "1");
}

TEST_CASE("a file that is no library is quarantined", "[plugin]") {
  PluginFolder folder;
  folder.addText("text/text.so", "not a library").addText("empty.so", "").add(probePlugin(), "probe");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{"plugin.not-a-library empty.so", "", "plugin.not-a-library text.so"});
  CHECK(probeWorks(loaded));
}

TEST_CASE("libraries are found in a folder of their name and beside one another, in the order of names", "[plugin]") {
  PluginFolder folder;
  folder.addFile(badPlugin("refuses"), "b.so");
  folder.add(badPlugin("refuses"), "a");
  folder.add(badPlugin("refuses"), "c");
  folder.addFile(badPlugin("refuses"), "d/other.so");        // not of its folder's name
  folder.addFile(badPlugin("refuses"), "e/inner/inner.so");  // too deep
  folder.addFile(badPlugin("refuses"), "f.so.old");
  folder.addText("g/README.md", "notes");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{"plugin.refused a.so", "plugin.refused b.so", "plugin.refused c.so"});
}

TEST_CASE("a folder that is not there has no plugins, and several folders are loaded one after another", "[plugin]") {
  CHECK(Loaded("/nowhere/at/all").host.plugins().empty());
  PluginFolder first, second;
  first.add(badPlugin("refuses"), "refuses");
  second.add(probePlugin(), "probe");
  Loaded loaded(first.path());
  loaded.host.load(second.path(),
                   [](const auto&) -> Result<std::vector<DefinitionId>> { return std::vector<DefinitionId>(); });
  CHECK(loaded.reasons() == Reasons{"plugin.refused refuses.so", ""});
}

TEST_CASE("of two plugins with one id the second is quarantined", "[plugin]") {
  PluginFolder folder;
  folder.add(probePlugin(), "one").add(probePlugin(), "two");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{"", "plugin.duplicate-id two.so"});
  CHECK(parameter(*loaded.plugin(1).quarantined, "id") == "probe");
  CHECK(loaded.plugin(1).id == "probe");
  CHECK(loaded.admissions == Reasons{"probe.form"});
  CHECK(probeWorks(loaded));  // its check runs once
}

TEST_CASE("a plugin whose definitions are refused leaves nothing behind, and its id is free", "[plugin]") {
  PluginFolder folder;
  folder.add(probePlugin(), "one").add(probePlugin(), "two");
  PluginHost host;
  int calls = 0;
  host.load(folder.path(), [&](const std::vector<OfferedDefinition>& offered) -> Result<std::vector<DefinitionId>> {
    REQUIRE(offered.size() == 1);
    ++calls;
    CHECK(offered[0].file == (folder.path() / (calls == 1 ? "one" : "two") / "probe.xml").string());
    if (calls == 1) return fail("test.refused", "probe.xml:1");
    return std::vector{DefinitionId("probe.form")};
  });
  REQUIRE(host.plugins().size() == 2);
  CHECK(host.plugins()[0].quarantined == Error{"test.refused", "probe.xml:1", {}, ErrorKind::refusal});
  CHECK(host.plugins()[0].importers.empty());
  CHECK_FALSE(host.plugins()[1].quarantined);

  const auto form = definition(group(field("questions", "type=\"long-text\"")), "probe.form");
  const auto section = Section(form).with("questions", "rows items");
  const auto evaluation = evaluate(*form, section.data(), Surroundings());
  const SectionKey key{DefinitionId("probe.form"), OrgUnitId("296"), PeriodId("2023-8T")};
  CHECK(host.check(key, {form.get(), &section.data(), &evaluation}, Surroundings()).size() == 1);
}

TEST_CASE("without the plugin there is neither its check nor its importer", "[plugin]") {
  PluginFolder folder;
  folder.add(probePlugin(), "probe");
  PluginHost host;
  host.load(folder.path(), [](const auto&) -> Result<std::vector<DefinitionId>> { return fail("test.refused"); });
  const auto& form = probe().forms.at("probe.form");
  const auto section = Section(form).with("questions", "number online");
  const auto evaluation = evaluate(*form, section.data(), Surroundings());
  const SectionKey key{DefinitionId("probe.form"), OrgUnitId("296"), PeriodId("2023-8T")};
  CHECK(host.check(key, {form.get(), &section.data(), &evaluation}, Surroundings()).empty());
  const auto imported = host.import(form->definition(), "orders", "cell online 1");
  REQUIRE_FALSE(imported);
  CHECK(imported.error().code == "plugin.no-importer");
}

TEST_CASE("a host that was moved works on", "[plugin]") {
  PluginFolder folder;
  Loaded loaded(folder.add(probePlugin(), "probe").path());
  PluginHost moved(std::move(loaded.host));
  loaded.host = std::move(moved);
  CHECK(loaded.host.plugins().size() == 1);
  CHECK(probeWorks(loaded));
}

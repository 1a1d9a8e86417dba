// Departments that the host cannot use are quarantined with the reason; the rest works.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "tests/core/plugin/loaded.h"

namespace fs = std::filesystem;
using namespace cchc;
using namespace cchc::test;

namespace {

using Reasons = std::vector<std::string>;

// A form for the bad plugins' checks and importers.
const std::string badForm =
    "<definition xmlns=\"urn:cchc:definition:1\" id=\"bad.form\" place=\"I\" owner=\"bad\"><title vi=\"Thử\"/><group "
    "id=\"g\"><title vi=\"Nhóm\"/><field id=\"count\" type=\"integer\"><label vi=\"Số\"/></field><field id=\"name\" "
    "type=\"text\"><label vi=\"Tên\"/></field><field id=\"paper\" type=\"document\"><label vi=\"Văn bản\"/></field>"
    "<table id=\"items\"><title vi=\"Dòng\"/><column id=\"name\" type=\"text\"><label vi=\"Tên\"/></column></table>"
    "</group></definition>";
const std::string badMessages =
    "code\tvi\tvi-fix\ten\ten-fix\nbad.finding\tCó lỗi {given}\t\tSomething is wrong {given}\t\n";

std::string parameter(const Error& error, const std::string& name) {
  for (const auto& one : error.parameters) {
    if (one.name == name) return one.value;
  }
  return "none";
}

TestFolder& addBad(TestFolder& folder, const std::string& fault, const std::string& name) {
  return folder.add(badPlugin(fault), name)
      .addText(name + "/form.xml", badForm)
      .addText(name + "/messages.tsv", badMessages);
}

// What the check of a bad plugin finds in an empty section: codes, and the Vietnamese text of a failure.
std::vector<Finding> checkedBy(const Loaded& loaded) {
  const auto& form = loaded.forms.at("bad.form");
  const Section section(form);
  const auto evaluation = evaluate(*form, section.data(), Surroundings());
  const SectionKey key{DefinitionId("bad.form"), OrgUnitId("296"), PeriodId("2023-8T")};
  return loaded.host.check(key, {form.get(), &section.data(), &evaluation}, Surroundings());
}

}  // namespace

TEST_CASE("a sound plugin is loaded with what it says of itself and what it registers", "[plugin]") {
  TestFolder folder;
  const Loaded loaded(folder.add(probePlugin(), "probe").path());
  REQUIRE(loaded.host.plugins().size() == 1);
  const auto& state = loaded.plugin(0);
  CHECK_FALSE(state.quarantined);
  CHECK(state.wrongParts.empty());
  CHECK(state.library);
  CHECK(state.id == "probe");
  CHECK(state.version == "7");
  CHECK(state.title == Label{"Thử", "Probe"});
  CHECK(state.file == folder.path() / "probe" / "probe.so");
  CHECK(state.definitions == std::vector{DefinitionId("probe.form")});
  CHECK(state.importers.size() == 3);
  CHECK(state.importers.front().definition == DefinitionId("probe.form"));
  CHECK(state.importers.front().name == "orders");
  CHECK(state.importers.front().title == Label{"Mệnh lệnh", "Orders"});
  CHECK(state.importers.back().title == Label{"later-orders", "later-orders"});  // it has no text
  CHECK(loaded.host.othersOf(DefinitionId("probe.form")) == Reasons{"probe.second", "probe.children"});
  CHECK(probeWorks(loaded));
}

TEST_CASE("a bad plugin is quarantined with its reason while the one beside it works", "[plugin]") {
  const std::pair<const char*, const char*> table[] = {
      {"null_id", "plugin.wrong-id"},
      {"wrong_id", "plugin.wrong-id"},
      {"null_title", "plugin.null"},
      {"title_not_utf8", "plugin.wrong-text"},
      {"null_information", "plugin.null"},
      {"short_information", "plugin.size"},
      {"first_version", "plugin.other-version"},
      {"older_version", "plugin.other-version"},
      {"newer_version", "plugin.other-version"},
      {"refuses", "plugin.refused"},
      {"throws", "plugin.threw"},
      {"null_check", "plugin.null"},
      {"null_check_code", "plugin.wrong-id"},
      {"wrong_check_code", "plugin.wrong-id"},
      {"null_importer", "plugin.null"},
      {"null_registration", "plugin.null"},
      {"short_registration", "plugin.size"},
      {"registered_twice", "plugin.registered-twice"},
      {"importer_input", "plugin.enumeration"},
      {"versions_absurd", "plugin.number-of"},
      {"versions_reversed", "plugin.enumeration"},
      {"registers_too_many", "plugin.number-of"},
      {"registers_without_self", "plugin.stray-call"},
      {"registers_in_thread", "plugin.stray-call"},
      {"register_answer", "plugin.enumeration"},
      {"title_too_long", "plugin.number-of"},
      {"others_null", "plugin.null"},
      {"others_count", "plugin.number-of"},
      {"no_info", "plugin.no-symbols"},
      {"no_register", "plugin.no-symbols"},
  };
  for (const auto& [fault, code] : table) {
    // Before and after the sound one in the order of names.
    for (const std::string name : {"a", "z"}) {
      INFO(fault << " as " << name);
      TestFolder folder;
      const Loaded loaded(addBad(folder.add(probePlugin(), "probe"), fault, name).path());
      const auto reason = std::string(code) + " " + name + ".so";
      CHECK(loaded.reasons() == (name == "a" ? Reasons{reason, ""} : Reasons{"", reason}));
      const auto& bad = loaded.plugin(name == "a" ? 0 : 1);
      CHECK(bad.definitions.empty());
      CHECK(bad.importers.empty());
      CHECK(bad.quarantined->kind == ErrorKind::refusal);
      CHECK(bad.quarantined->place == bad.file.string());
      for (const auto language : {Language::vi, Language::en}) {
        const auto [what, fix] = message(*bad.quarantined, language);
        CHECK(what.find('{') == std::string::npos);
        CHECK_FALSE(fix.empty());
      }
      CHECK(loaded.forms.size() == 1);
      CHECK(probeWorks(loaded));
    }
  }
}

TEST_CASE("a plugin of another version is asked for nothing but its version, and both are named", "[plugin]") {
  const std::pair<const char*, const char*> table[] = {
      {"first_version", "1"}, {"older_version", "2"}, {"newer_version", "4"}};
  for (const auto& [fault, version] : table) {
    TestFolder folder;
    const Loaded loaded(folder.add(badPlugin(fault), "folder_name").path());
    CHECK(loaded.plugin(0).id == "folder_name");
    CHECK(loaded.plugin(0).version.empty());
    CHECK(loaded.plugin(0).title.empty());
    CHECK(parameter(*loaded.plugin(0).quarantined, "version") == version);
    CHECK(parameter(*loaded.plugin(0).quarantined, "expected") == "3");
  }
}

TEST_CASE("a check that gives a wrong finding has failed, for a reason that names what was wrong", "[plugin]") {
  const std::pair<const char*, const char*> table[] = {
      {"severity", "cchc_finding.severity = 77"},
      {"severity_negative", "cchc_finding.severity = -1"},
      {"finding_code", "“bad.no-such-code”"},
      {"finding_place", "“no_such_field”"},
      {"finding_row", "“items[1000000].name”"},
      {"finding_text", "cchc_argument.value"},
      {"finding_arguments", "cchc_finding.arguments"},
      {"finding_count", "18446744073709551615"},
      {"finding_size", "cchc_finding dài 8 byte"},
      {"null_finding", "cchc_finding là con trỏ rỗng"},
      {"check_fails", "không nêu lý do"},
      {"check_answer", "bad.check() = -1"},
      {"check_in_thread", "luồng khác"},
      {"throws_in_check", "lỗi không rõ"},
  };
  for (const auto& [fault, reason] : table) {
    INFO(fault);
    TestFolder folder;
    const Loaded loaded(addBad(folder, fault, "bad").path());
    CHECK(loaded.reasons() == Reasons{""});
    const auto found = checkedBy(loaded);
    REQUIRE(codesOf(found) == Reasons{"plugin.check-failed"});
    INFO(found.front().viWhat);
    CHECK(found.front().viWhat.find(reason) != std::string::npos);
    CHECK(found.front().viWhat.find("“bad.check”") != std::string::npos);
    CHECK(found.front().viWhat.find(std::string("“") + fault + "”") != std::string::npos);
  }
}

TEST_CASE("what an importer gives wrong is refused, each by its name, and the rest is taken", "[plugin]") {
  TestFolder folder;
  const Loaded loaded(addBad(folder, "importer_values", "bad").path());
  const auto imported = loaded.host.import(loaded.forms.at("bad.form")->definition(), {}, "bad-importer",
                                           *readSheetFile("a", "a.txt"), 0);
  REQUIRE(imported);
  CHECK(imported->values.values.size() == 1);
  Reasons codes;
  for (const auto& refused : imported->refused) codes.push_back(refused.code);
  CHECK(codes == Reasons{"value.unexpected-element", "plugin.wrong-date", "plugin.enumeration", "plugin.null",
                         "plugin.size", "plugin.wrong-number", "plugin.wrong-number", "value.unexpected-element",
                         "plugin.wrong-text", "plugin.wrong-id", "plugin.null", "plugin.no-cell", "plugin.enumeration",
                         "plugin.size", "plugin.importer-field", "plugin.wrong-id", "plugin.null"});
}

TEST_CASE("a check for a form that its own department does not have is left out and named", "[plugin]") {
  TestFolder folder;
  const Loaded loaded(addBad(folder, "unknown_definition", "bad").path());
  CHECK(loaded.reasons() == Reasons{""});
  REQUIRE(loaded.plugin(0).wrongParts.size() == 1);
  CHECK(loaded.plugin(0).wrongParts[0].reasons.front().code == "plugin.unknown-definition");
}

TEST_CASE("an importer that another department has registered is left out and named", "[plugin]") {
  TestFolder folder;
  addBad(folder, "severity", "a");
  addBad(folder, "finding_code", "b");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{"", ""});
  CHECK(loaded.plugin(0).importers.size() == 1);
  CHECK(loaded.plugin(1).importers.empty());
  REQUIRE_FALSE(loaded.plugin(1).wrongParts.empty());
  const auto& reason = loaded.plugin(1).wrongParts.back().reasons.front();
  CHECK(reason.code == "plugin.importer-taken");
  CHECK(message(reason, Language::en).what ==
        "severity has already registered the importer “bad-importer” of bad.form, "
        "so it cannot be used");
}

TEST_CASE("libraries are found in a folder of their name and beside one another, and others are named", "[plugin]") {
  TestFolder folder;
  folder.addFile(badPlugin("refuses"), "b.so").addFile(badPlugin("refuses"), "d.so");
  folder.addFile(badPlugin("refuses"), "a/a.so");
  folder.addFile(badPlugin("refuses"), "c/c.so");
  folder.addFile(badPlugin("refuses"), "d/other.so");        // not of its folder's name
  folder.addFile(badPlugin("refuses"), "e/inner/inner.so");  // too deep
  folder.addFile(badPlugin("refuses"), "f.so.old");
  folder.addText("g/README.md", "notes");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{"plugin.refused a.so", "plugin.refused b.so", "plugin.refused c.so",
                                    "plugin.refused d.so", "plugin.other-name other.so"});
}

TEST_CASE("a folder that is not there has no departments, and several folders are loaded one after another",
          "[plugin]") {
  CHECK(Loaded("/nowhere/at/all").host.plugins().empty());
  TestFolder first, second;
  first.addFile(badPlugin("refuses"), "refuses/refuses.so");
  second.add(probePlugin(), "probe");
  Loaded loaded(first.path());
  loaded.host.load({second.path(), PluginFolder::Kind::withLibraries}, {});
  CHECK(loaded.reasons() == Reasons{"plugin.refused refuses.so", ""});
}

TEST_CASE("of two departments with one id the second is quarantined", "[plugin]") {
  TestFolder folder;
  folder.add(probePlugin(), "one").add(probePlugin(), "two").addText("probe/form.xml", badForm);
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{"", "plugin.duplicate-id probe", "plugin.duplicate-id two.so"});
  CHECK(parameter(*loaded.plugin(2).quarantined, "id") == "probe");
  CHECK(loaded.plugin(2).id == "probe");
  CHECK(loaded.forms.size() == 1);
  CHECK(probeWorks(loaded));  // its check runs once
}

TEST_CASE("a wrong definition is quarantined alone", "[plugin]") {
  TestFolder folder;
  folder.addText("labour/a.xml", badForm).addText("labour/b.xml", "<definition").addText("labour/c.xml", badForm);
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{""});
  const auto& state = loaded.plugin(0);
  CHECK_FALSE(state.library);
  CHECK(state.id == "labour");
  CHECK(state.definitions == std::vector{DefinitionId("bad.form")});
  REQUIRE(state.wrongParts.size() == 2);
  CHECK(state.wrongParts[0].file == folder.path() / "labour" / "b.xml");
  CHECK(state.wrongParts[1].reasons.front().code == "definition.duplicate");
}

TEST_CASE("a folder that cannot be read is named, and so is a link that leads nowhere", "[plugin]") {
  TestFolder folder;
  folder.add(probePlugin(), "probe").addText("locked/form.xml", badForm);
  fs::create_symlink("round", folder.path() / "round");
  fs::create_symlink("nowhere", folder.path() / "probe" / "gone");
  fs::permissions(folder.path() / "locked", fs::perms::none);
  const bool reads = fs::exists(folder.path() / "locked" / "form.xml");  // as the superuser does
  const Loaded loaded(folder.path());
  fs::permissions(folder.path() / "locked", fs::perms::owner_all);
  Reasons named;
  for (const auto& state : loaded.host.plugins()) {
    if (state.quarantined) named.push_back(state.quarantined->code + " " + state.file.filename().string());
  }
  std::sort(named.begin(), named.end());
  Reasons expected{"plugin.folder-unreadable gone", "plugin.folder-unreadable round"};
  if (!reads) expected.insert(expected.begin() + 1, "plugin.folder-unreadable locked");
  CHECK(named == expected);
  CHECK(probeWorks(loaded));
}

TEST_CASE("a department may have definitions and texts alone, and its title among its texts", "[plugin]") {
  TestFolder folder;
  folder.addText("labour/form.xml", badForm)
      .addText("labour/messages.tsv", "code\tvi\tvi-fix\ten\ten-fix\nplugin.title\tPhòng Lao động\t\tLabour\t\n");
  const Loaded loaded(folder.path());
  CHECK(loaded.reasons() == Reasons{""});
  CHECK(loaded.plugin(0).title == Label{"Phòng Lao động", "Labour"});
  CHECK(loaded.plugin(0).file == folder.path() / "labour");
  const Loaded untitled(TestFolder().addText("labour/form.xml", badForm).path());
  CHECK(untitled.plugin(0).title.vi == "labour");
}

TEST_CASE("a folder for definitions gives definitions, and a library in it is named and not loaded", "[plugin]") {
  TestFolder folder;
  folder.add(probePlugin(), "probe").addText("form.xml", badForm);
  folder.addFile(badPlugin("refuses"), "refuses.so");
  const Loaded loaded(folder.path(), PluginFolder::Kind::definitionsOnly);
  REQUIRE(loaded.host.plugins().size() == 4);
  CHECK(loaded.forms.size() == 2);
  CHECK(loaded.host.plugins()[2].quarantined->code == "plugin.library-in-definitions");
  CHECK(loaded.host.plugins()[3].quarantined->code == "plugin.library-in-definitions");
}

TEST_CASE("a library that is loaded a second time works on for the first host, also when the second is gone",
          "[plugin][threads]") {
  TestFolder folder;
  const Loaded first(folder.add(probePlugin(), "probe").path());
  std::atomic<bool> stop = false, worked = true;
  std::thread checking([&] {
    while (!stop) worked = worked && probeWorks(first);
  });
  bool others = true;
  for (int i = 0; i < 20; ++i) others = others && probeWorks(Loaded(folder.path()));
  stop = true;
  checking.join();
  CHECK(worked);
  CHECK(others);
  // What it logs reaches the host that is left.
  const auto& form = first.forms.at("probe.form");
  const auto section = Section(form).with("questions", "throw no balance");
  const auto evaluation = evaluate(*form, section.data(), Surroundings());
  const SectionKey key{DefinitionId("probe.form"), OrgUnitId("296"), PeriodId("2023-8T")};
  CHECK(first.host.check(key, {form.get(), &section.data(), &evaluation}, Surroundings()).size() == 1);
  const auto logged = first.host.takeLog();
  REQUIRE(logged.size() == 1);
  CHECK(logged.front().text == "no balance");
}

TEST_CASE("a host that was moved works on", "[plugin]") {
  TestFolder folder;
  Loaded loaded(folder.add(probePlugin(), "probe").path());
  PluginHost moved(std::move(loaded.host));
  loaded.host = std::move(moved);
  CHECK(loaded.host.plugins().size() == 1);
  CHECK(probeWorks(loaded));
}

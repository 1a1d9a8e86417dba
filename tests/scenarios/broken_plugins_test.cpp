// Broken plugins beside the five departments: each is named, and every command works.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/scenarios/support/demo_folder.h"
#include "tests/support/command.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

const fs::path built = fs::path(CCHC_BINARY) / "bad_plugins";

constexpr const char* form =
    "<definition xmlns=\"urn:cchc:definition:1\" id=\"bad.form\" place=\"I\" owner=\"bad\"><title vi=\"Thử\"/><group "
    "id=\"g\"><title vi=\"Nhóm\"/><field id=\"count\" type=\"integer\"><label vi=\"Số\"/></field><field id=\"name\" "
    "type=\"text\"><label vi=\"Tên\"/></field><field id=\"paper\" type=\"document\"><label vi=\"Văn bản\"/></field>"
    "<table id=\"items\"><title vi=\"Dòng\"/><column id=\"name\" type=\"text\"><label vi=\"Tên\"/></column></table>"
    "</group></definition>";

// A user with a data folder of his own, where the notes on loading lie.
class User {
 public:
  test::Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"XDG_DATA_HOME=" + (data_ / "data").string(), "XDG_CONFIG_DIRS=" + (data_ / "config").string(),
                      (fs::path(CCHC_BINARY) / "bin" / "cchc").string()});
    return test::run("/usr/bin/env", arguments);
  }
  fs::path definitions() const { return data_ / "data/cchc/definitions"; }

 private:
  test::TemporaryFolder data_;
};

void copyPlugin(const std::string& fault, const fs::path& folder) {
  fs::create_directories(folder / fault);
  fs::copy_file(built / fault / (fault + ".so"), folder / fault / (fault + ".so"));
}

bool endsTheProgram(const std::string& fault) {
  return fault == "exits" || fault == "exits_quickly" || fault == "ends_at_once" || fault == "crashes" ||
         fault == "exits_while_loading" || fault == "unload_throws";
}

std::vector<std::string> faults() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(built)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

// Every broken plugin that does not end the program, and files that are none, in one folder. Answers how many.
std::size_t makeBroken(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& fault : faults()) {
    if (endsTheProgram(fault)) continue;
    copyPlugin(fault, folder);
    ++count;
  }
  const auto whole = test::contentOf(built / "refuses" / "refuses.so");
  const std::pair<std::string, std::string> files[] = {{"cut_header", whole.substr(0, 40)},
                                                       {"cut_segments", whole.substr(0, 100)},
                                                       {"cut_code", whole.substr(0, whole.size() / 3)},
                                                       {"cut_sections", whole.substr(0, whole.size() - 500)},
                                                       {"cut_end", whole.substr(0, whole.size() - 1)},
                                                       {"data", std::string(5000, 'x')},
                                                       {"empty", ""}};
  for (const auto& [name, content] : files) {
    fs::create_directories(folder / name);
    test::write(folder / name / (name + ".so"), content);
    ++count;
  }
  for (const auto* name : {"pipe", "link", "folder"}) fs::create_directories(folder / name);
  test::run("/usr/bin/mkfifo", {(folder / "pipe/pipe.so").string()});
  fs::create_symlink("/nowhere/at/all.so", folder / "link/link.so");
  fs::create_directories(folder / "folder/folder.so");
  // Definitions and texts that cannot be used.
  fs::create_directories(folder / "wrong_texts");
  test::write(folder / "wrong_texts/form.xml", form);
  test::write(folder / "wrong_texts/messages.tsv", "code\tvi\n");
  fs::create_directories(folder / "wrong_form");
  test::write(folder / "wrong_form/form.xml", "<definition");
  return count + 5;
}

}  // namespace

TEST_CASE("forty broken plugins are each named, and every command works", "[plugin]") {
  const User user;
  const test::TemporaryFolder folder;
  const auto demo = folder / "demo";
  fs::copy(test::demoFolder(), demo, fs::copy_options::recursive);
  const auto broken = folder / "plugins";
  REQUIRE(makeBroken(broken) >= 30);

  const auto listed = user.run({"--plugins", broken.string(), "--json", "plugins"});
  CHECK(listed.status == 1);
  std::size_t sound = 0;
  for (const auto& entry : nlohmann::json::parse(listed.out)) {
    INFO(entry.dump());
    const fs::path file(entry["file"].get<std::string>());
    if (file.string().find(broken.string()) == std::string::npos) {
      ++sound;
      CHECK(entry["quarantined"] == "");
      continue;
    }
    const auto folderName =
        fs::is_directory(file) && file.extension() != ".so" ? file.filename().string() : file.stem().string();
    const bool checkOnly = folderName.starts_with("finding") || folderName.starts_with("severity") ||
                           folderName.starts_with("check") || folderName == "null_finding" ||
                           folderName == "throws_in_check" || folderName == "importer_values";
    // What is wrong only when it runs is named by a finding.
    if (checkOnly)
      CHECK(entry["quarantined"] == "");
    else
      CHECK((entry["quarantined"] != "" || !entry["quarantined_parts"].empty()));
  }
  CHECK(sound == 5);

  const auto store = (demo / "suite.sqlite").string();
  const auto with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--plugins", broken.string(), "--store", store});
    return user.run(arguments);
  };
  const auto without = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--store", store});
    return user.run(arguments);
  };
  const std::vector<std::string> commands[] = {{"definitions"},
                                               {"definitions", "finance.budget"},
                                               {"status", "-p", "2023-8T"},
                                               {"check", "-u", "296", "-p", "2023-8T"}};
  for (const auto& command : commands) {
    INFO(command.front());
    const auto expected = without(command), found = with(command);
    CHECK(found.status == expected.status);
    CHECK(found.out == expected.out);
  }
  const auto report = [&](const std::string& name) { return (folder / name).string(); };
  const std::vector<std::string> consolidate = {"consolidate", "-u", "296", "-p", "2023-8T", "-o"};
  auto first = consolidate, second = consolidate;
  first.push_back(report("without.xml")), second.push_back(report("with.xml"));
  CHECK(without(first).status == with(second).status);
  CHECK(test::withoutTimes(test::contentOf(report("without.xml"))) ==
        test::withoutTimes(test::contentOf(report("with.xml"))));
}

TEST_CASE("a plugin that ends the program is named by that command, and left out at the next start", "[plugin]") {
  for (const std::string fault : {"exits", "exits_quickly", "exits_while_loading"}) {
    INFO(fault);
    const User user;
    const test::TemporaryFolder folder;
    copyPlugin(fault, folder.path());
    const auto first = user.run({"--plugins", folder.path().string(), "definitions"});
    CHECK(first.status == 3);
    CHECK(first.err.find("plugin.ended-the-program-now: " + fault) != std::string::npos);
    CHECK(first.err.find(fault == "exits_while_loading" ? fault + ".so" : "cchc_plugin_register") != std::string::npos);
    const auto second = user.run({"--plugins", folder.path().string(), "definitions"});
    CHECK(second.status == 0);
    CHECK(second.out.find("finance.budget") != std::string::npos);
    const auto listed = user.run({"--plugins", folder.path().string(), "plugins"});
    CHECK(listed.status == 1);
    CHECK(listed.out.find("plugin.ended-the-program: ") != std::string::npos);
    CHECK(listed.out.find(fault + ".so") != std::string::npos);
  }
}

TEST_CASE("a plugin that crashes, or ends the program without a word, is left out later", "[plugin]") {
  for (const auto& [fault, starts] : {std::pair<std::string, int>{"crashes", 1}, {"ends_at_once", 2}}) {
    INFO(fault);
    const User user;
    const test::TemporaryFolder folder;
    copyPlugin(fault, folder.path());
    for (int start = 0; start < starts; ++start)
      CHECK(user.run({"--plugins", folder.path().string(), "definitions"}).out.empty());
    const auto next = user.run({"--plugins", folder.path().string(), "plugins"});
    CHECK(next.status == 1);
    CHECK(next.out.find("plugin.ended-the-program: ") != std::string::npos);
    CHECK(next.out.find("finance.budget") != std::string::npos);
  }
}

TEST_CASE("a plugin that ends the program when it is unloaded is named, and what was printed stays", "[plugin]") {
  const User user;
  const test::TemporaryFolder folder;
  copyPlugin("unload_throws", folder.path());
  const auto listed = user.run({"--plugins", folder.path().string(), "definitions"});
  CHECK(listed.status == 3);
  CHECK(listed.out.find("finance.budget") != std::string::npos);
  CHECK(listed.err.find("plugin.ended-while-unloaded: unload_throws") != std::string::npos);
}

TEST_CASE("a check that ends the program is named, and the command does not seem done", "[plugin]") {
  const std::string fault = GENERATE("check_exits", "check_exits_in_thread");
  const User user;
  const test::TemporaryFolder folder;
  const auto demo = folder / "demo";
  fs::copy(test::demoFolder(), demo, fs::copy_options::recursive);
  const auto plugins = folder / "plugins";
  copyPlugin(fault, plugins);
  // Its check is for bad.form, which is given to a unit of the sample.
  fs::create_directories(plugins / "bad");
  test::write(plugins / "bad/form.xml", form);
  test::write(folder / "assign.tsv",
              "definition\tsubject\treporter\tperiod\tdeadline\nbad.form\t296\t296.TP\t2023-8T\t\n");
  const auto store = (demo / "departments.sqlite").string();
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--plugins", plugins.string(), "--store", store});
    return user.run(arguments);
  };
  const auto assigned = run({"assign", (folder / "assign.tsv").string()});
  INFO(assigned.err);
  REQUIRE(assigned.status == 0);
  test::write(folder / "values.csv", "field,value\ncount,7\n");
  const auto filled = run({"fill", "bad.form", "-u", "296", "-p", "2023-8T", (folder / "values.csv").string()});
  INFO(filled.err);
  REQUIRE(filled.status != 2);
  const auto checked = run({"check", "bad.form", "-u", "296", "-p", "2023-8T"});
  INFO(checked.out << checked.err);
  CHECK(checked.status == 3);
  CHECK(checked.err.find("plugin.ended-the-program-now: " + fault) != std::string::npos);
  CHECK(checked.err.find("bad.check") != std::string::npos);
}

TEST_CASE("a program whose form is older does not call the journal of a newer one altered", "[plugin]") {
  const User user;
  const test::TemporaryFolder folder;
  fs::copy(test::demoFolder(), folder / "demo", fs::copy_options::recursive);
  const auto run = [&](const char* version, std::vector<std::string> arguments) {
    fs::create_directories(folder / version / "bad");
    auto xml = std::string(form);
    xml.replace(xml.find(" place"), 0, " version=\"" + std::string(version) + "\"");
    test::write(folder / version / "bad/form.xml", xml);
    arguments.insert(arguments.begin(), {"--plugins", (folder / version).string(), "--store",
                                         (folder / "demo/departments.sqlite").string()});
    return user.run(arguments);
  };
  test::write(folder / "assign.tsv",
              "definition\tsubject\treporter\tperiod\tdeadline\nbad.form\t296\t296.TP\t2023-8T\t\n");
  test::write(folder / "values.csv", "field,value\ncount,7\n");
  const std::vector<std::string> section = {"bad.form", "-u", "296", "-p", "2023-8T"};
  const auto with = [&](const char* command, const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {command};
    arguments.insert(arguments.end(), section.begin(), section.end());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  };
  REQUIRE(run("2", {"assign", (folder / "assign.tsv").string()}).status == 0);
  REQUIRE(run("2", with("fill", {(folder / "values.csv").string()})).status == 0);
  REQUIRE(run("2", with("submit", {"-o", (folder / "a.cchc").string()})).status == 0);
  for (const auto* version : {"2", "1"}) {
    const auto verified = run(version, {"journal", "verify"});
    INFO(version << verified.out << verified.err);
    CHECK(verified.status == 0);
  }
}

TEST_CASE("a department without a library works from the user's folder", "[plugin]") {
  const User user;
  fs::create_directories(user.definitions() / "bad");
  test::write(user.definitions() / "bad/form.xml", form);
  const auto listed = user.run({"plugins"});
  CHECK(listed.status == 0);
  CHECK(listed.out.find("bad.form") != std::string::npos);
  CHECK(user.run({"definitions", "bad.form"}).status == 0);
  fs::copy_file(built / "refuses/refuses.so", user.definitions() / "bad/bad.so");
  const auto again = user.run({"plugins"});
  CHECK(again.status == 1);
  CHECK(again.out.find("plugin.library-in-definitions") != std::string::npos);
  CHECK(again.out.find("bad.form") != std::string::npos);
}

TEST_CASE("a folder of plugins that is not there is said", "[plugin]") {
  for (const auto* command : {"plugins", "definitions"}) {
    const auto run = User().run({"--plugins", "/nowhere/at/all", command});
    CHECK(run.status == 2);
    CHECK(run.err.find("plugin.no-folder: /nowhere/at/all") != std::string::npos);
  }
}

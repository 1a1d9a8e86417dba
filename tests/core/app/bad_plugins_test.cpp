// What the catalogue does with departments that are broken; tests/core/plugin has the reasons one by one.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/suite.h"
#include "tests/support/command.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

// Of this build, without the departments of this machine and its user.
Resources installed() {
  auto resources = findResources(fs::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  resources->definitions.clear();
  resources->loadingMarks.clear();
  return *resources;
}

constexpr const char* header = "code\tvi\tvi-fix\ten\ten-fix\n";

std::string form(const std::string& id, const std::string& inner) {
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"" + id + "\" place=\"I\" owner=\"" +
         id.substr(0, id.find('.')) + "\"><title vi=\"t\"/><group id=\"g\"><title vi=\"g\"/>" + inner +
         "</group></definition>";
}

}  // namespace

TEST_CASE("the five departments load", "[plugin]") {
  const auto catalogue = loadCatalogue(installed(), {});
  REQUIRE(catalogue);
  CHECK(catalogue->definitions.registry().all().size() >= 12);
  for (const auto& plugin : catalogue->plugins.plugins()) {
    INFO(plugin.id);
    CHECK_FALSE(plugin.quarantined);
    CHECK(plugin.wrongParts.empty());
    CHECK(plugin.library);
  }
}

TEST_CASE("a wrong definition is quarantined with file and line, and the department's others work", "[plugin]") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "labour");
  test::write(folder / "labour/right.xml",
              form("labour.right", "<field id=\"a\" type=\"integer\"><label vi=\"a\"/></field>"));
  test::write(
      folder / "labour/wrong.xml",
      form("labour.wrong", "\n<field id=\"a\" type=\"integer\"><label vi=\"a\"/><formula>b + c</formula></field>"));
  test::write(folder / "labour/taken.xml", form("finance.budget", ""));
  test::write(folder / "labour/twice.xml", form("labour.right", ""));
  const auto catalogue = loadCatalogue(installed(), {folder.path()});
  REQUIRE(catalogue);
  const auto& labour = catalogue->plugins.plugins().back();
  CHECK(labour.id == "labour");
  CHECK_FALSE(labour.quarantined);
  CHECK(labour.definitions == std::vector{DefinitionId("labour.right")});
  REQUIRE(labour.wrongParts.size() == 3);
  CHECK(labour.wrongParts[0].reasons.front().code == "definition.wrong-owner");
  CHECK(labour.wrongParts[0].file.filename() == "taken.xml");
  CHECK(labour.wrongParts[1].reasons.front().code == "definition.duplicate");
  CHECK(labour.wrongParts[1].file.filename() == "twice.xml");
  REQUIRE(labour.wrongParts[2].reasons.size() == 2);
  CHECK(labour.wrongParts[2].reasons[0].code == "definition.unknown-name");
  CHECK(labour.wrongParts[2].reasons[0].place.find("wrong.xml:2") != std::string::npos);
  CHECK(labour.wrongParts[2].reasons[1].code == "definition.unknown-name");
  CHECK(catalogue->definitions.newest(DefinitionId("labour.right")));
  CHECK(catalogue->definitions.newest(DefinitionId("finance.budget"))->definition().owner == "finance");
}

TEST_CASE("a folder of plugins that is not there is wrong use", "[plugin]") {
  const auto catalogue = loadCatalogue(installed(), {"/nowhere/at/all"});
  REQUIRE_FALSE(catalogue);
  CHECK(catalogue.error().code == "plugin.no-folder");
  CHECK(catalogue.error().kind == ErrorKind::usage);
}

TEST_CASE("the user's own definitions come last, and the installation's are kept", "[plugin]") {
  const test::TemporaryFolder folder;
  test::write(folder / "own.xml", form("own.form", "<field id=\"a\" type=\"integer\"><label vi=\"a\"/></field>"));
  fs::copy_file(fs::path(CCHC_BINARY) / "bad_plugins/refuses/refuses.so", folder / "refuses.so");
  auto resources = installed();
  resources.definitions = {folder.path(), folder / "missing"};
  const auto catalogue = loadCatalogue(resources, {});
  REQUIRE(catalogue);
  CHECK(catalogue->definitions.newest(DefinitionId("own.form")));
  CHECK(catalogue->plugins.plugins().back().quarantined->code == "plugin.library-in-definitions");
}

TEST_CASE("what was found in a section under other texts is not used again", "[plugin]") {
  const test::TemporaryFolder folder;
  const auto resources = installed();
  const SystemClock clock;
  int stores = 0;
  fs::create_directory(folder / "own");
  test::write(folder / "own/own.xml", form("own.form", ""));
  const auto identity = [&](const std::string& text) {
    test::write(folder / "own/messages.tsv", header + text);
    const auto store = (folder / (std::to_string(++stores) + ".sqlite")).string();
    auto suite = openSuite({store, {folder.path()}, resources, &clock, {"Mai", "mai", "MAY-1"}});
    REQUIRE(suite);
    REQUIRE(identify(**suite));
    return (*suite)->identity;
  };
  const auto first = identity("a.b\tx\t\ty\t\n");
  CHECK(identity("a.b\tx\t\ty\t\n") == first);
  CHECK(identity("a.b\tz\t\ty\t\n") != first);
}

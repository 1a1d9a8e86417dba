// Several versions of a definition, and which of them is in force on a day.
#include <catch2/catch.hpp>

#include "core/definition/asked.h"
#include "core/definition/read_definition.h"
#include "core/definition/registry.h"

using namespace cchc;

namespace {

using Definition = std::shared_ptr<const SectionDefinition>;

Definition form(const std::string& id, int version, const std::string& attributes = "", const std::string& code = "") {
  const auto read = readDefinition(
      "<definition xmlns=\"urn:cchc:definition:1\" minor=\"1\" id=\"" + id + "\" version=\"" + std::to_string(version) +
          "\" place=\"II.1\" owner=\"x\" " + attributes + "><title vi=\"T\"/><group id=\"g\"><title vi=\"G\"/>" +
          "<field id=\"a\" type=\"integer\"" + (code.empty() ? "" : " code=\"" + code + "\"") +
          "><label vi=\"A\"/></field></group></definition>",
      "form.xml");
  if (!read) FAIL(messageLine(read.error(), Language::en));
  return *read;
}

int versionOn(const DefinitionRegistry& registry, const Date& day) {
  const auto* found = registry.find(DefinitionId("a.b"), day);
  return found == nullptr ? 0 : found->version;
}

std::string codeOf(const Status& added) { return added ? "" : added.error().code; }

std::string parameter(const Status& added, const std::string& name) {
  for (const auto& one : added.error().parameters) {
    if (one.name == name) return one.value;
  }
  return {};
}

constexpr Date midYear{2025, 7, 1}, endOf2024{2024, 12, 31}, endOf2025{2025, 12, 31}, beforeMidYear{2025, 6, 30};

}  // namespace

TEST_CASE("the version with the latest beginning that has come is in force, in whatever order they are added") {
  const std::vector<Definition> all = {form("a.b", 1), form("a.b", 2, "from=\"2025-07-01\""),
                                       form("a.b", 4, "from=\"2026-01-01\"")};
  std::vector<std::size_t> order = {0, 1, 2};
  do {
    DefinitionRegistry registry;
    for (const auto i : order) REQUIRE(registry.add(all[i]));
    CHECK(versionOn(registry, {1945, 9, 2}) == 1);
    CHECK(versionOn(registry, beforeMidYear) == 1);
    CHECK(versionOn(registry, midYear) == 2);
    CHECK(versionOn(registry, endOf2025) == 2);
    CHECK(versionOn(registry, {2026, 1, 1}) == 4);
    CHECK(registry.newest(DefinitionId("a.b"))->version == 4);
    CHECK(registry.all() == all);
    REQUIRE(registry.inForce(midYear).size() == 1);
    CHECK(registry.inForce(midYear).front() == all[1]);
    CHECK(registry.ids() == std::vector{DefinitionId("a.b")});
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("of two versions from the same day the higher one is in force") {
  DefinitionRegistry registry;
  REQUIRE(registry.add(form("a.b", 1)));
  REQUIRE(registry.add(form("a.b", 2)));
  REQUIRE(registry.add(form("a.b", 3, "from=\"2025-07-01\"")));
  REQUIRE(registry.add(form("a.b", 5, "from=\"2025-07-01\"")));
  CHECK(versionOn(registry, beforeMidYear) == 2);
  CHECK(versionOn(registry, midYear) == 5);
}

TEST_CASE("before the first version begins, none is in force") {
  DefinitionRegistry registry;
  REQUIRE(registry.add(form("a.b", 2, "from=\"2025-07-01\"")));
  CHECK(versionOn(registry, beforeMidYear) == 0);
  CHECK(registry.inForce(beforeMidYear).empty());
  CHECK(registry.newest(DefinitionId("a.b"))->version == 2);
}

TEST_CASE("a higher version that would be in force earlier than a lower one is refused by name") {
  for (const bool lowerFirst : {true, false}) {
    const auto lower = form("a.b", 1, "from=\"2025-07-01\"");
    for (const auto& higher : {form("a.b", 2, "from=\"2025-06-30\""), form("a.b", 2)}) {
      DefinitionRegistry registry;
      REQUIRE(registry.add(lowerFirst ? lower : higher));
      const auto added = registry.add(lowerFirst ? higher : lower);
      REQUIRE(codeOf(added) == "definition.version-order");
      CHECK(added.error().place == "a.b");
      CHECK(parameter(added, "higher") == "2");
      CHECK(parameter(added, "lower") == "1");
      CHECK(registry.all().size() == 1);
    }
  }
}

TEST_CASE("a version is added once, and indicator codes are unique among different definitions alone") {
  DefinitionRegistry registry;
  REQUIRE(registry.add(form("a.b", 1, "", "C1")));
  CHECK(codeOf(registry.add(form("a.b", 1, "", "C2"))) == "definition.duplicate");
  CHECK(registry.add(form("a.b", 2, "", "C1")));
  CHECK(codeOf(registry.add(form("a.c", 1, "", "C1"))) == "definition.duplicate-code");
  // What a store keeps is not bound by it.
  CHECK(registry.addKept(form("a.c", 1, "", "C1")));
  CHECK(codeOf(registry.addKept(form("a.c", 1, "", "C3"))) == "definition.duplicate");
}

TEST_CASE("a renamed definition is found by its older id from the day on which it is in force") {
  DefinitionRegistry registry;
  REQUIRE(registry.add(form("a.b", 1)));
  REQUIRE(registry.add(form("a.new", 1, "renamed-from=\"a.old\" from=\"2025-07-01\"")));
  CHECK(registry.find(DefinitionId("a.old"), beforeMidYear) == nullptr);
  CHECK(registry.find(DefinitionId("a.old"), midYear)->id == DefinitionId("a.new"));
}

TEST_CASE("a definition is asked until its last day, and of units of its forms") {
  const auto plain = form("a.b", 1);
  CHECK(isAsked(*plain, endOf2025, "xã"));
  const auto limited = form("a.b", 1, "until=\"2025-06-30\" unit-forms=\"xã, đặc khu\"");
  CHECK(isAsked(*limited, beforeMidYear, "xã"));
  CHECK(isAsked(*limited, endOf2024, "đặc khu"));
  CHECK_FALSE(isAsked(*limited, midYear, "xã"));
  CHECK_FALSE(isAsked(*limited, endOf2024, "phường"));
  CHECK(isAsked(*limited, endOf2024, ""));  // a unit of an old store, whose form is not known
  DefinitionRegistry registry;
  REQUIRE(registry.add(limited));
  CHECK(versionOn(registry, endOf2025) == 1);  // its sections can still be read
}

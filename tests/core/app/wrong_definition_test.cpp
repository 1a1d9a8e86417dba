// A wrong definition is refused with the line of the fault: by the reader, or else by the published schema.
#include <catch2/catch.hpp>

#include "core/app/suite/catalogue.h"
#include "core/app/suite/definition_check.h"
#include "core/rendering/schema.h"

using namespace cchc;

namespace {

const Schema& schema() {
  static const auto loaded = Schema::load(std::filesystem::path(CCHC_SOURCE) / "schemas/section-definition.xsd");
  return *loaded;
}

// The third line is the wrong one. The lines before it hold what it may conflict with.
std::string definition(const std::string& third, const std::string& attributes = "") {
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"x.y\" version=\"1\" place=\"I\" owner=\"x\"" + attributes +
         "><title vi=\"t\"/>\n<group id=\"g\"><title vi=\"g\"/>" +
         "<field id=\"first\" type=\"integer\" code=\"X.9\"><label vi=\"trước\"/></field>\n" + third +
         "\n</group></definition>";
}
std::string field(const std::string& attributes, const std::string& inner) {
  return "<field id=\"a\" type=\"integer\"" + attributes + ">" + inner + "</field>";
}
const std::string label = "<label vi=\"a\"/>";

std::string refusal(const std::string& xml) {
  DefinitionSet none;
  const auto checked = checkDefinitions({{"", "wrong.xml", xml}}, schema(), {{{"I", ""}, {}}}, none).front();
  for (const auto& problem : checked.problems) {
    if (problem.severity == Severity::error) return problem.code + " " + errorOf(problem).place;
  }
  CHECK(checked.compiled != nullptr);
  return "accepted";
}

}  // namespace

TEST_CASE("the definition that the wrong ones are made from is right") {
  CHECK(refusal(definition(field("", label + "<formula>first + 1</formula>"))) == "accepted");
}

TEST_CASE("what the schema refuses is refused, with its line") {
  const std::pair<const char*, std::string> table[] = {
      {"two formulas", field("", label + "<formula>first + 1</formula><formula>first + 2</formula>")},
      {"a formula before the label", field("", "<formula>first + 1</formula>" + label)},
      {"an unknown attribute of hint", field("", label + "<hint vi=\"a\" colour=\"red\"/>")},
      {"a code with a space", field(" code=\"X 1\"", label)},
      {"a code that is there already", field(" code=\"X.9\"", label)},
      {"no label", field("", "")},
      {"an unknown type", "<field id=\"a\" type=\"float\">" + label + "</field>"},
      {"an attribute twice", field(" code=\"X.1\" code=\"X.2\"", label)},
      {"an older name that is in use", field(" renamed-from=\"first\"", label)},
      {"bytes that are not UTF-8", field("", "<label vi=\"\xff\"/>")},
      {"an element of another format", field("", label + "<z:x xmlns:z=\"urn:z\"/>")},
      {"an expression that does not end", field("", label + "<formula>first +</formula>")},
  };
  for (const auto& [name, third] : table) {
    INFO(name);
    const auto refused = refusal(definition(third));
    CHECK(refused.find(" wrong.xml:3") != std::string::npos);
  }
}

TEST_CASE("a place of the report that is none is refused") {
  auto xml = definition(field("", label));
  xml.replace(xml.find("place=\"I\""), 9, "place=\"?\"");
  CHECK(refusal(xml).find(" wrong.xml:1") != std::string::npos);
}

TEST_CASE("definitions that come with the suite are valid by the schema") {
  const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  const auto catalogue = loadCatalogue(*resources, {});
  REQUIRE(catalogue);
  REQUIRE(catalogue->definitions.registry().all().size() >= 12);
  for (const auto& definition : catalogue->definitions.registry().all())
    CHECK(schema().validate(definition->xml, definition->id.value));
}

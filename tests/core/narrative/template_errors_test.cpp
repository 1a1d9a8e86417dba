// A wrong template is found when its definition is loaded, with its line.
#include <catch2/catch.hpp>

#include "tests/core/narrative/worded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string items =
    field("revenue.actual", "type=\"integer\"") +
    table("rows", column("name", "type=\"text\"") + column("people", "type=\"integer\"")) +
    table("capital", column("plan", "type=\"money\"") + "<fixed-row id=\"land\" vi=\"Đất\"/>", "fixed-rows=\"yes\"") +
    "<view id=\"large\" table=\"rows\" where='people &gt; 100'/>";

Status checked(const std::string& text, const std::string& attributes = "id=\"p\"") {
  return checkNarratives(*definition(group(items + "\n" + sentence(text, attributes))));
}
// "tag wanted", as the message names them.
std::string refusal(const std::string& text, const std::string& attributes = "id=\"p\"") {
  const auto outcome = checked(text, attributes);
  if (outcome) return "taken";
  const auto& error = outcome.error();
  CHECK(error.code == "definition.narrative");
  CHECK(lineAlone(error.place) == "4");  // the line of the narrative
  std::string tag;
  for (const auto& parameter : error.parameters) {
    if (parameter.name == "tag" || parameter.name == "wanted") tag += (tag.empty() ? "" : " ") + parameter.value;
    if (parameter.name == "definition") CHECK(parameter.value == "sample.form");
    if (parameter.name == "paragraph") CHECK(parameter.value == "p");
  }
  return tag;
}

}  // namespace

TEST_CASE("every kind of tag that a template may have is taken", "[narrative]") {
  for (const auto* text :
       {"Không có thẻ.", "{{revenue.actual}}", "{{ revenue.actual | plain|padded }}",
        "{{#revenue.actual}}{{revenue.actual}}{{/revenue.actual}}{{^revenue.actual}}?{{/revenue.actual}}",
        "{{#rows}}{{name}} {{people}} {{number}} {{#first}}a{{/first}}{{^last}}b{{/last}}{{/rows}}",
        "{{rows|count}}{{#rows|nothing}}Không{{/rows|nothing}}{{#large}}{{name}}{{/large}}", "{{capital[land].plan}}",
        "{{#capital}}{{row_name}} {{plan}}{{/capital}}", "{{other_facts|count}}",
        "{{unit.name}}{{unit.body}}{{unit.short}}{{unit.parent}}{{unit.parent_body}}",
        "{{period.name}}{{period.year}}{{period.next}}{{period.end}}"}) {
    INFO(text);
    CHECK(checked(text));
  }
  CHECK(checked("{{name}} {{number}}", "id=\"p\" each=\"rows\""));
  CHECK(checked("{{name}} {{number}}", "id=\"p\" each=\"large\""));
}

TEST_CASE("a tag that names nothing is refused with its line and its name", "[narrative]") {
  const std::pair<const char*, const char*> table[] = {
      {"{{revenue.wish}}", "{{revenue.wish}} "},
      {"{{revenue}}", "{{revenue}} "},
      {"{{name}}", "{{name}} "},      // a column, but outside its rows
      {"{{number}}", "{{number}} "},  // of a row
      {"{{#wish}}a{{/wish}}", "{{wish}} "},
      {"{{#rows}}{{plan}}{{/rows}}", "{{plan}} "},  // a column of another table
      {"{{#rows|nothing}}{{name}}{{/rows|nothing}}", "{{name}} "},
      {"{{^rows}}{{name}}{{/rows}}", "{{name}} "},
      {"{{capital[sea].plan}}", "{{capital[sea].plan}} "},
      {"{{capital[land].wish}}", "{{capital[land].wish}} "},
      {"{{unit.wish}}", "{{unit.wish}} "},
      {"{{}}", "{{}} "},
  };
  for (const auto& [text, wrong] : table) {
    INFO(text);
    CHECK(refusal(text) == wrong);
  }
}

TEST_CASE("a section that is not closed, or closed out of turn, is refused with what is wanted", "[narrative]") {
  const std::pair<const char*, const char*> table[] = {
      {"{{#rows}}{{name}}", "{{#rows}} {{/rows}}"},
      {"{{#revenue.actual}}{{#rows}}{{/rows}}", "{{#revenue.actual}} {{/revenue.actual}}"},
      {"{{/rows}}", "{{/rows}} "},
      {"{{#rows}}{{/capital}}", "{{/capital}} {{/rows}}"},
      {"{{#rows|nothing}}Không{{/rows}}", "{{/rows}} {{/rows|nothing}}"},
      {"{{#revenue.actual}}{{#rows}}{{/revenue.actual}}{{/rows}}", "{{/revenue.actual}} {{/rows}}"},
      {"Thu {{revenue.actual", "{{ }}"},
  };
  for (const auto& [text, wrong] : table) {
    INFO(text);
    CHECK(refusal(text) == wrong);
  }
}

TEST_CASE("a paragraph for each row of what is no table is refused", "[narrative]") {
  CHECK(refusal("Một.", "id=\"p\" each=\"wish\"") == "wish ");
  CHECK(refusal("Một.", "id=\"p\" each=\"revenue.actual\"") == "revenue.actual ");
}

// Of what is not in force, nothing is printed.
#include <catch2/catch.hpp>

#include "core/narrative/text_findings.h"
#include "tests/core/narrative/worded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

std::shared_ptr<const CompiledDefinition> form(const std::string& narratives) {
  return definition(
      group(field("a", "type=\"integer\" required=\"submit\"") +
            field("w", "type=\"integer\" required=\"submit\" unit-forms=\"phường\"") +
            table("t", column("c", "type=\"text\""), "nothing=\"yes\" unit-forms=\"phường\"") + narratives),
      "sample.form", "place=\"I\" minor=\"1\"");
}

// What the paragraphs of the form say for a unit of that form.
std::string said(const std::string& narratives, const std::string& of, const Section* given = nullptr) {
  const auto compiled = given == nullptr ? form(narratives) : given->form();
  const auto section = given == nullptr ? Section(compiled).with("a", "1") : *given;
  const auto evaluation =
      evaluate(*compiled, section.data(), WithinPeriod(eightMonths, {eightMonths.end, {of}, std::nullopt}));
  std::string all;
  for (const auto& paragraph : paragraphs(*compiled, 0, section.data(), evaluation, inBinhGiang))
    all += paragraph.text + "|";
  return all;
}

}  // namespace

TEST_CASE("a paragraph is printed where it is in force, and so is a figure in it", "[narrative][in-force]") {
  const auto both = sentence("Có {{a}}.", "id=\"p\"") + sentence("Phường {{w}}.", "id=\"q\" unit-forms=\"phường\"");
  CHECK(said(both, "xã") == "Có 1.|");
  CHECK(said(both, "phường") == "Có 1.|Phường ….|");
  CHECK(said(sentence("Có {{a}}{{#w}}, phố {{w}}{{/w}}{{^w}}, chưa có phố{{/w}}."), "phường") == "Có 1, chưa có phố.|");
  CHECK(said(sentence("Có {{a}}{{#w}}, phố {{w}}{{/w}}{{^w}}, chưa có phố{{/w}}."), "xã") == "Có 1.|");
  CHECK(said(sentence("Có {{a}}{{^t}}, không có dòng{{/t}}."), "phường") == "Có 1, không có dòng.|");
  CHECK(said(sentence("Có {{a}}{{^t}}, không có dòng{{/t}}."), "xã") == "Có 1.|");
}

TEST_CASE("an edited paragraph that is not in force is neither printed nor checked", "[narrative][in-force]") {
  const auto compiled = form(sentence("{{a}}", "id=\"p\" unit-forms=\"phường\" standing=\"yes\""));
  const auto section = Section(compiled).with("a", "1").paragraph({"p", "Có 99.", "", {}});
  CHECK(said("", "xã", &section).empty());
  CHECK(said("", "phường", &section) == "Có 99.|");
  for (const auto& [of, findings] : std::vector<std::pair<std::string, std::size_t>>{{"xã", 0}, {"phường", 2}}) {
    const auto evaluation = evaluate(*compiled, section.data(), CircumstancesAlone({{}, {of}, std::nullopt}));
    CHECK(textFindings(*compiled, anyKey, section.data(), evaluation, inBinhGiang).size() == findings);
  }
}

TEST_CASE("a paragraph that names what is never in force with it is refused by name and line",
          "[narrative][in-force]") {
  const auto told = [](const std::string& narratives) {
    const auto checked = checkNarratives(*form(narratives));
    return checked ? std::string("accepted") : checked.error().code + " " + lineAlone(checked.error().place);
  };
  CHECK(told(sentence("{{w}}")) == "accepted");
  CHECK(told(sentence("{{w}}", "id=\"p\" unit-forms=\"xã\"")) == "definition.never-together 3");
  CHECK(told(sentence("{{#t}}{{c}}{{/t}}", "id=\"p\" unit-forms=\"xã\"")) == "definition.never-together 3");
  CHECK(told(sentence("{{c}}", "id=\"p\" each=\"t\" unit-forms=\"xã\"")) == "definition.never-together 3");
}

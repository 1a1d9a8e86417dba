// The departments' definitions pass the reader and the schema. A wrong definition is refused with file, line and what
// to do about it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/definition/carry_over.h"
#include "core/definition/read_definition.h"
#include "tests/support/command.h"
#include "tests/support/definitions.h"

namespace fs = std::filesystem;
using namespace cchc;

namespace {

const fs::path source = CCHC_SOURCE;

std::vector<fs::path> departmentDefinitions() {
  std::set<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(source / "plugins")) {
    if (entry.path().extension() == ".xml") files.insert(entry.path());
  }
  return {files.begin(), files.end()};
}

// A small definition whose second line is `line`.
std::string withLine(const std::string& line) {
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"a.b\" version=\"1\" place=\"I\" owner=\"a\"><title "
         "vi=\"Mẫu\"/><group id=\"g\"><title vi=\"Nhóm\"/>\n" +
         line + "\n</group></definition>";
}
std::string refusal(const std::string& xml) {
  const auto definition = readDefinition(xml, "form.xml");
  return definition ? "accepted" : definition.error().code + " " + test::lineAlone(definition.error().place);
}

// Every id that data or expressions may name.
std::vector<std::string> idsOf(const SectionDefinition& definition) {
  std::vector<std::string> ids{definition.id.value};
  const auto prefix = definition.id.value + "/";
  for (const auto& field : definition.fields) {
    ids.push_back(prefix + field.id);
    if (!field.code.empty()) ids.push_back("code " + field.code + " " + prefix + field.id);
  }
  for (const auto& table : definition.tables) {
    ids.push_back(prefix + table.id);
    for (const auto& column : table.columns) ids.push_back(prefix + table.id + "." + column.id);
    for (const auto& row : table.fixedRows) ids.push_back(prefix + table.id + "[" + row.id + "]");
  }
  return ids;
}
// Ids that a definition has only as older names.
std::vector<std::string> olderIdsOf(const SectionDefinition& definition) {
  std::vector<std::string> ids = definition.renamedFrom;
  const auto prefix = definition.id.value + "/";
  for (const auto& field : definition.fields) {
    for (const auto& older : field.renamedFrom) ids.push_back(prefix + older);
  }
  for (const auto& table : definition.tables) {
    for (const auto& older : table.renamedFrom) ids.push_back(prefix + older);
    for (const auto& column : table.columns) {
      for (const auto& older : column.renamedFrom) ids.push_back(prefix + table.id + "." + older);
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("every department's definition is read, and valid against the published schema", "[definition]") {
  const auto files = departmentDefinitions();
  CHECK(files.size() >= 12);
  for (const auto& file : files) {
    INFO(file);
    const auto definition = readDefinition(test::contentOf(file), file.string());
    if (!definition) FAIL(messageLine(definition.error(), Language::en));
    const auto schema = (source / "schemas" / "section-definition.xsd").string();
    const auto checked = test::run("xmllint", {"--noout", "--schema", schema, file.string()});
    INFO(checked.err);
    CHECK((checked.status == 0 || checked.status == 127));
    for (const auto& field : (*definition)->fields) {
      INFO(field.id);
      CHECK_FALSE(field.label.en.empty());
    }
  }
}

TEST_CASE("no id that was ever published disappears", "[definition]") {
  const auto list = source / "tests" / "golden" / "definition_ids.txt";
  std::set<std::string> present;
  for (const auto& file : departmentDefinitions()) {
    const auto definition = readDefinition(test::contentOf(file), file.string());
    REQUIRE(definition);
    for (const auto& id : idsOf(**definition)) present.insert(id);
    for (const auto& id : olderIdsOf(**definition)) present.insert(id);
  }
  std::set<std::string> published;
  std::ifstream stream(list);
  for (std::string line; std::getline(stream, line);) published.insert(line);
  REQUIRE(published.size() > 500);
  for (const auto& id : published) {
    INFO("an id of an earlier version is gone; name it in renamed-from: " << id);
    CHECK(present.contains(id));
  }
  std::string fresh;
  for (const auto& id : present) {
    if (!published.contains(id)) fresh += id + "\n";
  }
  INFO("new ids are to be added to tests/golden/definition_ids.txt (lines are never removed):\n" << fresh);
  CHECK(fresh.empty());
}

TEST_CASE("a wrong definition is refused with file and line", "[definition]") {
  const auto label = std::string("<label vi=\"A\"/>");
  struct Wrong {
    const char* line;
    const char* refusal;
  };
  const Wrong table[] = {
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/></field>", "accepted"},
      {"<field id=\"a\" type=\"integr\"><label vi=\"A\"/></field>", "definition.unknown-type form.xml:2"},
      {"<field id=\"a\"><label vi=\"A\"/></field>", "definition.missing-attribute form.xml:2"},
      {"<field type=\"integer\"><label vi=\"A\"/></field>", "definition.missing-attribute form.xml:2"},
      {"<field id=\"A b\" type=\"integer\"><label vi=\"A\"/></field>", "definition.wrong-id form.xml:2"},
      {"<field id=\"a\" type=\"integer\"/>", "definition.missing-element form.xml:2"},
      {"<field id=\"a\" type=\"integer\" colour=\"red\"><label vi=\"A\"/></field>",
       "definition.unknown-attribute form.xml:2"},
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/><lable/></field>", "definition.unknown-element form.xml:2"},
      {"<fild id=\"a\" type=\"integer\"/>", "definition.unknown-element form.xml:2"},
      {"<field id=\"a\" type=\"integer\" decimals=\"two\"><label vi=\"A\"/></field>",
       "definition.wrong-attribute form.xml:2"},
      {"<field id=\"a\" type=\"integer\" minimum=\"low\"><label vi=\"A\"/></field>",
       "definition.wrong-attribute form.xml:2"},
      {"<field id=\"a\" type=\"integer\" required=\"always\"><label vi=\"A\"/></field>",
       "definition.wrong-attribute form.xml:2"},
      {"<field id=\"a\" type=\"integer\" qualifier=\"roughly\"><label vi=\"A\"/></field>",
       "definition.wrong-attribute form.xml:2"},
      {"<field id=\"a\" type=\"integer\" aggregate=\"count-if\"><label vi=\"A\"/></field>",
       "definition.missing-attribute form.xml:2"},
      {"<field id=\"a\" type=\"integer\" target=\"plan\"><label vi=\"A\"/></field>",
       "definition.unknown-field form.xml:2"},
      {"<field id=\"a\" type=\"integer\" carry=\"as-target\"><label vi=\"A\"/></field>",
       "definition.missing-attribute form.xml:2"},
      {"<field id=\"a\" type=\"choice\"><label vi=\"A\"/></field>", "definition.choices form.xml:2"},
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/><default>many</default></field>",
       "definition.wrong-default form.xml:2"},
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/><formula>1</formula><reference>x.y/z</reference></field>",
       "definition.computed-twice form.xml:2"},
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/><formula> </formula></field>",
       "definition.empty-element form.xml:2"},
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/></field><field id=\"a\" type=\"integer\"><label "
       "vi=\"A\"/></field>",
       "definition.duplicate-id form.xml:2"},
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/></field><field id=\"a.b\" type=\"integer\"><label "
       "vi=\"A\"/></field>",
       "definition.prefix-id form.xml:2"},
      {"<field id=\"a\" code=\"I.1\" type=\"integer\"><label vi=\"A\"/></field><field id=\"b\" code=\"I.1\" "
       "type=\"integer\"><label vi=\"A\"/></field>",
       "definition.duplicate-code form.xml:2"},
      {"<table id=\"t\"><title vi=\"T\"/></table>", "definition.no-columns form.xml:2"},
      {"<table id=\"t\" fixed-rows=\"yes\"><title vi=\"T\"/><column id=\"c\" type=\"text\"><label "
       "vi=\"C\"/></column></table>",
       "definition.fixed-rows form.xml:2"},
      {"<view id=\"v\" table=\"t\" where=\"1 = 1\"/>", "definition.unknown-field form.xml:2"},
      {"stray words", "definition.stray-text form.xml:2"},
      {"<field id=\"a\" type=\"integer\"><label vi=\"A\"/>", "definition.not-xml form.xml:3"},
  };
  for (const auto& wrong : table) {
    INFO(wrong.line);
    CHECK(refusal(withLine(wrong.line)) == wrong.refusal);
  }
  CHECK(refusal("<form/>") == "definition.not-a-definition form.xml:1");
  CHECK(refusal("<!DOCTYPE definition>\n" + withLine("")) == "definition.doctype form.xml:2");
}

TEST_CASE("every refusal says in both languages what is wrong and how to mend it", "[definition]") {
  for (const auto& entry : allTexts()) {
    if (!entry.code.starts_with("definition.")) continue;
    INFO(entry.code);
    CHECK_FALSE(entry.vi.empty());
    CHECK_FALSE(entry.en.empty());
    CHECK_FALSE(entry.viFix.empty());
    CHECK_FALSE(entry.enFix.empty());
  }
}

TEST_CASE("an id that has a meaning in journals is refused with its line, but not in a definition of a store",
          "[definition]") {
  for (const auto* item :
       {"<field id=\"state\" type=\"text\"><label vi=\"A\"/></field>",
        "<table id=\"state\"><title vi=\"T\"/><column id=\"c\" type=\"text\"><label vi=\"C\"/></column></table>"}) {
    const auto refused = readDefinition(withLine(item), "form.xml");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "definition.reserved-id");
    CHECK(refused.error().place.starts_with("form.xml:"));
    CHECK(readDefinition(withLine(item), "form.xml", DefinitionSource::store));
  }
  CHECK(readDefinition(
      withLine("<field id=\"state.of\" type=\"text\" renamed-from=\"state\"><label vi=\"A\"/></field>"), "form.xml"));
}

TEST_CASE("a new period starts with what carries over", "[definition]") {
  const auto form = *readDefinition(
      withLine("<field id=\"quota\" type=\"integer\" carry=\"value\"><label vi=\"A\"/></field><field id=\"plan\" "
               "type=\"integer\"><label vi=\"B\"/></field>"
               "<field id=\"actual\" type=\"integer\" carry=\"as-target\" carry-to=\"plan\"><label vi=\"C\"/></field>"
               "<table id=\"docs\" carry=\"rows-within-year\"><title vi=\"T\"/><column id=\"c\" type=\"text\"><label "
               "vi=\"C\"/></column></table>"
               "<table id=\"tasks\" carry=\"tasks\"><title vi=\"T\"/><column id=\"outcome\" type=\"choice\"><label "
               "vi=\"C\"/><choice value=\"done\" vi=\"Xong\"/><choice value=\"open\" vi=\"Chưa\"/></column></table>"),
      "form.xml");
  auto previous = emptyData(*form);
  previous.fields[0] = Value{Decimal(120)};
  previous.fields[2] = Value{Decimal(55)};
  previous.tables[0].rows = {{"1", {Value{std::string("KH 04")}}}};
  previous.tables[1].rows = {{"1", {Value{std::string("done")}}}, {"2", {Value{std::string("open")}}}};
  const auto same = startingData(*form, {}, &previous, true);
  CHECK(same.fields[0] == Value{Decimal(120)});
  CHECK(same.fields[1] == Value{Decimal(55)});
  CHECK(same.fields[2].blank());
  CHECK(same.tables[0].rows.size() == 1);
  REQUIRE(same.tables[1].rows.size() == 1);
  CHECK(same.tables[1].rows[0].id == "2");
  CHECK(startingData(*form, {}, &previous, false).tables[0].rows.empty());
}

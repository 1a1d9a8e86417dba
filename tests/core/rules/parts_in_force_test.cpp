// Which parts of a definition are in force, and what becomes of values in those that are not.
#include <catch2/catch.hpp>

#include "core/definition/carry_over.h"
#include "core/definition/not_in_force.h"
#include "core/model/units/unit_form.h"
#include "tests/support/definitions.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string grades = "<choice value=\"good\" vi=\"Tốt\"/><choice value=\"old\" vi=\"Cũ\" until=\"2025-06-30\"/>";

std::shared_ptr<const CompiledDefinition> form() {
  return definition(
      group(field("all", "type=\"integer\" carry=\"value\"") +
            field("grade", "type=\"choice\" carry=\"value\"", grades) +
            field("later", "type=\"integer\" from=\"2025-07-01\" carry=\"value\"")) +
          group(field("rural", "type=\"integer\"") + field("late", "type=\"integer\" from=\"2025-07-01\"") +
                    table("roads",
                          column("name", "type=\"text\"") + column("paved", "type=\"integer\" until=\"2025-06-30\""),
                          "nothing=\"yes\"") +
                    "<narrative id=\"p\">{{rural}}</narrative>",
                "id=\"country\" unit-forms=\"xã, thị trấn\" nothing=\"yes\"") +
          group(table("fixed",
                      column("n", "type=\"integer\"") +
                          "<fixed-row id=\"a\" vi=\"A\"/><fixed-row id=\"b\" vi=\"B\" unit-forms=\"phường\"/>",
                      "fixed-rows=\"yes\""),
                "id=\"end\"") +
          "<rule id=\"r\" severity=\"error\" place=\"rural\"><left>rural</left><operator>=</operator><right>1</right>"
          "<message vi=\"M\"/><fix vi=\"F\"/></rule>",
      "sample.form", "place=\"I\" minor=\"1\"");
}

Circumstances at(const std::string& day, std::vector<std::string> forms) {
  return {Date::parse(day), std::move(forms), std::nullopt};
}

// The names of the parts that are in force, in order of the definition.
std::string shown(const SectionDefinition& form, const PartsInForce& parts) {
  std::string all;
  const auto add = [&](bool inForce, const std::string& name) {
    if (inForce) all += (all.empty() ? "" : " ") + name;
  };
  for (std::size_t i = 0; i < form.fields.size(); ++i) add(parts.field(i), form.fields[i].id);
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    if (table.id == "other_facts") continue;
    add(parts.table(t), table.id);
    for (std::size_t c = 0; c < table.columns.size(); ++c) add(parts.column(t, c), "." + table.columns[c].id);
    for (std::size_t r = 0; r < table.fixedRows.size(); ++r) add(parts.row(t, r), "[" + table.fixedRows[r].id + "]");
  }
  for (std::size_t i = 0; i < form.narratives.size(); ++i) add(parts.narrative(i), form.narratives[i].id);
  for (std::size_t i = 0; i < form.rules.size(); ++i) add(parts.rule(i), "rule " + form.rules[i].id);
  return all;
}

std::string refusal(const std::string& inner) {
  const auto read = readDefinition(
      "<definition xmlns=\"urn:cchc:definition:1\" id=\"a.b\" place=\"I\" owner=\"a\" "
      "minor=\"1\"><title vi=\"Mẫu\"/>\n" +
          inner + "</definition>",
      "a.xml");
  if (read) return "accepted";
  for (const auto language : {Language::vi, Language::en})
    CHECK(message(read.error(), language).what.find('{') == std::string::npos);
  return read.error().code + " " + lineAlone(read.error().place);
}

}  // namespace

TEST_CASE("the parts whose days include the day, and whose forms include the unit's, are in force", "[in-force]") {
  const auto compiled = form();
  const auto& definition = compiled->definition();
  const auto in = [&](const Circumstances& circumstances) {
    return shown(definition, PartsInForce(definition, circumstances));
  };
  CHECK(in(at("2025-06-30", {"xã"})) == "all grade rural roads .name .paved fixed .n [a] p rule r");
  CHECK(in(at("2025-07-01", {"xã"})) == "all grade later rural late roads .name fixed .n [a] p rule r");
  CHECK(in(at("2025-06-30", {"phường"})) == "all grade fixed .n [a] [b]");
  CHECK(in(at("2025-07-01", {"phường"})) == "all grade later fixed .n [a] [b]");
  // Of a sum, what is in force for one of its units; of a unit whose form nobody knows, everything.
  CHECK(in(at("2025-06-30", {"phường", "xã"})) == "all grade rural roads .name .paved fixed .n [a] [b] p rule r");
  CHECK(in(at("2025-06-30", {})) == "all grade rural roads .name .paved fixed .n [a] [b] p rule r");
  const PartsInForce all;
  CHECK(all.everything());
  CHECK(shown(definition, all) == "all grade later rural late roads .name .paved fixed .n [a] [b] p rule r");

  const PartsInForce late(definition, at("2025-07-01", {"phường"}));
  const auto& offered = definition.fields[1].choices;
  CHECK(late.choice(offered[0]));
  CHECK_FALSE(late.choice(offered[1]));
  for (const auto* place : {"rural", "roads", "roads[r1]", "roads[r1].name", "¶p", "group:country"})
    CHECK_FALSE(late.place(definition, Place(place)));
  for (const auto* place : {"all", "fixed[b].n", "nowhere", "other_facts"}) CHECK(late.place(definition, Place(place)));
}

TEST_CASE("values in what is not in force are kept, with their places, and nothing else is", "[in-force]") {
  const auto compiled = form();
  const auto& definition = compiled->definition();
  Section section(compiled);
  section.with("all", "1").with("grade", "old").with("later", "2").with("rural", "3");
  section.row("roads", "r1", {{"name", "Tỉnh lộ"}, {"paved", "4"}}).row("fixed", "a", {{"n", "5"}});
  section.row("fixed", "b", {{"n", "6"}}).paragraph({"p", "Đã sửa.", "", {}});
  auto data = section.data();
  data.groupNothing[1] = true;
  const auto before = data;

  moveNotInForce(definition, PartsInForce(definition, at("2025-06-30", {})), data);
  CHECK(data.kept == std::vector<KeptValue>{{Place("later"), "2"}});

  data = before;
  const PartsInForce ward(definition, at("2025-07-01", {"phường"}));
  const auto values = valuesNotInForce(definition, ward, data);
  moveNotInForce(definition, ward, data);
  CHECK(data.kept == values);
  std::vector<std::string> kept;
  for (const auto& one : data.kept) kept.push_back(placeText(one.place) + "=" + one.value);
  CHECK(kept == std::vector<std::string>{"grade=old", "rural=3", "roads[r1].name=Tỉnh lộ", "roads[r1].paved=4",
                                         placeText(Place::ofGroup("country")) + "=nothing",
                                         placeText(Place::ofParagraph("p")) + "=Đã sửa."});
  CHECK(encodeValue(data.fields[0]) == "1");
  CHECK(encodeValue(data.fields[2]) == "2");
  CHECK(data.fields[1].blank());
  CHECK(data.tables[0].rows.empty());
  CHECK(data.tables[1].rows.size() == 2);
  CHECK(encodeValue(data.tables[1].rows[1].cells[0]) == "6");
  CHECK(data.paragraphs.empty());
  CHECK_FALSE(data.groupNothing[1]);
  CHECK(valuesNotInForce(definition, ward, data).empty());
}

TEST_CASE("a value is refused where it is not in force, by the name of the place or of the choice", "[in-force]") {
  const auto compiled = form();
  const auto& definition = compiled->definition();
  const PartsInForce ward(definition, at("2025-07-01", {"phường"}));
  const auto told = [&](const char* place, const Value& value) {
    const auto allowed = checkInForce(definition, ward, Place(place), value);
    return allowed ? std::string("allowed") : messageLine(allowed.error(), Language::vi);
  };
  CHECK(told("all", Value{Decimal(1)}) == "allowed");
  CHECK(told("rural", Value{}) == "allowed");
  CHECK(told("rural", Value{Decimal(1)}).find("“rural”: nội dung này không áp dụng cho kỳ/loại hình đơn vị này") !=
        std::string::npos);
  CHECK(told("grade", Value{std::string("good")}) == "allowed");
  CHECK(told("grade", Value{std::string("old")}).find("“Cũ” không áp dụng") != std::string::npos);
}

TEST_CASE("nothing is carried over into what is not in force", "[in-force]") {
  const auto compiled = form();
  const auto& definition = compiled->definition();
  const auto previous = Section(compiled).with("all", "1").with("grade", "old").with("later", "2").data();
  const auto data = startingData(definition, PartsInForce(definition, at("2025-06-30", {"xã"})), &previous, true);
  CHECK(encodeValue(data.fields[0]) == "1");
  CHECK(encodeValue(data.fields[1]) == "old");
  CHECK(data.fields[2].blank());
  CHECK(
      startingData(definition, PartsInForce(definition, at("2025-07-01", {"xã"})), &previous, true).fields[1].blank());
  CHECK(data.kept.empty());
}

TEST_CASE("a unit's form is the stated one, or the word that its name begins with", "[in-force][units]") {
  const auto form = [](const std::string& stated, const std::string& name) {
    OrgUnit unit;
    unit.form = stated;
    unit.name = name;
    return formOf(unit);
  };
  CHECK(form("phường", "xã Kẻ Sặt") == "phường");
  CHECK(form("Phường", "Kẻ Sặt") == "phường");
  CHECK(form("", "xã Vĩnh Hưng") == "xã");
  CHECK(form("", "THỊ  TRẤN KẺ SẶT") == "thị trấn");
  CHECK(form("", "Thị xã Kinh Môn") == "thị xã");
  CHECK(form("thôn", "Xã Vĩnh Hưng") == "xã");
  CHECK(form("", "Phòng Tư pháp").empty());
  CHECK(form("", "Xãvĩnh").empty());
}

TEST_CASE("circumstances are those of the unit on the day, and departments are no child units", "[in-force][units]") {
  const auto state = [](const char* id, const char* kind, const char* name, const char* parent, const char* from,
                        const char* until) {
    return UnitState{OrgUnitId(id), Date::parse(from), Date::parse(until), id, kind, "", name, parent, ""};
  };
  const auto units = std::make_shared<const UnitHistory>(
      std::vector<UnitState>{state("1", "district", "huyện Một", "", "", ""),
                             state("10", "commune", "xã Mười", "1", "", "2025-06-30"),
                             state("10", "commune", "phường Mười", "1", "2025-07-01", ""),
                             state("11", "commune", "xã Mười Một", "1", "", "2025-06-30"),
                             state("1.VP", "department", "Văn phòng", "1", "", "")},
      std::vector<UnitLineage>());
  UnitCircumstances circumstances(units);
  CHECK(circumstances.of(OrgUnitId("10"), {2025, 6, 30}) == Circumstances{Date{2025, 6, 30}, {"xã"}, 0});
  CHECK(circumstances.of(OrgUnitId("10"), {2025, 7, 1}) == Circumstances{Date{2025, 7, 1}, {"phường"}, 0});
  CHECK(circumstances.of(OrgUnitId("1"), {2025, 6, 30}) == Circumstances{Date{2025, 6, 30}, {"huyện"}, 2});
  CHECK(circumstances.of(OrgUnitId("1"), {2025, 7, 1}) == Circumstances{Date{2025, 7, 1}, {"huyện"}, 1});
  CHECK(circumstances.of(OrgUnitId("1.VP"), {2025, 7, 1}) == Circumstances{Date{2025, 7, 1}, {}, 0});
  CHECK(circumstances.of(OrgUnitId("99"), {2025, 7, 1}) == Circumstances{Date{2025, 7, 1}, {}, std::nullopt});
  CHECK(UnitCircumstances(nullptr).of(OrgUnitId("1"), {2025, 7, 1}) == Circumstances{Date{2025, 7, 1}, {}, {}});
}

TEST_CASE("a part that can never be in force is refused by name and line", "[in-force][definition]") {
  const auto early = "id=\"g\" until=\"2025-06-30\"";
  CHECK(refusal(group(field("x", "type=\"integer\" from=\"2025-06-30\""), early)) == "accepted");
  CHECK(refusal(group(field("x", "type=\"integer\" from=\"2025-07-01\""), early)) ==
        "definition.never-in-force a.xml:3");
  CHECK(refusal(group(field("x", "type=\"integer\" unit-forms=\"xã\""), "id=\"g\" unit-forms=\"phường, đặc khu\"")) ==
        "definition.never-in-force a.xml:3");
  CHECK(refusal(group(table("t", column("c", "type=\"integer\" from=\"2025-07-01\"")), early)) ==
        "definition.never-in-force a.xml:3");
  CHECK(refusal(group("<narrative id=\"p\" from=\"2026-01-01\">a</narrative>", early)) ==
        "definition.never-in-force a.xml:3");
  const auto rule = [](const std::string& attributes) {
    return "\n<rule id=\"r\" severity=\"error\" place=\"x\" " + attributes +
           "><left>1</left><operator>=</operator><right>1</right><message vi=\"M\"/><fix vi=\"F\"/></rule>";
  };
  CHECK(refusal(group(field("x", "type=\"integer\""), early) + rule("from=\"2025-07-01\"")) ==
        "definition.never-in-force a.xml:4");
  CHECK(refusal(group(field("x", "type=\"integer\""), early) + rule("")) == "accepted");
  // A field of choices always has one to choose.
  const auto choice = [](const std::string& attributes) {
    return refusal(group(
        field("x", "type=\"choice\"",
              "<choice value=\"a\" vi=\"A\" until=\"2025-06-30\"/><choice value=\"b\" vi=\"B\" " + attributes + "/>")));
  };
  CHECK(choice("from=\"2025-07-01\"") == "accepted");
  CHECK(choice("from=\"2025-07-02\"") == "definition.no-choice a.xml:3");
  CHECK(choice("from=\"2025-07-01\" unit-forms=\"xã\"") == "definition.no-choice a.xml:3");
}

TEST_CASE("an id that expressions use for the unit or the period is refused when it is loaded",
          "[in-force][definition]") {
  for (const auto name : circumstanceNames) {
    const auto form = group(field(std::string(name), "type=\"integer\""));
    CHECK(refusal(form) == "definition.reserved-name a.xml:3");
    const auto stored = readDefinition(
        "<definition xmlns=\"urn:cchc:definition:1\" id=\"a.b\" place=\"I\" "
        "owner=\"a\"><title vi=\"Mẫu\"/>" +
            form + "</definition>",
        "a.xml", DefinitionSource::store);
    CHECK(stored);
  }
  CHECK(refusal(group(field("unit.name", "type=\"integer\""))) == "accepted");
}

TEST_CASE("facts that nobody foresaw can be told whatever is in force", "[in-force]") {
  const auto last = definition(
      group(field("x", "type=\"integer\"")) + group(field("y", "type=\"integer\""), "id=\"h\" unit-forms=\"xã\""),
      "a.b", "place=\"I\" minor=\"1\"");
  const auto& form = last->definition();
  CHECK(form.tables.back().group == 0);
  CHECK(PartsInForce(form, at("2025-07-01", {"phường"})).table(0));
}

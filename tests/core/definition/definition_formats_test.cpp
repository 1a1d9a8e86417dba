// The minor versions of a definition's format: what version 1 added is read, checked and, where it has no effect yet,
// refused by name.
#include <catch2/catch.hpp>

#include "core/definition/read_definition.h"
#include "tests/support/command.h"
#include "tests/support/definitions.h"

using namespace cchc;

namespace {

struct Parts {
  std::string root = " minor=\"1\"", group, field, choice, table, column, row, narrative, rule;
};

// A definition with one of everything that may begin and end; each part has attributes of its own.
std::string form(const Parts& parts) {
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"a.b\" place=\"I\" owner=\"a\"" + parts.root +
         "><title vi=\"Mẫu\"/><group id=\"g\"" + parts.group +
         "><title vi=\"Nhóm\"/>\n<field id=\"total\" type=\"integer\"><label vi=\"Tổng\"/></field>\n"
         "<field id=\"some\" type=\"integer\"" +
         parts.field +
         "><label vi=\"Trong đó\"/></field>\n"
         "<field id=\"mark\" type=\"choice\"><label vi=\"Loại\"/><choice value=\"x\" vi=\"X\"" +
         parts.choice +
         "/><choice value=\"y\" vi=\"Y\"/></field>\n"
         "<table id=\"t\" fixed-rows=\"yes\"" +
         parts.table +
         "><title vi=\"Bảng\"/><column id=\"n\" type=\"integer\"><label vi=\"Số\"/></column>"
         "<column id=\"m\" type=\"integer\"" +
         parts.column +
         "><label vi=\"Số\"/></column><column id=\"part\" type=\"yes-no\"><label vi=\"Trong đó\"/></column>"
         "<fixed-row id=\"all\" vi=\"Cả\"/>\n<fixed-row id=\"few\" vi=\"Trong đó\"" +
         parts.row +
         "/></table>\n"
         "<narrative id=\"p\"" +
         parts.narrative + ">{{total}}</narrative></group>\n<rule id=\"r\" severity=\"warning\"" + parts.rule +
         "><left>total</left><operator>=</operator><right>some</right><message vi=\"M\"/><fix "
         "vi=\"F\"/></rule></definition>";
}

std::string refusal(const std::string& xml) {
  const auto read = readDefinition(xml, "form.xml");
  if (read) return "accepted";
  for (const auto language : {Language::vi, Language::en}) {
    const auto told = message(read.error(), language);
    INFO(messageLine(read.error(), language));
    CHECK(told.what.find('{') == std::string::npos);
    CHECK_FALSE(told.fix.empty());
  }
  return read.error().code + " " + test::lineAlone(read.error().place);
}

// Whether the published schema accepts the definition; always true on a machine without xmllint.
bool valid(const std::string& xml) {
  const auto checked = test::run("sh", {"-c", "printf '%s' \"$1\" | xmllint --noout --schema \"$2\" - 2>/dev/null",
                                        "sh", xml, CCHC_SOURCE "/schemas/section-definition.xsd"});
  return checked.status == 0 || checked.status == 127;
}

}  // namespace

TEST_CASE("a definition says its minor version, and a greater one is refused with the advice to update",
          "[definition][format]") {
  for (const auto* minor : {"", " minor=\"0\"", " minor=\"1\""}) {
    CHECK(refusal(form({minor, "", "", "", "", "", "", "", ""})) == "accepted");
    CHECK(valid(form({minor, "", "", "", "", "", "", "", ""})));
  }
  const auto newer = readDefinition(form({" minor=\"2\" new=\"x\"", "", "", "", "", "", "", "", ""}), "form.xml");
  REQUIRE_FALSE(newer);
  CHECK(newer.error().code == "definition.newer-format");
  CHECK(message(newer.error(), Language::vi).fix == "Cập nhật phần mềm");
  CHECK(message(newer.error(), Language::en).what.find("1.2") != std::string::npos);
  CHECK(refusal("<definition xmlns=\"urn:cchc:definition:2\"/>") == "definition.newer-format form.xml:1");
  CHECK(refusal(form({" minor=\"one\"", "", "", "", "", "", "", "", ""})) == "definition.wrong-attribute form.xml:1");
}

TEST_CASE("an opening stock is a basis of minor version 1", "[definition][format]") {
  Parts parts;
  parts.field = " basis=\"opening\"";
  const auto read = readDefinition(form(parts), "form.xml");
  REQUIRE(read);
  CHECK((*read)->fields[1].basis == Basis::opening);
  CHECK(valid(form(parts)));
  parts.root = "";
  CHECK(refusal(form(parts)) == "definition.minor form.xml:3");
}

TEST_CASE("a definition says from and until when it is in force, and for which units", "[definition][format]") {
  Parts parts;
  parts.root += " from=\"2025-07-01\" until=\"2026-12-31\" unit-forms=\"xã, đặc khu\"";
  const auto read = readDefinition(form(parts), "form.xml");
  REQUIRE(read);
  CHECK((*read)->inForce == InForce{Date{2025, 7, 1}, Date{2026, 12, 31}, {"xã", "đặc khu"}});
  CHECK(valid(form(parts)));
}

TEST_CASE("days and unit forms are read wherever they may stand", "[definition][format]") {
  for (const auto part : {&Parts::group, &Parts::field, &Parts::choice, &Parts::table, &Parts::column, &Parts::row,
                          &Parts::narrative, &Parts::rule}) {
    for (const std::string attribute :
         {"from=\"2025-07-01\"", "until=\"2025-06-30\"", "unit-forms=\"xã, phường, đặc khu\""}) {
      Parts parts;
      parts.*part += " " + attribute;
      INFO(form(parts));
      CHECK(refusal(form(parts)) == "accepted");
      CHECK(valid(form(parts)));
      CHECK((*readDefinition(form(parts), "form.xml"))->limited);
      parts.root = "";
      CHECK(refusal(form(parts)).starts_with("definition.minor form.xml:"));
    }
  }
  CHECK_FALSE((*readDefinition(form({}), "form.xml"))->limited);
}

TEST_CASE("keys and parts are read in format 1.1 alone", "[definition][format]") {
  Parts parts;
  parts.table = " key=\"n m\"";
  CHECK(refusal(form(parts)) == "accepted");
  CHECK(valid(form(parts)));
  parts.root = "";
  CHECK(refusal(form(parts)).starts_with("definition.minor form.xml:"));
}

TEST_CASE("parts are read wherever they may stand", "[definition][format]") {
  for (const auto& [part, attribute] :
       std::vector<std::pair<std::string Parts::*, std::string>>{{&Parts::field, "part-of=\"total\""},
                                                                 {&Parts::column, "part-of=\"n\""},
                                                                 {&Parts::row, "part-of=\"all\""},
                                                                 {&Parts::table, "part-of=\"part\""}}) {
    Parts parts;
    parts.*part = " " + attribute;
    INFO(attribute);
    CHECK(refusal(form(parts)) == "accepted");
    CHECK(valid(form(parts)));
    parts.root = "";
    CHECK(refusal(form(parts)).starts_with("definition.minor form.xml:"));
  }
}

TEST_CASE("a member of minor version 1 that is wrong is refused for what is wrong with it", "[definition][format]") {
  for (const auto& [part, attribute, code] : std::vector<std::tuple<std::string Parts::*, std::string, std::string>>{
           {&Parts::group, "from=\"2025-07\"", "definition.wrong-attribute"},
           {&Parts::group, "until=\"2025-02-30\"", "definition.wrong-attribute"},
           {&Parts::group, "from=\"\"", "definition.wrong-attribute"},
           {&Parts::rule, "from=\"2025-07-01\" until=\"2025-06-30\"", "definition.from-after-until"},
           {&Parts::choice, "unit-forms=\"xã phường\"", "definition.wrong-attribute"},
           {&Parts::choice, "unit-forms=\"làng\"", "definition.wrong-attribute"},
           {&Parts::choice, "unit-forms=\"xã, xã\"", "definition.wrong-attribute"},
           {&Parts::choice, "unit-forms=\"\"", "definition.wrong-attribute"},
           {&Parts::table, "key=\"n elsewhere\"", "definition.unknown-field"},
           {&Parts::table, "key=\"n n\"", "definition.duplicate-id"},
           {&Parts::table, "part-of=\"n\"", "definition.part-of"},
           {&Parts::table, "part-of=\"total\"", "definition.unknown-field"},
           {&Parts::field, "part-of=\"some\"", "definition.part-of"},
           {&Parts::field, "part-of=\"mark\"", "definition.part-of"},
           {&Parts::field, "part-of=\"totl\"", "definition.unknown-field"},
           {&Parts::column, "part-of=\"part\"", "definition.part-of"},
           {&Parts::column, "part-of=\"total\"", "definition.unknown-field"},
           {&Parts::row, "part-of=\"few\"", "definition.part-of"},
           {&Parts::row, "part-of=\"n\"", "definition.unknown-field"},
           {&Parts::narrative, "key=\"n\"", "definition.unknown-attribute"},
       }) {
    Parts parts;
    parts.*part = " " + attribute;
    INFO(attribute);
    const auto told = refusal(form(parts));
    CHECK(told.substr(0, told.find(' ')) == code);
  }
  Parts parts;
  parts.row = " part-of=\"few\"";
  CHECK(refusal(form(parts)) == "definition.part-of form.xml:6");  // the line of the row, not that of its table
}

// Templates over a section's values: what vanishes, what is joined, what a paragraph is told to be.
#include <catch2/catch.hpp>

#include "tests/core/narrative/worded.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string classes =
    table("classes",
          column("name", "type=\"text\"") + column("people", "type=\"integer\" unit=\"người\" qualifier=\"any\"") +
              column("organiser", "type=\"text\""),
          "nothing=\"yes\"");

Section training(const std::string& text, const std::string& attributes = "id=\"p\"") {
  return Section(definition(group(classes + sentence(text, attributes))));
}
Section& withTwoClasses(Section& section) {
  section.row("classes", "r1", {{"name", "Chuyển đổi số"}, {"people", "3"}, {"organiser", "Sở Nội vụ"}});
  section.row("classes", "r2", {{"name", "Tin học"}, {"people", "{about}120"}});
  return section;
}

}  // namespace

TEST_CASE("an optional sentence vanishes with its figure and the rest stays", "[narrative]") {
  Section section(definition(
      group(field("total", "type=\"integer\" unit=\"hồ sơ\"") + field("online", "type=\"integer\" unit=\"hồ sơ\"") +
            sentence("Tiếp nhận {{total}}{{#online}}, trong đó {{online}} trực tuyến{{/online}}."))));
  section.with("total", "17528");
  CHECK(textOf(section) == "Tiếp nhận 17.528 hồ sơ.");
  section.with("online", "17107");
  CHECK(textOf(section) == "Tiếp nhận 17.528 hồ sơ, trong đó 17.107 hồ sơ trực tuyến.");
}

TEST_CASE("zero is known, so its sentence stays", "[narrative]") {
  Section section(definition(group(field("late", "type=\"integer\" unit=\"hồ sơ\"") +
                                   sentence("{{#late}}Quá hạn {{late}}.{{/late}}{{^late}}Chưa rõ.{{/late}}"))));
  CHECK(textOf(section) == "Chưa rõ.");
  section.with("late", "0");
  CHECK(textOf(section) == "Quá hạn 0 hồ sơ.");
}

TEST_CASE("a sentence that needs two figures stands only when both are known", "[narrative]") {
  Section section(
      definition(group(field("a", "type=\"integer\"") + field("b", "type=\"integer\"") +
                       sentence("{{#a}}{{#b}}{{a}} trên {{b}}.{{/b}}{{^b}}Chỉ {{a}}.{{/b}}{{/a}}{{^a}}Không.{{/a}}"))));
  CHECK(textOf(section) == "Không.");
  CHECK(textOf(section.with("b", "2")) == "Không.");
  CHECK(textOf(section.with("a", "1")) == "1 trên 2.");
  CHECK(textOf(section.with("b", "")) == "Chỉ 1.");
}

TEST_CASE("a sentence on yes or no stands only for yes", "[narrative]") {
  Section section(definition(
      group(field("shared", "type=\"yes-no\"") + sentence("{{#shared}}Có.{{/shared}}{{^shared}}Chưa.{{/shared}}"))));
  CHECK(textOf(section) == "Chưa.");
  CHECK(textOf(section.with("shared", "no")) == "Chưa.");
  CHECK(textOf(section.with("shared", "yes")) == "Có.");
}

TEST_CASE("what is not relevant is worded as if it were blank", "[narrative]") {
  Section section(
      definition(group(field("has", "type=\"yes-no\"") + field("n", "type=\"integer\"", "<relevant>has</relevant>") +
                       sentence("Có{{#n}} {{n}} trang{{/n}}; {{n}}."))));
  section.with("has", "no").with("n", "7");
  CHECK(textOf(section) == "Có; .");
  section.with("has", "yes");
  CHECK(textOf(section) == "Có 7 trang; 7.");
}

TEST_CASE("a blank that must be filled in prints an ellipsis, and its optional sentence is left out", "[narrative]") {
  const Section section(definition(group(field("n", "type=\"integer\" required=\"submit\"") +
                                         sentence("Đã ban hành {{n}} văn bản{{#n}} ({{n}}){{/n}}."))));
  CHECK(textOf(section) == "Đã ban hành … văn bản.");
}

TEST_CASE("a computed figure is worded like an entered one", "[narrative]") {
  Section section(
      definition(group(field("online", "type=\"integer\" qualifier=\"any\"") + field("direct", "type=\"integer\"") +
                       field("total", "type=\"integer\" unit=\"hồ sơ\"", "<formula>online + direct</formula>") +
                       field("rate", "type=\"rate\" decimals=\"2\"",
                             "<numerator>online</numerator><denominator>online + direct</denominator>") +
                       sentence("{{#total}}{{total}}, trực tuyến {{rate}}.{{/total}}"))));
  section.with("online", "{estimated}296");
  CHECK(textOf(section).empty());
  section.with("direct", "75");
  CHECK(textOf(section) == "ước 371 hồ sơ, trực tuyến ước 79,78%.");
}

TEST_CASE("rows are joined, with what stands before the first and after the last", "[narrative]") {
  auto section = training(
      "{{#classes}}{{#first}}Đã cử, gồm: {{/first}}{{people}} lớp {{name|lower}}{{#organiser}} do {{organiser}} tổ "
      "chức{{/organiser}}{{^last}}; {{/last}}{{#last}}.{{/last}}{{/classes}}");
  CHECK(textOf(section).empty());
  CHECK(textOf(withTwoClasses(section)) ==
        "Đã cử, gồm: 3 người lớp chuyển đổi số do Sở Nội vụ tổ chức; khoảng 120 người lớp tin học.");
}

TEST_CASE("one row alone is both the first and the last", "[narrative]") {
  auto section =
      training("{{#classes}}{{#first}}Một: {{/first}}{{name}}{{^last}}; {{/last}}{{^first}}?{{/first}}{{/classes}}");
  section.row("classes", "r1", {{"name", "Tin học"}});
  CHECK(textOf(section) == "Một: Tin học");
}

TEST_CASE("rows are numbered from one and counted", "[narrative]") {
  auto section = training("{{classes|count}} lớp ({{classes}}): {{#classes}}{{number}}) {{name}} {{/classes}}");
  CHECK(textOf(withTwoClasses(section)) == "02 lớp (2): 1) Chuyển đổi số 2) Tin học");
}

TEST_CASE("an empty table and one declared empty are worded apart", "[narrative]") {
  auto section = training(
      "{{#classes}}{{name}}{{/classes}}{{^classes}}Không có dòng.{{/classes}}"
      "{{#classes|nothing}} Không phát sinh.{{/classes|nothing}}");
  CHECK(textOf(section) == "Không có dòng.");
  CHECK(textOf(section.nothing("classes")) == "Không có dòng. Không phát sinh.");
  auto filled = training("{{#classes}}{{name}}{{^last}}, {{/last}}{{/classes}}{{^classes}}Không có dòng.{{/classes}}");
  CHECK(textOf(withTwoClasses(filled)) == "Chuyển đổi số, Tin học");
}

TEST_CASE("a field of the section can be worded between the cells of a row", "[narrative]") {
  Section section(definition(group(field("year", "type=\"integer\"") + classes +
                                   sentence("{{#classes}}{{name}} {{year|plain}} {{/classes}}"))));
  withTwoClasses(section).with("year", "18");
  CHECK(textOf(section) == "Chuyển đổi số 18 Tin học 18");
}

TEST_CASE("a view words only the rows that it shows", "[narrative]") {
  Section section(definition(
      group(classes + "<view id=\"large\" table=\"classes\" where='people &gt; 100'/>" +
            sentence("{{large|count}} lớp lớn: {{#large}}{{number}}. {{name}}{{#last}}.{{/last}}{{/large}}"))));
  withTwoClasses(section);
  CHECK(textOf(section) == "01 lớp lớn: 1. Tin học.");
  Section none(definition(group(classes + "<view id=\"large\" table=\"classes\" where='people &gt; 100'/>" +
                                sentence("{{#large}}{{name}}{{/large}}{{^large}}Không có lớp lớn.{{/large}}"))));
  none.row("classes", "r1", {{"name", "Nhỏ"}, {"people", "5"}});
  CHECK(textOf(none) == "Không có lớp lớn.");
}

TEST_CASE("fixed rows are named, and each of their cells has a name of its own", "[narrative]") {
  Section section(definition(
      group(table("capital",
                  column("plan", "type=\"money\" entry-unit=\"triệu\"") +
                      "<fixed-row id=\"land\" vi=\"Tiền sử dụng đất\"/><fixed-row id=\"other\" vi=\"Vốn khác\"/>",
                  "fixed-rows=\"yes\"") +
            sentence("{{#capital[land].plan}}Đất {{capital[land].plan}}. {{/capital[land].plan}}"
                     "{{#capital[other].plan}}Khác {{capital[other].plan}}. {{/capital[other].plan}}"
                     "{{#capital}}{{row_name|lower}}{{#plan}} {{plan}}{{/plan}}; {{/capital}}"))));
  section.row("capital", "land", {{"plan", "45000000000"}});
  CHECK(textOf(section) == "Đất 45 tỷ đồng. tiền sử dụng đất 45 tỷ đồng; vốn khác;");
}

TEST_CASE("a paragraph for each row has the row's name, and a row that says nothing has none", "[narrative]") {
  auto section = training("{{#people}}{{name}}: {{people}}.{{/people}}", "id=\"class\" each=\"classes\" level=\"1\"");
  withTwoClasses(section).row("classes", "r3", {{"name", "Chưa mở"}});
  const auto made = paragraphsOf(section);
  REQUIRE(made.size() == 2);
  CHECK(made[0].id == "class[r1]");
  CHECK(made[0].text == "Chuyển đổi số: 3 người.");
  CHECK(made[0].level == 1);
  CHECK(made[1].id == "class[r2]");
  CHECK(made[1].text == "Tin học: khoảng 120 người.");
}

TEST_CASE("a paragraph for each row of a view skips the other rows and numbers its own", "[narrative]") {
  Section section(definition(group(classes + "<view id=\"large\" table=\"classes\" where='people &gt; 100'/>" +
                                   sentence("{{number}} {{name}}{{#last}}.{{/last}}", "id=\"class\" each=\"large\""))));
  const auto made = paragraphsOf(withTwoClasses(section));
  REQUIRE(made.size() == 1);
  CHECK(made[0].id == "class[r2]");
  CHECK(made[0].text == "1 Tin học.");
}

TEST_CASE("numbered paragraphs are counted over the group, and one that is left out takes no number", "[narrative]") {
  Section section(definition(group(field("a", "type=\"integer\"") + field("b", "type=\"integer\"") +
                                   sentence("{{#a}}Một.{{/a}}", "id=\"first\" numbered=\"yes\"") +
                                   sentence("Lời dẫn.", "id=\"lead\"") +
                                   sentence("{{#b}}Hai.{{/b}}", "id=\"second\" numbered=\"yes\"") +
                                   sentence("Ba.", "id=\"third\" numbered=\"yes\""))));
  section.with("a", "1");
  const auto made = paragraphsOf(section);
  REQUIRE(made.size() == 3);
  CHECK(made[0].number == 1);
  CHECK(made[1].number == 0);
  CHECK(made[2].id == "third");
  CHECK(made[2].number == 2);
}

TEST_CASE("the paragraphs of a group are its own, in the order of the definition", "[narrative]") {
  const Section section(definition("<group id=\"one\"><title vi=\"Một\"/>" + sentence("Một.", "id=\"a\"") +
                                   sentence("Hai.", "id=\"b\" level=\"2\"") +
                                   "</group><group id=\"two\"><title vi=\"Hai\"/>" +
                                   sentence("Ba.", "id=\"c\" standing=\"yes\"") + "</group>"));
  CHECK(textsOf(section) == std::vector<std::string>{"Một.", "Hai."});
  CHECK(paragraphsOf(section)[1].level == 2);
  const auto evaluation = evaluate(*section.form(), section.data(), Surroundings());
  const auto second = paragraphs(*section.form(), 1, section.data(), evaluation, inBinhGiang);
  REQUIRE(second.size() == 1);
  CHECK(second[0].text == "Ba.");
  CHECK(second[0].standing);
}

TEST_CASE("white space is folded and letters that have a meaning in XML stand as they are", "[narrative]") {
  Section section(definition(group(field("name", "type=\"text\"") + sentence("\n   Tên:\n\t {{name}}  .\n"))));
  section.with("name", "A & B <C> \"D\" {{name}}");
  CHECK(textOf(section) == "Tên: A & B <C> \"D\" {{name}} .");
}

TEST_CASE("a paragraph names the places that it words, each once and sorted", "[narrative]") {
  Section section(
      definition(group(field("b", "type=\"integer\"") + field("a", "type=\"integer\"") + classes +
                       sentence("{{b}} {{#a}}{{b}}{{/a}} {{#classes}}{{name}}{{/classes}} {{unit.name}}"))));
  section.with("b", "1");
  const auto made = paragraphsOf(section);
  REQUIRE(made.size() == 1);
  CHECK(made[0].uses == std::vector<std::string>{"a", "b", "classes"});
}

TEST_CASE("the suite's own names are worded for the unit of the report", "[narrative]") {
  const Section section(definition(group(sentence(
      "{{unit.name}} | {{unit.body}} | {{unit.short}} | {{unit.parent}} | {{unit.parent_body}} | {{period.name}} | "
      "{{period.year}} | {{period.next}} | {{period.end}} | {{period.end|words}}"))));
  CHECK(textOf(section) ==
        "huyện Bình Giang | Ủy ban nhân dân huyện Bình Giang | UBND huyện | tỉnh Hải Dương | Ủy ban nhân dân tỉnh Hải "
        "Dương | 8 tháng đầu năm 2023 | 2023 | những tháng cuối năm 2023 | 28/8/2023 | ngày 28 tháng 8 năm 2023");
}

TEST_CASE("each tier of unit has its words, and a department is no committee", "[narrative]") {
  const Section section(definition(group(sentence("{{unit.name}} | {{unit.body}} | {{unit.short}}"))));
  const std::pair<const char*, const char*> table[] = {
      {"Xã Vĩnh Hưng", "xã Vĩnh Hưng | Ủy ban nhân dân xã Vĩnh Hưng | UBND xã"},
      {"thị trấn Kẻ Sặt", "thị trấn Kẻ Sặt | Ủy ban nhân dân thị trấn Kẻ Sặt | UBND thị trấn"},
      {"Thị xã Kinh Môn", "thị xã Kinh Môn | Ủy ban nhân dân thị xã Kinh Môn | UBND thị xã"},
      {"Phường Lê Thanh Nghị", "phường Lê Thanh Nghị | Ủy ban nhân dân phường Lê Thanh Nghị | UBND phường"},
      {"Đặc khu Cát Hải", "đặc khu Cát Hải | Ủy ban nhân dân đặc khu Cát Hải | UBND đặc khu"},
      {"Thành phố Hải Dương", "thành phố Hải Dương | Ủy ban nhân dân thành phố Hải Dương | UBND thành phố"},
      {"Phòng Tư pháp", "Phòng Tư pháp | Phòng Tư pháp | Phòng Tư pháp"},
  };
  for (const auto& [name, text] : table) {
    auto unit = district;
    unit.name = name;
    CHECK(textOf(section, {&unit, nullptr, nullptr}) == text);
  }
}

TEST_CASE("a sentence on the unit above is left out for a unit that has none", "[narrative]") {
  const Section section(definition(group(sentence("Báo cáo{{#unit.parent}} {{unit.parent}}{{/unit.parent}}."))));
  CHECK(textOf(section) == "Báo cáo tỉnh Hải Dương.");
  CHECK(textOf(section, {&province, nullptr, &eightMonths}) == "Báo cáo.");
}

TEST_CASE("a document of the unit's own body is cited without it", "[narrative]") {
  DocumentReference plan;
  plan.type = "KH", plan.number = "111", plan.issuerCode = "UBND", plan.date = Date{2022, 12, 29};
  plan.issuer = "UBND huyện Bình Giang";
  auto above = plan;
  above.issuer = "UBND tỉnh Hải Dương";
  Section section(definition(group(field("plans", "type=\"documents\"") + sentence("{{plans}}."))));
  section.with("plans", Value{Documents{plan, above}});
  CHECK(textOf(section) ==
        "Kế hoạch số 111/KH-UBND ngày 29/12/2022; Kế hoạch số 111/KH-UBND ngày 29/12/2022 của UBND tỉnh Hải Dương.");
}

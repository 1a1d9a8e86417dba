// Whatever consolidation reads is printed, or told by name.
#include <catch2/catch.hpp>

#include "tests/core/consolidation/round.h"

using namespace cchc;
using namespace cchc::test;

namespace {

FormPointer summedForm(const std::string& id, const std::string& place) {
  return definition(group(field("n", "type=\"integer\" aggregate=\"sum\"")), id, "place=\"" + place + "\"");
}
Section filled(const FormPointer& form) { return Section(form).with("n", "1"); }

// "code definition/place", of the findings about what is not in the report.
std::vector<std::string> account(const Told& told) {
  std::vector<std::string> lines;
  for (const auto& finding : told.findings) {
    if (finding.code.starts_with("report."))
      lines.push_back(finding.code + " " + finding.section.definition.value + "/" + placeText(finding.place));
  }
  return lines;
}

}  // namespace

TEST_CASE("a group whose place the outline does not have is told, of the unit and of the sum alike",
          "[consolidation][accounting]") {
  const auto form = summedForm("a.form", "V");
  Round round;
  round.form(form).below("A").assign("a.form", "A").assign("a.form", "296");
  round.received("296", filled(form)).received("A", filled(form));
  const auto told = round.told();
  CHECK(account(told) ==
        std::vector<std::string>{"report.not-printed a.form/group:g", "report.not-printed a.form/group:g"});
  CHECK(told.absentParts.size() == 2);
  CHECK(told.absentParts.front().why == MissingReason::noPlace);
  CHECK_FALSE(told.head.complete);
  CHECK(told.head.presentSections == 2);
}

TEST_CASE("a group without a place that has nothing is not missed", "[consolidation][accounting]") {
  const auto form = definition("<group id=\"here\"><title vi=\"a\"/>" + field("a", "type=\"integer\"") +
                                   "</group><group id=\"there\" place=\"V\"><title vi=\"b\"/>" +
                                   field("b", "type=\"integer\"") + "</group>",
                               "a.form", "place=\"I\"");
  Round round;
  round.form(form).assign("a.form", "296").received("296", Section(form).with("a", "1"));
  const auto told = round.told();
  CHECK(account(told).empty());
  CHECK(told.head.complete);
}

TEST_CASE("what came in under a definition that is not there is missing, and told", "[consolidation][accounting]") {
  const auto gone = summedForm("b.gone", "I"), form = summedForm("a.form", "I");
  Round round;
  round.form(form).below("A").assign("a.form", "296").assign("b.gone", "296").assign("b.gone", "A");
  round.received("296", filled(form)).received("296", filled(gone)).received("A", filled(gone));
  round.input.otherTitles[DefinitionId("b.gone")] = "Phần đã gỡ";
  const auto told = round.told();
  CHECK(account(told) == std::vector<std::string>{"report.no-definition b.gone/"});
  CHECK(told.absent.size() == 2);
  CHECK(told.absent.front().why == MissingReason::noDefinition);
  CHECK(told.absent.front().definitionTitle == "Phần đã gỡ");
  CHECK(told.head.presentSections == 1);
  CHECK(told.head.expectedSections == 3);
}

TEST_CASE("what a unit below sends without any unit being assigned is told", "[consolidation][accounting]") {
  const auto form = summedForm("a.form", "I");
  Round round;
  round.form(form).below("A").assign("a.form", "296");
  round.received("296", filled(form)).received("A", filled(form));
  CHECK(account(round.told()) == std::vector<std::string>{"report.not-assigned a.form/"});
  // The control: it is added once somebody is assigned.
  round.assign("a.form", "A");
  CHECK(account(round.told()).empty());
}

TEST_CASE("a paragraph that was edited and is no longer made is told", "[consolidation][accounting]") {
  const auto form = definition(
      group("<table id=\"t\"><title vi=\"t\"/><column id=\"c\" type=\"text\"><label vi=\"c\"/></column></table>"
            "<narrative id=\"p\" each=\"t\">{{c}}</narrative>"),
      "a.form", "place=\"I\"");
  Round round;
  auto section = Section(form).row("t", "r1", {{"c", "một"}});
  section.paragraph({"p[r1]", "Lời sửa tay", "", {}}).paragraph({"p[r2]", "Lời của dòng đã xóa", "", {}});
  round.form(form).assign("a.form", "296").received("296", section);
  CHECK(account(round.told()) == std::vector<std::string>{"report.not-printed a.form/¶p[r2]"});
}

TEST_CASE("what the outline leaves out on purpose is a line of the report, and no error",
          "[consolidation][accounting]") {
  const auto form = summedForm("a.form", "I");
  Round round;
  round.form(form).below("A").assign("a.form", "A").assign("a.form", "296");
  round.received("296", filled(form)).received("A", filled(form));
  round.input.outline.leftOut = {
      {DefinitionId("a.form"), "", "", "Chánh Văn phòng", "báo cáo riêng", *parseTime("2023-08-28T02:00:00Z")}};
  const auto told = round.told();
  CHECK(told.groups.empty());
  CHECK(told.leftOuts.size() == 1);
  CHECK(told.leftOuts.front().group == "g");
  CHECK(told.head.complete);
  for (const auto& finding : told.findings) CHECK(finding.severity == Severity::information);
}

TEST_CASE("what a person confirmed stands with what is missing", "[consolidation][accounting]") {
  const auto form = summedForm("a.form", "I");
  Round round;
  round.form(form).below("A").below("B").assign("a.form", "A").assign("a.form", "B").assign("a.form", "296");
  round.received("296", filled(form)).received("A", filled(form));
  round.input.confirmed = MissingConfirmed{"Chánh Văn phòng", {}, "Chưa có xã B."};
  CHECK(round.told().sentence == "Chưa có xã B.");
  CHECK(round.told().absent.front().confirmed->by == "Chánh Văn phòng");
}

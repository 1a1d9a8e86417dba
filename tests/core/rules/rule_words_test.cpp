// What the message of a rule over rows names: the row, its columns, and fields of the section.
#include <catch2/catch.hpp>

#include "core/rules/section_findings.h"
#include "tests/support/definitions.h"

using namespace cchc;
using namespace cchc::test;

TEST_CASE("a rule over rows names columns of the row, and fields", "[rules]") {
  const auto form =
      definition(group(field("limit", "type=\"integer\" unit=\"người\"") +
                       table("classes", column("name", "type=\"text\"") + column("people", "type=\"integer\"") +
                                            column("begins", "type=\"date\""))) +
                 "<rule id=\"r\" severity=\"warning\" place=\"classes\"><left>people</left><operator>&lt;=</operator>"
                 "<right>limit</right><message vi=\"{row}: {name} có {people}, mở {begins}, mức {limit}\"/>"
                 "<fix vi=\"Sửa {name}\"/></rule>");
  const auto section = Section(form)
                           .with("limit", "20")
                           .row("classes", "r1", {{"name", "May"}, {"people", "30"}})
                           .row("classes", "r2", {{"name", "Hàn"}, {"people", "10"}});
  const auto evaluation = evaluate(*form, section.data(), Surroundings());
  const auto found = sectionFindings(*form, {form->definition().id, OrgUnitId("1"), PeriodId("1")}, section.data(),
                                     evaluation, Surroundings(), false);
  REQUIRE(found.size() == 1);
  CHECK(found[0].viWhat == "r1: May có 30, mở …, mức 20");
  CHECK(found[0].viFix == "Sửa May");
}

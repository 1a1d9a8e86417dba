// The window shows, offers, searches, prints and takes what is in force for the unit and the period.
#include <catch2/catch.hpp>

#include "core/app/section/import.h"
#include "core/base/platform.h"
#include "core/presentation/import/import_words.h"
#include "core/presentation/paper/printed_sheet.h"
#include "core/presentation/section/form.h"
#include "core/presentation/section/table.h"
#include "core/presentation/window/navigator.h"
#include "core/presentation/window/search_index.h"
#include "tests/support/command.h"
#include "tests/support/definitions.h"
#include "tests/support/units.h"

using namespace cchc;
using namespace cchc::presentation;

namespace {

constexpr Words vi{Language::vi};

std::string formXml() {
  const std::string ward = " unit-forms=\"phường\"",
                    grades =
                        "<choice value=\"good\" vi=\"Tốt\"/><choice value=\"old\" vi=\"Cũ\" until=\"2025-06-30\"/>";
  return "<definition xmlns=\"urn:cchc:definition:1\" id=\"rural.ways\" version=\"1\" minor=\"1\" place=\"II.6\" "
         "order=\"90\" owner=\"rural\"><title vi=\"Thôn và phố\" en=\"Hamlets and streets\"/>" +
         test::group(test::field("people", "type=\"integer\" required=\"submit\"") +
                     test::field("streets", "type=\"integer\" required=\"submit\"" + ward) +
                     test::field("kind", "type=\"choice\"", grades)) +
         test::group(test::field("plan", "type=\"integer\" required=\"submit\""), "id=\"town\"" + ward) +
         test::group(
             test::table("t", test::column("name", "type=\"text\"") + test::column("width", "type=\"integer\"" + ward) +
                                  test::column("grade", "type=\"choice\"", grades) +
                                  test::column("length", "type=\"integer\"")) +
                 test::table("f",
                             test::column("n", "type=\"integer\"") +
                                 "<fixed-row id=\"a\" vi=\"Hàng A\"/><fixed-row id=\"b\" vi=\"Hàng B\"" + ward + "/>",
                             "fixed-rows=\"yes\"") +
                 test::table("w", test::column("k", "type=\"integer\""), "required=\"submit\"" + ward),
             "id=\"tables\"") +
         "</definition>";
}

// The sections of the commune 10 and the ward 11 in the third quarter of 2025.
class Workplace {
 public:
  Workplace() : clock_(*parseTime("2025-10-01T08:00:00Z")) {
    std::filesystem::create_directories(folder_ / "plugins/rural");
    test::write(folder_ / "plugins/rural/ways.xml", formXml());
    auto opened = openSuite({(folder_ / "suite.sqlite").string(),
                             {folder_ / "plugins"},
                             *findResources(platform::programPath()),
                             &clock_,
                             {"Mẫu", "may", "MAY-01"}});
    REQUIRE(opened);
    suite_ = std::move(*opened);
    REQUIRE(test::saveUnits(suite_->store, {test::unitState("10", "commune", "xã Mười"),
                                            test::unitState("11", "commune", "Phường Mười Một")}));
    Period period;
    period.id = PeriodId("2025-Q3"), period.name = "quý III";
    period.start = {2025, 7, 1}, period.end = {2025, 9, 30};
    REQUIRE(suite_->store.savePeriods(std::vector{period}));
    std::vector<Assignment> assignments;
    for (const auto* unit : {"10", "11"})
      assignments.push_back({DefinitionId("rural.ways"), OrgUnitId(unit), OrgUnitId(unit), period.id, {}});
    REQUIRE(suite_->store.saveAssignments(assignments));
  }
  std::unique_ptr<SectionEditing> open(const std::string& unit) {
    auto editing = SectionEditing::open(*suite_, {DefinitionId("rural.ways"), OrgUnitId(unit), PeriodId("2025-Q3")});
    REQUIRE(editing);
    return std::move(*editing);
  }
  Suite& suite() { return *suite_; }

 private:
  test::TemporaryFolder folder_;
  FixedClock clock_;
  std::unique_ptr<Suite> suite_;
};

std::string rowsOf(const Form& form) {
  const auto& definition = form.editing().definition();
  std::string all;
  for (const auto& row : form.rows()) {
    all += (all.empty() ? "" : " ") + (row.kind == FormRow::Kind::group   ? "[" + definition.groups[row.index].id + "]"
                                       : row.kind == FormRow::Kind::field ? definition.fields[row.index].id
                                                                          : definition.tables[row.index].id);
  }
  return all;
}

std::string headings(const Table& table) {
  std::string all;
  for (std::size_t column = 0; column < table.columnCount(); ++column)
    all += (all.empty() ? "" : " ") + table.heading(column);
  return all;
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : " ") + one;
  return text;
}

}  // namespace

TEST_CASE("a form shows what is in force, and a group without anything in force disappears", "[in-force]") {
  Workplace desk;
  const auto commune = desk.open("10"), ward = desk.open("11");
  const Form ofCommune(*commune, vi), ofWard(*ward, vi);
  CHECK(rowsOf(ofCommune) == "[g] people kind [tables] t f other_facts");
  CHECK(rowsOf(ofWard) == "[g] people streets kind [town] plan [tables] t f w other_facts");
  CHECK(ofCommune.completeness().required == 1);
  CHECK(ofWard.completeness().required == 4);
  CHECK(joined(ofCommune.choicesOf(2)) == "Tốt");

  const Table table(*commune, 0, vi), fixed(*commune, 1, vi);
  CHECK(headings(table) == "name grade length");
  CHECK(joined(table.choicesOf(1)) == "Tốt");
  CHECK(table.columnNamed("length") == 2U);
  CHECK_FALSE(table.columnNamed("width"));
  CHECK(fixed.rowCount() == 1);
  CHECK(Table(*ward, 1, vi).rowCount() == 2);

  for (const auto& [unit, required] : std::vector<std::pair<std::string, int>>{{"10", 1}, {"11", 4}}) {
    const auto entries = navigatorEntries(desk.suite(), OrgUnitId(unit), PeriodId("2025-Q3"), vi);
    REQUIRE(entries);
    CHECK(entries->front().required == required);
    const auto index = SearchIndex::read(desk.suite(), *entries, vi);
    REQUIRE(index);
    CHECK(index->find("streets").size() == (unit == "11" ? 1 : 0));
    CHECK(index->find("Hàng B").size() == (unit == "11" ? 1 : 0));
    CHECK(index->find("people").size() == 1);
  }
}

TEST_CASE("what is pasted goes into the columns that are shown, and an ended choice is refused by name", "[in-force]") {
  Workplace desk;
  const auto editing = desk.open("10");
  Table table(*editing, 0, vi);
  REQUIRE(table.paste(0, 0, "Đường 1\tTốt\t12\nĐường 2\t\t5\n"));
  CHECK(table.text(0, 2) == "12");
  CHECK(table.total(2) == "17");
  const auto& rows = editing->data().tables[0].rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].cells[1].blank());
  CHECK(encodeValue(rows[0].cells[3]) == "12");

  const auto refused = table.paste(0, 1, "Cũ\t99\n");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "values.choice-not-in-force");
  CHECK(refused.error().place.find("grade") != std::string::npos);
  CHECK(table.text(0, 2) == "12");
  CHECK_FALSE(table.check(0, 1, "Cũ"));
  CHECK_FALSE(table.paste(0, 0, "a\tTốt\t1\t2\n"));  // there is no fourth column

  Form form(*editing, vi);
  const auto typed = form.type(2, "Cũ");
  REQUIRE_FALSE(typed);
  CHECK(message(typed.error(), Language::vi).what.find("“Cũ” không áp dụng") != std::string::npos);
  const auto pasted = form.paste(1, "8\nCũ\n");
  REQUIRE_FALSE(pasted);
  CHECK(pasted.error().code == "values.choice-not-in-force");
  CHECK(editing->data().fields[0].blank());
  REQUIRE(form.paste(1, "8\nTốt\n"));
  CHECK(encodeValue(editing->data().fields[0]) == "8");

  // Nothing else gets around it.
  const auto anyway = editing->apply({{}, {FieldEdit{1, Value{Decimal(3)}}}});
  REQUIRE_FALSE(anyway);
  CHECK(anyway.error().code == "values.not-in-force");
  CHECK(editing->data().fields[1].blank());
}

TEST_CASE("a line of an import with a value that does not apply is refused by name, and the rest is imported",
          "[in-force]") {
  Workplace desk;
  const auto editing = desk.open("10");
  const auto tried = [&](const std::string& csv) {
    const test::TemporaryFolder folder;
    test::write(folder / "a.csv", csv);
    const auto file = openImport(folder / "a.csv");
    REQUIRE(file);
    auto plan = planImport(PluginHost(),
                           {editing->key(),
                            editing->period(),
                            editing->shared(),
                            editing->evaluation().inForce,
                            std::make_shared<SectionData>(editing->data()),
                            {}},
                           *file, {});
    REQUIRE(plan);
    return std::move(*plan);
  };
  const auto plan = tried("Chỉ tiêu;Số liệu\npeople;8\nstreets;3\nkind;Cũ\n");
  const auto& run = plan.run;
  CHECK(run.right == 1);
  CHECK(run.wrong == 2);
  REQUIRE(run.findings.size() == 2);
  CHECK(run.findings[0].line == 3);
  CHECK(whatIsWrong(run.findings[0], vi).find("“streets”: nội dung này không áp dụng") != std::string::npos);
  CHECK(run.findings[1].error.code == "values.choice-not-in-force");
  REQUIRE(editing->apply(plan.step));
  CHECK(encodeValue(editing->data().fields[0]) == "8");

  const auto table = tried("name;width;length\nĐường 1;;3\nĐường 2;4;5\n").run;
  CHECK(table.right == 1);
  CHECK(table.wrong == 1);
}

TEST_CASE("a kept value has its row at the end of the form, and the sheet prints what is in force", "[in-force]") {
  Workplace desk;
  {
    const auto ward = desk.open("11");
    REQUIRE(Form(*ward, vi).type(0, "9"));
    REQUIRE(Form(*ward, vi).type(1, "4"));
  }
  // The unit becomes a commune on the same day; nobody has changed the draft since.
  REQUIRE(test::saveUnits(desk.suite().store, {test::unitState("10", "commune", "xã Mười"),
                                               test::unitState("11", "commune", "xã Mười Một")}));
  const auto editing = desk.open("11");
  Form form(*editing, vi);
  REQUIRE(form.rows().back().kind == FormRow::Kind::kept);
  CHECK(form.keptLine(0).label == "streets");
  CHECK(form.keptLine(0).value == "4");
  CHECK(form.rowOf(Place("streets")) == form.rows().size() - 1);
  CHECK(form.rowOf(Place("people")) == 1U);
  std::string printed;
  for (const auto& line : sheetLines(
           {editing->definition(), editing->data(), editing->evaluation(), {}, "Mười Một", "quý III", "", {}}, vi))
    printed += joined(line.cells) + "\n";
  CHECK(printed.find("people 9") != std::string::npos);
  CHECK(printed.find("streets") == std::string::npos);
  CHECK(printed.find("plan") == std::string::npos);
}

// What the form shows beside the figures of a unit that was made of others.
#include <catch2/catch.hpp>

#include "core/model/units/unit_plan.h"
#include "core/presentation/section/form.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;
using namespace cchc::test;

namespace {

UnitRow made(const char* code, std::vector<UnitRow::Before> before) {
  UnitRow row;
  row.code = code, row.kind = "commune", row.name = std::string("xã mới ") + code, row.parent = "296";
  row.from = Date{2024, 1, 1}, row.before = std::move(before), row.position = "u.tsv";
  return row;
}

// On 1 January 2024 one commune is made of two whole ones, and another of a part.
void mergeCommunes(Suite& suite) {
  const auto known = suite.store.units().value();
  auto plan = planUnits(*known, {made("10951", {{"10951"}, {"10954"}}), made("10960", {{"10960", false}})});
  REQUIRE(plan.refused.empty());
  REQUIRE(suite.store.saveUnits(plan.after, known));
  Period period;
  period.id = PeriodId("2024-8T"), period.name = "8 tháng đầu năm 2024";
  period.start = {2024, 1, 1}, period.end = {2024, 8, 28}, period.lastYear = PeriodId("2023-8T");
  const std::vector<Period> periods{period};
  REQUIRE(suite.store.savePeriods(periods));
}

FieldLine lineOf(Department& department, const char* unit, const char* field) {
  const auto editing = department.open({DefinitionId("office.commune"), OrgUnitId(unit), PeriodId("2024-8T")});
  Form form(*editing, {Language::vi});
  CHECK(form.comparisons()[1].any);
  return form.line(*editing->definition().fieldIndex(field));
}

}  // namespace

TEST_CASE("the form shows the sum of the units that one was made of, and each addend under the pointer",
          "[form][comparing]") {
  Department department;
  mergeCommunes(department.suite());
  const auto line = lineOf(department, "10951@2024-01-01", "received.total");
  const auto own = [&](const char* unit) {
    const auto section = department.open({DefinitionId("office.commune"), OrgUnitId(unit), PeriodId("2023-8T")});
    return *section->evaluation().fields[*section->definition().fieldIndex("received.total")].value().number();
  };
  FieldDefinition plain;
  plain.type = FieldType::integer;
  CHECK(line.lastYear == shownText(plain, Value{*add(own("10951"), own("10954"))}, {Language::vi}));
  CHECK(line.note.find("Cùng kỳ năm trước: " + line.lastYear) != std::string::npos);
  CHECK(line.note.find("Tính theo đơn vị hành chính sau sắp xếp") != std::string::npos);
  CHECK(line.note.find("xã Vĩnh Hưng, 8 tháng đầu năm 2023: " +
                       shownText(plain, Value{own("10951")}, {Language::vi})) != std::string::npos);
  CHECK(line.previous.empty());
}

TEST_CASE("the form says which unit was split where nothing can be compared", "[form][comparing]") {
  Department department;
  mergeCommunes(department.suite());
  const auto line = lineOf(department, "10960@2024-01-01", "received.total");
  CHECK(line.lastYear == "không so sánh");
  CHECK(line.note.find("Cùng kỳ năm trước: không so sánh được") != std::string::npos);
  CHECK(line.lastYearChange.empty());
  CHECK(line.note.find("xã Vĩnh Hồng (10960) được chia") != std::string::npos);
}

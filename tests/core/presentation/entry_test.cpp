#include <catch2/catch.hpp>

#include "core/app/section/section_content.h"
#include "core/presentation/section/entry.h"
#include "tests/core/presentation/sample.h"

using namespace cchc;
using namespace cchc::presentation;

namespace {

FieldDefinition money(EntryUnit unit) {
  FieldDefinition field;
  field.id = "m", field.type = FieldType::money, field.entryUnit = unit;
  field.qualifiers = 0x3f;
  return field;
}
std::string typed(const FieldDefinition& field, const char* text) {
  const auto value = readTypedValue(field, text);
  return value ? encodeValue(*value) : value.error().code;
}

}  // namespace

TEST_CASE("money is typed in the field's unit, or in the one that is named") {
  const auto million = money(EntryUnit::million);
  CHECK(typed(million, "177.357") == "177357000000");
  CHECK(typed(million, "177357") == "177357000000");
  CHECK(typed(million, "0,5") == "500000");
  CHECK(typed(million, "387,425 tỷ") == "387425000000");
  CHECK(typed(million, "387,425 ty dong") == "387425000000");
  CHECK(typed(million, "900 triệu") == "900000000");
  CHECK(typed(million, "1.353.135.296 đồng") == "1353135296");
  CHECK(typed(million, "ước 177.357") == "{estimated}177357000000");
  CHECK(typed(money(EntryUnit::dong), "1.353.135.296") == "1353135296");
  CHECK(typed(money(EntryUnit::billion), "45,8") == "45800000000");
  CHECK(typed(million, "") == "");
}

TEST_CASE("a figure that can be read two ways, or not at all, is refused") {
  const auto million = money(EntryUnit::million);
  CHECK(typed(million, "45.8") == "value.ambiguous");
  CHECK(typed(million, "45.8 tỷ") == "value.ambiguous");
  CHECK(typed(million, "abc") == "value.not-a-number");
  CHECK(typed(money(EntryUnit::dong), "0,5") == "value.not-whole");
}

TEST_CASE("dates stand as dd/mm/yyyy, also in a document") {
  FieldDefinition field;
  field.id = "d", field.type = FieldType::date;
  CHECK(shownText(field, Value{Date{2023, 8, 9}}, Words{}) == "09/08/2023");
  field.type = FieldType::document;
  const auto value = readTypedValue(field, "Kế hoạch số 04/KH-UBND ngày 5/8/2023 của UBND huyện");
  REQUIRE(value);
  CHECK(shownText(field, *value, Words{}).find("ngày 05/08/2023") != std::string::npos);
}

TEST_CASE("every value of the sample is read back from its own text as the same value") {
  test::Department department;
  const auto assignments = department.suite().store.assignments(PeriodId("2023-8T"));
  REQUIRE(assignments);
  std::size_t values = 0;
  for (const auto language : {Language::vi, Language::en}) {
    const Words words{language};
    for (const auto& assignment : *assignments) {
      const auto loaded =
          loadSection(department.suite(), {assignment.definition, assignment.subject, PeriodId("2023-8T")});
      REQUIRE(loaded);
      if (!*loaded) continue;
      const auto& form = (*loaded)->definition->definition();
      const auto check = [&](const FieldDefinition& field, const Value& value) {
        if (value.blank() || !field.enterable() || value.denominator != DenominatorState::unspecified) return;
        ++values;
        INFO(form.id.value << " " << field.id << " " << editText(field, value, words));
        const auto again = readTypedValue(field, editText(field, value, words), value);
        REQUIRE(again);
        CHECK(encodeValue(*again) == encodeValue(value));
      };
      for (std::size_t i = 0; i < form.fields.size(); ++i) check(form.fields[i], (*loaded)->data.fields[i]);
      for (std::size_t t = 0; t < form.tables.size(); ++t) {
        for (const auto& row : (*loaded)->data.tables[t].rows) {
          for (std::size_t c = 0; c < row.cells.size(); ++c) check(form.tables[t].columns[c], row.cells[c]);
        }
      }
    }
  }
  CHECK(values > 500);
}

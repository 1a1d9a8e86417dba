#include <algorithm>
#include <catch2/catch.hpp>

#include "core/model/finding.h"
#include "core/model/section.h"
#include "core/model/section_data.h"
#include "core/model/value.h"

using namespace cchc;

namespace {

void comesBack(FieldType type, const Value& value) {
  const auto decoded = decodeValue(type, encodeValue(value));
  REQUIRE(decoded);
  CHECK(*decoded == value);
}

}  // namespace

TEST_CASE("every kind of value comes back from its text", "[value]") {
  comesBack(FieldType::integer, Value{Decimal(1348)});
  comesBack(FieldType::rate, Value{*Decimal::parse("97.22"), Qualifier::over, DenominatorState::unknown});
  for (const auto base : {RateBase::received, RateBase::resolved, RateBase::due})
    comesBack(FieldType::rate, Value{*Decimal::parse("96.55"), Qualifier::under, DenominatorState::unspecified, base});
  comesBack(FieldType::integer, Value{Decimal(45), Qualifier::over});
  comesBack(FieldType::yesNo, Value{false});
  comesBack(FieldType::date, Value{Date{2023, 8, 0}});
  comesBack(FieldType::dateRange, Value{DateRange{{2023, 8, 10}, {2023, 9, 8}}});
  comesBack(FieldType::longText, Value{std::string("{over} dòng 1\nvà \\ dòng 2\t.")});
  comesBack(FieldType::choices, Value{Choices{"finance", "labour"}});
  comesBack(FieldType::attachment, Value{Attachment{"kế hoạch.pdf", "application/pdf", std::string(64, 'a'), 123}});
  DocumentReference document;
  document.type = "KH", document.number = "04", document.issuerCode = "UBND", document.date = Date{2023, 1, 10},
  document.issuer = "UBND huyện\tBình Giang";
  document.title = "xây dựng\nvăn bản \\ QPPL", document.forYear = 2023, document.role = DocumentRole::issued;
  comesBack(FieldType::documents, Value{Documents{document, DocumentReference{}}});
  comesBack(FieldType::integer, Value{});
}

TEST_CASE("text in a money field is refused with the text", "[value]") {
  const auto value = parseLexical(FieldType::money, "mười tỷ");
  REQUIRE_FALSE(value);
  CHECK(value.error().code == "value.not-money");
  CHECK(value.error().parameters == std::vector<Parameter>{{"given", "mười tỷ"}});
}

TEST_CASE("a symbol that the parts do not make is stored, and any other document has the text of older journals",
          "[value][document]") {
  DocumentReference letter;
  letter.type = "CV", letter.number = "123", letter.issuerCode = "HU";
  const auto composed = encodeValue(Value{Documents{letter}});
  CHECK(composed == "CV\t123\t\tHU\t\t\t\t\t0\t0\t");
  setSymbol(letter, "123/HU");
  CHECK(encodeValue(Value{Documents{letter}}) == composed);
  setSymbol(letter, "123-CV/HU");
  CHECK(encodeValue(Value{Documents{letter}}) == composed + "\t123-CV/HU");
  comesBack(FieldType::documents, Value{Documents{letter}});
}

TEST_CASE("findings kept as lines come back whole, with tabs, line ends and backslashes in their texts") {
  const SectionKey key{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};
  const std::vector<Finding> findings{
      {"core.stated-differs", Severity::warning, key, "rate", "a\tb\nc\\n", "", "en", "fix", "ghi chú"},
      {"finance.x", Severity::error, key, "t[r].c", "1", "2", "3", "4", ""}};
  const auto text = findingLines(findings);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(readFindingLines(text, key) == findings);
}

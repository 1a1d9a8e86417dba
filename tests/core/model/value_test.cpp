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

TEST_CASE("symbols are written and read as documents give them", "[document]") {
  for (const auto* symbol : {"111/KH-UBND", "01/2023/QĐ-UBND", "67/UBND-TCKH", "891/TB-KV VI", "63/2010/NĐ-CP",
                             "18-NQ/TW", "02/2017/TT-VPCP", "14/KH-HĐPH"}) {
    INFO(symbol);
    const auto document = parseSymbol(symbol);
    REQUIRE(document);
    CHECK(symbolOf(*document) == symbol);
  }
  CHECK_FALSE(parseSymbol("KH-UBND"));
  CHECK_FALSE(parseSymbol("12/08/2023"));
  DocumentReference missing;
  missing.numberState = NumberState::missing;
  CHECK(symbolOf(missing) == "…");
  CHECK(typeCodeAt("Nghị quyết số 18") == "NQ");
  CHECK(typeCodeAt("nghị định") == "NĐ");
}

TEST_CASE("places are written and read", "[place]") {
  for (const auto* text : {"revenue.actual", "documents[r1].document", "documents[r1]", "¶opening"})
    CHECK(placeText(*parsePlace(text)) == text);
  CHECK_FALSE(parsePlace("documents[]"));
  CHECK_FALSE(parsePlace("documents[r1]x"));
}

TEST_CASE("only transitions of the table are permitted, and a refusal says what would allow it", "[states]") {
  CHECK(transition(SectionState::draft, SectionAction::submit) == SectionState::submitted);
  CHECK(transition(SectionState::submitted, SectionAction::accept) == SectionState::accepted);
  CHECK(transition(SectionState::accepted, SectionAction::consolidate) == SectionState::inReport);
  CHECK(transition(SectionState::issued, SectionAction::reopen) == SectionState::inReport);
  for (const auto state :
       {SectionState::submitted, SectionState::accepted, SectionState::inReport, SectionState::issued}) {
    const auto refused = transition(state, SectionAction::edit);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "section.transition");
    CHECK(messageLine(refused.error(), Language::vi).find("Đang nhập, Bị trả lại") != std::string::npos);
  }
  CHECK_FALSE(transition(SectionState::issued, SectionAction::receive));
  CHECK(transition(SectionState::draft, SectionAction::submit, 0).error().code == "section.no-role");
  CHECK(transition(SectionState::submitted, SectionAction::askReturn) == SectionState::returnAsked);
  CHECK(transition(SectionState::returnAsked, SectionAction::refuseReturn) == SectionState::submitted);
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
